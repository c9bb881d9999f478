import { readdir, readFile, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runIn } from "../support/run-feedwright.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const site = ["--site", "https://example.com/", "--title", "Example"];
const article = (title: string, more = "date: 2024-07-31") =>
  `---\ntitle: ${title}\n${more}\n---\nText`;
const ready = { "content/a.md": article("A") };
const warned = { "content/a.md": "---\ndate: 2024-07-31\n---\nNo title" };
const invalid = { ...ready, "content/b.md": article("B", "date: never") };

async function everything(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).toSorted();
}

async function titles(folder: string, out = "dist"): Promise<readonly string[]> {
  const { items } = JSON.parse(await readFile(join(folder, out, "feed.json"), "utf8"));
  return items.map(({ title }: { title: string }) => title);
}

test.each([
  { when: "all is well", files: ready, flags: [], code: 0 },
  { when: "there is a warning", files: warned, flags: [], code: 0 },
  {
    when: "there are as many warnings as allowed",
    files: warned,
    flags: ["--max-warnings", "1"],
    code: 0,
  },
  {
    when: "there are more warnings than allowed",
    files: warned,
    flags: ["--max-warnings", "0"],
    code: 1,
  },
  { when: "an article is invalid", files: invalid, flags: [], code: 1 },
  { when: "an invalid article is skipped", files: invalid, flags: ["--skip-invalid"], code: 0 },
  {
    when: "skipping is one warning too many",
    files: invalid,
    flags: ["--skip-invalid", "--max-warnings", "0"],
    code: 1,
  },
  { when: "nothing is written yet", files: ready, flags: ["--check"], code: 1 },
  { when: "nothing is to be written", files: ready, flags: ["--dry-run"], code: 0 },
  { when: "a dry run finds something", files: invalid, flags: ["--dry-run"], code: 1 },
  { when: "a flag is unknown", files: ready, flags: ["--nonsense"], code: 2 },
  { when: "the content is missing", files: ready, flags: ["nowhere"], code: 2 },
])("exits $code when $when", async ({ files, flags, code }) => {
  const folder = await makeFolder(files);
  expect((await runIn(folder, [...site, ...flags])).code).toBe(code);
  const isWritten = code === 0 && !flags.includes("--dry-run");
  expect((await everything(folder)).includes("dist")).toBe(isWritten);
});

test.each([
  {
    when: "an article is invalid",
    files: invalid,
    flags: [],
    last: "nothing was written; mend the articles, or leave them out with `--skip-invalid`",
  },
  {
    when: "there are too many warnings",
    files: warned,
    flags: ["--max-warnings", "0"],
    last: "nothing was written; expected at most 0 warnings, not 1 (`--max-warnings`)",
  },
  {
    when: "the feeds are out of date",
    files: ready,
    flags: ["--check"],
    last: "out of date: rss.xml, atom.xml, feed.json, subscribe.html, feed.css, feeds.lock.json; run `feedwright build`",
  },
])("says why it exits 1 when $when", async ({ files, flags, last }) => {
  const { stdout, stderr } = await runIn(await makeFolder(files), [...site, ...flags]);
  expect(stdout).toBe("");
  expect(stderr.trimEnd().split("\n").at(-1)).toBe(`feedwright: ${last}`);
});

test("says on stderr what was done, and nothing on stdout", async () => {
  const { stdout, stderr } = await runIn(await makeFolder(ready), site);
  expect(stdout).toBe("");
  expect(stderr.replace(/\d+ bytes/g, "N bytes")).toBe(
    [
      "written      rss.xml  1 item, N bytes",
      "written      atom.xml  1 item, N bytes",
      "written      feed.json  1 item, N bytes",
      "written      subscribe.html  N bytes",
      "written      feed.css  N bytes",
      "written      feeds.lock.json  1 article",
      "✔ 1 file: 1 published; 0 errors, 0 warnings",
      "",
    ].join("\n"),
  );
});

test("an invalid article leaves the feeds that are there", async () => {
  const folder = await makeFolder(ready);
  await runIn(folder, site);
  await addFiles(folder, {
    "content/a.md": article("New"),
    "content/b.md": article("B", "date: x"),
  });
  expect((await runIn(folder, site)).code).toBe(1);
  expect(await titles(folder)).toEqual(["A"]);
  expect((await runIn(folder, [...site, "--skip-invalid"])).code).toBe(0);
  expect(await titles(folder)).toEqual(["New"]);
});

test.each(["--check", "--dry-run"])("%s writes nothing at all", async (flag) => {
  const folder = await makeFolder(ready);
  await runIn(folder, [...site, flag]);
  expect(await everything(folder)).toEqual(["content", join("content", "a.md")]);
  await runIn(folder, site);
  await addFiles(folder, { "content/a.md": article("Changed") });
  const before = await everything(folder);
  const then = new Date("2020-01-01T00:00:00Z");
  for (const path of before) await utimes(join(folder, path), then, then);
  const { code } = await runIn(folder, [...site, flag, "--formats", "json"]);
  expect(code).toBe(flag === "--check" ? 1 : 0);
  expect(await everything(folder)).toEqual(before);
  const times = await Promise.all(
    before.map(async (path) => (await stat(join(folder, path))).mtime),
  );
  expect(times).toEqual(before.map(() => then));
});

