import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runCompiled } from "../support/run-compiled.ts";
import { type Files, makeFolder } from "../support/temporary-folder.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Articles that link to each other, the newest first: so many that threads are worth it. */
function articles(count: number): Files {
  const all = Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2024, 0, 1) - index * 60_000).toISOString();
    const body = `Text ${index}, a [link](${(index + 1) % count}.md) and <b>HTML</b>.`;
    return [`content/${index}.md`, `---\ndate: ${date}\n---\n# Title ${index}\n\n${body}\n`];
  });
  return Object.fromEntries(all);
}

/** What a build with so many threads, which load what is compiled, writes and tells. */
async function build(files: Files, jobs: number) {
  const cwd = await makeFolder(files);
  const site = ["--site", "https://example.com/", "--title", "Example", "--no-cache"];
  const how = ["--jobs", String(jobs), "--reporter", "json", "--limit", "all"];
  const { code, stdout, stderr } = runCompiled(["build", ...site, ...how], { cwd });
  const { timings, ...report } = JSON.parse(stdout);
  const names = code === 0 ? await readdir(join(cwd, "dist")) : [];
  const texts = names.map((name) => readFile(join(cwd, "dist", name), "utf8"));
  return { code, stderr, report, names, texts: await Promise.all(texts) };
}

test("several threads give the same as one", async () => {
  const [one, two, three] = [
    await build(articles(320), 1),
    await build(articles(320), 2),
    await build(articles(320), 3),
  ];
  const items = 320;
  expect(one).toMatchObject({
    code: 0,
    stderr: "",
    report: { feeds: [{ items }, { items }, {}, {}, {}] },
  });
  expect(two).toEqual(one);
  expect(three).toEqual(one);
});

test("what threads say of an article stands at its place", async () => {
  const files = {
    ...articles(320),
    "content/3.md": "---\ndate: 2025-01-01\n---\n# A\n\n<a href='x:\n",
  };
  const bad = {
    ...files,
    "content/4.md": `---\ndate: 2025-01-01\n---\n# B\n\n${"> ".repeat(3000)}x\n`,
  };
  const one = await build(bad, 1);
  expect(one.report.messages).not.toEqual([]);
  expect(await build(bad, 2)).toEqual(one);
});
