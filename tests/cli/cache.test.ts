import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runIn } from "../support/run-feedwright.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const site = ["--site", "https://example.com/", "--title", "Example"];
const article = "---\ntitle: A\ndate: 2024-07-31\n---\nText";
const all = ["atom.xml", "feed.css", "feed.json", "rss.xml", "subscribe.html"];

async function feedsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(join(folder, "dist"))).toSorted();
}

test.each([
  { when: "there are no node_modules", files: {}, flags: [], cache: ".feedwright/cache" },
  {
    when: "there are node_modules",
    files: { "node_modules/x/index.js": "" },
    flags: [],
    cache: "node_modules/.cache/feedwright",
  },
  { when: "it is named", files: {}, flags: ["--cache", "my/cache"], cache: "my/cache" },
])("the cache is in $cache when $when", async ({ files, flags, cache }) => {
  const folder = await makeFolder({ ...files, "content/a.md": article });
  await runIn(folder, [...site, ...flags]);
  const names = await readdir(join(folder, cache));
  const [store = "", ...others] = names.filter((name) => name !== "written.json");
  expect([names.length, store, others]).toEqual([2, expect.stringMatching(/^[\w-]{16}$/), []]);
  const pack = /^[\da-f-]{36}\.pack$/;
  expect((await readdir(join(folder, cache, store))).toSorted()).toEqual([
    expect.stringMatching(pack),
    "state",
  ]);
});

test("a feed that is no longer produced goes", async () => {
  const folder = await makeFolder({ "content/a.md": article });
  await runIn(folder, site);
  expect((await runIn(folder, [...site, "--formats", "rss"])).code).toBe(0);
  expect(await feedsIn(folder)).toEqual(["feed.css", "rss.xml", "subscribe.html"]);
});

test("a feed that was edited stays, and is never feedwright's again", async () => {
  const folder = await makeFolder({ "content/a.md": article });
  await runIn(folder, site);
  const own = await readFile(join(folder, "dist", "atom.xml"));
  await writeFile(join(folder, "dist", "atom.xml"), "edited");
  await runIn(folder, [...site, "--formats", "rss"]);
  expect(await feedsIn(folder)).toEqual(["atom.xml", "feed.css", "rss.xml", "subscribe.html"]);
  await writeFile(join(folder, "dist", "atom.xml"), own);
  await runIn(folder, [...site, "--formats", "rss"]);
  expect(await feedsIn(folder)).toEqual(["atom.xml", "feed.css", "rss.xml", "subscribe.html"]);
});

test("a feed at another path takes the old one's place", async () => {
  const config = (rss: string) => ({
    "feedwright.config.json": JSON.stringify({ feed: { paths: { rss } } }),
  });
  const folder = await makeFolder({ ...config("rss.xml"), "content/a.md": article });
  await runIn(folder, site);
  await addFiles(folder, config("index.xml"));
  await runIn(folder, site);
  expect(await feedsIn(folder)).toEqual([
    "atom.xml",
    "feed.css",
    "feed.json",
    "index.xml",
    "subscribe.html",
  ]);
});

test("two sites may share an output folder and a cache", async () => {
  const folder = await makeFolder({
    "en/a.md": article,
    "ko/a.md": article,
    "en.json": JSON.stringify({ content: { folder: "en" }, feed: { paths: { rss: "en.xml" } } }),
    "ko.json": JSON.stringify({ content: { folder: "ko" }, feed: { paths: { rss: "ko.xml" } } }),
  });
  for (const name of ["en", "ko", "en"]) {
    await runIn(folder, [...site, "--config", `${name}.json`, "--formats", "rss"]);
  }
  expect(await feedsIn(folder)).toEqual(["en.xml", "feed.css", "ko.xml", "subscribe.html"]);
});

test("without a cache nothing is kept, and nothing goes", async () => {
  const folder = await makeFolder({ "content/a.md": article });
  await runIn(folder, [...site, "--no-cache"]);
  await runIn(folder, [...site, "--no-cache", "--formats", "rss"]);
  expect(await feedsIn(folder)).toEqual(all);
  expect((await readdir(folder)).toSorted()).toEqual(["content", "dist", "feeds.lock.json"]);
});

test("a run that fails forgets nothing", async () => {
  const folder = await makeFolder({ "content/a.md": article });
  await runIn(folder, site);
  await addFiles(folder, { "content/b.md": "---\ntitle: B\ndate: never\n---\n" });
  const flags = [...site, "--formats", "rss"];
  const { code, stdout } = await runIn(folder, [...flags, "--reporter", "json"]);
  expect({ code, feeds: JSON.parse(stdout).feeds }).toEqual({ code: 1, feeds: [] });
  expect(await feedsIn(folder)).toEqual(all);
  expect((await runIn(folder, [...flags, "--skip-invalid"])).code).toBe(0);
  expect(await feedsIn(folder)).toEqual(["feed.css", "rss.xml", "subscribe.html"]);
});

test.each([
  { when: "damaged", text: '{ "dist' },
  { when: "another program's", text: '{ "lockfileVersion": 3 }' },
])("a cache that is $when is a warning, and the run goes on", async ({ text }) => {
  const folder = await makeFolder({ "content/a.md": article, "c/written.json": text });
  const { code, stderr } = await runIn(folder, [...site, "--cache", "c", "--quiet"]);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^feedwright: warning: Expected a readable cache in .*c \(.*\); the run goes on without it\n$/,
  );
  expect(await feedsIn(folder)).toEqual(all);
  expect((await runIn(folder, [...site, "--cache", "c", "--quiet"])).stderr).toBe("");
});

test("a cache that cannot be written is a warning, and the run goes on", async () => {
  const folder = await makeFolder({ "content/a.md": article, c: "a file" });
  const { code, stderr } = await runIn(folder, [...site, "--cache", "c", "--quiet"]);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^feedwright: warning: Expected a cache that can be written \(.*\); the feeds are done\n$/m,
  );
  expect(await feedsIn(folder)).toEqual(all);
});

test("what a section hands down counts for articles that are as they were", async () => {
  const section = (author: string) => ({
    "content/posts/_index.md": `---\ncascade: { author: ${author} }\n---\n`,
  });
  const folder = await makeFolder({
    "hugo.toml": "",
    "content/posts/a.md": article,
    ...section("Ann"),
  });
  const build = async () => {
    await runIn(folder, site);
    return await readFile(join(folder, "dist", "rss.xml"), "utf8");
  };
  expect(await build()).toContain("<dc:creator>Ann</dc:creator>");
  await addFiles(folder, section("Bob"));
  expect(await build()).toContain("<dc:creator>Bob</dc:creator>");
  expect(await build()).toContain("<dc:creator>Bob</dc:creator>");
});