test("--check exits 0 as long as nothing changed, whatever the clock says", async () => {
  const folder = await makeFolder(ready);
  await runIn(folder, [...site, "--now", "2025-01-01"]);
  expect((await runIn(folder, [...site, "--check", "--now", "2029-01-01"])).code).toBe(0);
  await addFiles(folder, { "content/a.md": article("Changed") });
  expect((await runIn(folder, [...site, "--check"])).code).toBe(1);
});

test("a build that changes nothing touches no feed", async () => {
  const folder = await makeFolder(ready);
  await runIn(folder, site);
  const then = new Date("2020-01-01T00:00:00Z");
  const names = ["rss.xml", "atom.xml", "feed.json"];
  for (const name of names) await utimes(join(folder, "dist", name), then, then);
  await runIn(folder, site);
  for (const name of names) expect((await stat(join(folder, "dist", name))).mtime).toEqual(then);
});

const gated = {
  "content/ready.md": article("Ready"),
  "content/draft.md": article("Draft", "date: 2024-07-30\ndraft: true"),
  "content/undated.md": article("Undated", "draft: true"),
  "content/future.md": article("Future", "date: 2026-01-01T00:00:01Z"),
  "content/both.md": article("Both", "date: 2027-01-01\ndraft: true"),
};

test.each([
  { flags: [], env: {}, expected: ["Ready"] },
  { flags: ["--drafts"], env: {}, expected: ["Ready", "Draft"] },
  { flags: ["--future"], env: {}, expected: ["Future", "Ready"] },
  { flags: ["--drafts", "--future"], env: {}, expected: ["Both", "Future", "Ready", "Draft"] },
  { flags: ["--now", "2026-01-01T00:00:01Z"], env: {}, expected: ["Future", "Ready"] },
  { flags: ["--now", "2024-07-30"], env: {}, expected: [] },
  { flags: [], env: { SOURCE_DATE_EPOCH: "1767225601" }, expected: ["Future", "Ready"] },
  { flags: [], env: { SOURCE_DATE_EPOCH: "1000000000" }, expected: [] },
])("with $flags and $env the articles are $expected", async ({ flags, env, expected }) => {
  const folder = await makeFolder(gated);
  expect((await runIn(folder, [...site, ...flags], env)).code).toBe(0);
  expect(await titles(folder)).toEqual(expected);
});

test.each([
  { flags: [], count: 20 },
  { flags: ["--limit", "3"], count: 3 },
  { flags: ["--limit", "all"], count: 25 },
])("with $flags a feed has $count articles, the newest", async ({ flags, count }) => {
  const days = Array.from({ length: 25 }, (_, index) => String(index + 1).padStart(2, "0"));
  const files = days.map((day) => [`content/${day}.md`, article(day, `date: 2024-01-${day}`)]);
  const folder = await makeFolder(Object.fromEntries(files));
  await runIn(folder, [...site, ...flags]);
  expect(await titles(folder)).toEqual(days.toReversed().slice(0, count));
});

test.each([
  { formats: "rss", names: ["feed.css", "rss.xml", "subscribe.html"] },
  { formats: "json", names: ["feed.json", "subscribe.html"] },
  {
    formats: "json,atom",
    names: ["atom.xml", "feed.css", "feed.json", "subscribe.html"],
  },
  {
    formats: "RSS, Atom, JSON",
    names: ["atom.xml", "feed.css", "feed.json", "rss.xml", "subscribe.html"],
  },
])("--formats $formats writes $names", async ({ formats, names }) => {
  const folder = await makeFolder(ready);
  await runIn(folder, [...site, "--formats", formats]);
  expect((await readdir(join(folder, "dist"))).toSorted()).toEqual(names);
});

test.each([["posts"], ["build", "posts"], ["--content", "posts"], ["--content=posts"]])(
  "the content folder may be given as %s %s",
  async (...words) => {
    const folder = await makeFolder({ "posts/a.md": article("Post"), ...ready });
    await runIn(folder, [...words, ...site]);
    expect(await titles(folder)).toEqual(["Post"]);
  },
);

test("--out names the output folder, which is made", async () => {
  const folder = await makeFolder(ready);
  await runIn(folder, [...site, "--out", "public/feeds"]);
  expect(await titles(folder, "public/feeds")).toEqual(["A"]);
});

test("--config names the config, and flags win over it", async () => {
  const options = {
    site: { url: "https://one.example/", title: "One" },
    feed: { paths: { json: "feed.json" }, formats: ["json"] },
  };
  const folder = await makeFolder({
    "site/one.json": JSON.stringify(options),
    "site/content/a.md": article("A"),
  });
  await runIn(folder, ["--config", "site/one.json", "--title", "Two"]);
  const feed = JSON.parse(await readFile(join(folder, "site/dist/feed.json"), "utf8"));
  expect([feed.title, feed.home_page_url]).toEqual(["Two", "https://one.example/"]);
});
