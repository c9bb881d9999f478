import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runIn } from "../../support/run-feedwright.ts";
import { change, commit, configOf, makeBuiltSite, post } from "./built-site.ts";

/** Every file of a folder with its bytes and the time of its last change, every folder with its time. */
async function picture(folder: string): Promise<Readonly<Record<string, string>>> {
  const paths = (await readdir(folder, { recursive: true })).toSorted();
  const seen = paths.map(async (path) => {
    const facts = await stat(join(folder, path), { bigint: true });
    const bytes = facts.isDirectory() ? "folder" : await readFile(join(folder, path), "base64");
    return [path, `${facts.mtimeNs} ${bytes}`] as const;
  });
  return Object.fromEntries(await Promise.all(seen));
}

const three = { "content/three.md": post("Three", "03") };
const draft = { "content/three.md": post("Three", "03", "draft: true\n") };
const bad = { "content/three.md": "---\ndate: never\n---\nText" };
const moved = configOf({ content: { permalink: "/blog/:slug/" } });

test.each([
  { when: "nothing has changed", files: {}, flags: [] },
  { when: "everything is out of date", files: { ...three, ...moved }, flags: [] },
  { when: "it is compared with a revision", files: three, flags: ["--since", "HEAD"] },
  { when: "a draft is let in", files: draft, flags: ["--drafts"] },
  { when: "an article is invalid", files: bad, flags: [] },
  { when: "an invalid article is left out", files: bad, flags: ["--skip-invalid"] },
  { when: "there is no output folder", files: { ...three, dist: undefined }, flags: [] },
  { when: "there is no ledger", files: { ...three, "feeds.lock.json": undefined }, flags: [] },
  { when: "there is no cache", files: { ...three, ".feedwright": undefined }, flags: [] },
  { when: "the cache is elsewhere", files: three, flags: ["--cache", "elsewhere"] },
  {
    when: "the cache is damaged",
    files: { ".feedwright/cache/written.json": "{" },
    flags: [],
  },
])("nothing is written when $when", async ({ files, flags }) => {
  // A ledger that no commit has may go.
  const folder = await makeBuiltSite({ ...configOf(), ".gitignore": "feeds.lock.json\n" });
  await commit(folder);
  await change(folder, files);
  const before = await picture(folder);
  await runIn(folder, ["check", ...flags]);
  expect(await picture(folder)).toEqual(before);
});
