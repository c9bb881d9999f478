import { chmod, mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runCompiled } from "../../support/run-compiled.ts";
import { type Files, makeFolder } from "../../support/temporary-folder.ts";

vi.setConfig({ testTimeout: 120_000 });

/** So many articles that a thread reads them ahead, and among them all kinds of files. */
const files: Files = {
  ...Object.fromEntries(
    Array.from({ length: 1200 }, (_, index) => {
      const date = new Date(Date.UTC(2024, 0, 1) - index * 60_000).toISOString();
      return [`content/${index}.md`, `---\ndate: ${date}\n---\n# Title ${index} 안녕\n\nText.\n`];
    }),
  ),
  "content/1/bytes.md": Buffer.from("---\ndate: 2024-02-01\n---\n# A \xE9\n", "latin1"),
  "content/1/carriage.md": "---\rdate: 2024-02-02\r---\r# B\r\nText\r",
  "content/1/empty.md": "",
  "content/1/long.md": `---\ndate: 2024-02-03\n---\n# C\n\n${"Text. ".repeat(60_000)}\n`,
  "content/1/mark.md": "\uFEFF---\ndate: 2024-02-04\n---\n# D\n",
  "content/1/nul.md": "---\ndate: 2024-02-05\n---\n# E\0\n",
  "content/1/replaced.md": "---\ndate: 2024-02-06\n---\n# F \uFFFD\n",
  "content/1/utf-16.md": Buffer.from("\uFEFF---\ndate: 2024-02-07\n---\n# G\n", "utf16le"),
};

interface Way {
  readonly jobs: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a run writes and tells, and a second one after it, with what the first has kept. */
async function buildTwice({ jobs, env = {} }: Way) {
  const cwd = await makeFolder(files);
  await mkdir(join(cwd, "content/folder.md"));
  await symlink("0.md", join(cwd, "content/link.md"));
  await chmod(join(cwd, "content/5.md"), 0);
  const site = ["--site", "https://example.com/", "--title", "Example", "--skip-invalid"];
  const how = ["--jobs", String(jobs), "--reporter", "json", "--limit", "30"];
  const run = () => {
    const { code, stdout, stderr } = runCompiled(["build", ...site, ...how], { cwd, env });
    const { timings, ...report } = JSON.parse(stdout);
    return { code, stderr, report };
  };
  const runs = [run(), run()];
  const written = [...(await readdir(join(cwd, "dist"))).map((name) => `dist/${name}`)];
  const texts = [...written, "feeds.lock.json"].map((path) => readFile(join(cwd, path), "utf8"));
  return { runs, written, texts: await Promise.all(texts) };
}

test("files that are read ahead give the same as those that are not", async () => {
  const one = await buildTwice({ jobs: 1 });
  expect(one.runs).toMatchObject([
    { code: 0, report: { cache: { misses: 30 } } },
    { code: 0, report: { cache: { hits: 30, misses: 0 } } },
  ]);
  expect(one.runs[0]?.report.messages.length).toBeGreaterThan(5);
  expect(await buildTwice({ jobs: 2 })).toEqual(one);
});

// https://nodejs.org/docs/latest-v20.x/api/permissions.html
test("nothing is lost where no thread may be started", async () => {
  const permissions = "--experimental-permission --allow-fs-read=* --allow-fs-write=*";
  const { runs, ...alone } = await buildTwice({ jobs: 2, env: { NODE_OPTIONS: permissions } });
  const { runs: _, ...one } = await buildTwice({ jobs: 1 });
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(alone).toEqual(one);
});
