import { readdir, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runWith } from "../../support/run-feedwright.ts";
import { addFiles, type Files, makeFolder } from "../../support/temporary-folder.ts";

const site = { url: "https://example.com/", title: "Example" };

function article(title: string, year = 2024): string {
  return `---\ntitle: ${title}\ndate: ${year}-07-31\n---\n\nText {% x %}\n`;
}

/** A site that was built twice, so that its files are known by their times. */
async function makeBuilt(files: Files = {}) {
  const root = await makeFolder({
    "content/a.md": article("A"),
    "content/future.md": article("Future", 2027),
    "feedwright.config.json": JSON.stringify({ site }),
    ...files,
  });
  const build = async (...flags: readonly string[]) => {
    const argv = ["--cache", "cache", "--now", "2026-01-01", ...flags];
    // Long after the files were written.
    return await runWith(argv, { cwd: root, now: () => new Date(Date.now() + 10_000) });
  };
  await build();
  await build();
  return { root, build };
}

// A build that recalls the last one does not read what is kept of articles, and does not see that it
// is damaged.
async function damageState(root: string): Promise<void> {
  const names = await readdir(join(root, "cache"), { recursive: true });
  for (const name of names.filter((one) => one.endsWith("state"))) {
    await writeFile(join(root, "cache", name), "damaged");
  }
}

const warning = "feedwright: warning: Expected a readable cache";

describe("a build where nothing changed", () => {
  test("tells what the last one told, and that all is unchanged", async () => {
    const { root, build } = await makeBuilt();
    const { mtimeMs } = await stat(join(root, "dist", "rss.xml"));
    const fresh = await build("--no-cache");
    await damageState(root);
    expect(await build()).toEqual(fresh);
    expect(fresh.stderr).toContain("template");
    expect(fresh.stderr).toMatch(/^unchanged +rss\.xml +1 item, \d+ bytes$/m);
    expect(fresh.stderr).toContain("2 files: 1 published, 1 future; 0 errors, 1 warning");
    expect((await stat(join(root, "dist", "rss.xml"))).mtimeMs).toBe(mtimeMs);
  });

  test.each([
    { flags: [], isRecalled: true },
    { flags: ["--quiet"], isRecalled: true },
    { flags: ["--check"], isRecalled: true },
    { flags: ["--dry-run"], isRecalled: true },
    { flags: ["--reporter", "github"], isRecalled: true },
    { flags: ["--now", "2026-12-31"], isRecalled: true },
    { flags: ["--now", "2025-12-31"], isRecalled: false },
    { flags: ["--now", "2027-07-31"], isRecalled: false },
    { flags: ["--reporter", "json"], isRecalled: false },
    { flags: ["--verbose"], isRecalled: false },
    { flags: ["--drafts"], isRecalled: false },
    { flags: ["--future"], isRecalled: false },
    { flags: ["--skip-invalid"], isRecalled: false },
    { flags: ["--max-warnings", "0"], isRecalled: false },
    { flags: ["--limit", "1"], isRecalled: false },
    { flags: ["--formats", "rss"], isRecalled: false },
    { flags: ["--title", "Other"], isRecalled: false },
  ])("with $flags is recalled: $isRecalled", async ({ flags, isRecalled }) => {
    const { root, build } = await makeBuilt();
    await damageState(root);
    const { stderr } = await build(...flags);
    expect(stderr.includes(warning)).toBe(!isRecalled);
  });

  test.each<{ when: string; change: (root: string) => Promise<unknown> }>([
    {
      when: "an article changed",
      change: (root) => addFiles(root, { "content/a.md": article("B") }),
    },
    { when: "an article came", change: (root) => addFiles(root, { "content/b.md": article("B") }) },
    { when: "an article went", change: (root) => rm(join(root, "content", "future.md")) },
    { when: "an article was touched", change: (root) => utimes(join(root, "content/a.md"), 1, 1) },
    { when: "a feed was edited", change: (root) => addFiles(root, { "dist/atom.xml": "" }) },
    { when: "a feed went", change: (root) => rm(join(root, "dist", "feed.json")) },
    {
      when: "the config changed",
      change: (root) => {
        const config = JSON.stringify({ site, feed: { ttl: 5 } });
        return addFiles(root, { "feedwright.config.json": config });
      },
    },
    { when: "the ledger went", change: (root) => rm(join(root, "feeds.lock.json")) },
    {
      when: "a generator's config came",
      change: (root) => addFiles(root, { "hugo.toml": "title = 'x'" }),
    },
  ])("is not recalled where $when", async ({ change }) => {
    const { root, build } = await makeBuilt();
    await damageState(root);
    await change(root);
    expect((await build()).stderr).toContain(warning);
  });

  test("is not recalled where a media file could be another", async () => {
    const text = article("A").replace("title", "enclosure: /a.mp3\ntitle");
    const { root, build } = await makeBuilt({ "content/a.md": text, "content/a.mp3": "123" });
    await damageState(root);
    expect((await build()).stderr).toContain(warning);
  });

  test("is not recalled where a link is told of, which nobody follows", async () => {
    const { root, build } = await makeBuilt();
    await symlink("a.md", join(root, "content", "link.md"));
    await build();
    await build();
    await damageState(root);
    expect((await build()).stderr).toContain(warning);
  });

  test("is not recalled after one that failed on a damaged memory of it", async () => {
    const { root, build } = await makeBuilt();
    const fresh = await build("--no-cache");
    for (const name of await readdir(join(root, "cache"), { recursive: true })) {
      if (name.endsWith("run")) await writeFile(join(root, "cache", name), "damaged");
    }
    expect(await build()).toEqual(fresh);
    await damageState(root);
    expect(await build()).toEqual(fresh);
  });
});
