import { rename, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";
import { settle } from "../../src/cli/settings.ts";
import type { Options } from "../../src/config/options.ts";
import type { StoreOptions } from "../../src/store/store.ts";
import { addFiles, type Files, makeFolder } from "../support/temporary-folder.ts";

const site = { url: "https://example.com/", title: "Example" };
const clock = new Date("2026-01-01T00:00:00Z");

async function settleIn(cwd: string, argv: readonly string[] = []): Promise<StoreOptions> {
  const stream = { write: () => true };
  const io = { stdout: stream, stderr: stream, env: {}, cwd, now: () => clock };
  return (await settle(readArguments(argv), io)).store;
}

function json(options: Options): Files {
  return { "feedwright.config.json": JSON.stringify({ site, ...options }) };
}

/** The package of a plugin, and npm's list of what is installed. */
function plugin(name: string, code = "export default () => {};", list = "{}"): Files {
  const manifest = { name, type: "module", exports: "./index.js" };
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify(manifest),
    [`node_modules/${name}/index.js`]: code,
    [`node_modules/${name}/lib/part.js`]: "export const part = 1;",
    "node_modules/.package-lock.json": list,
  };
}

/** Which fingerprints another state of a folder changes. */
async function changesOf(before: Files, after: Files, argv: readonly string[] = []) {
  const cwd = await makeFolder(before);
  const first = await settleIn(cwd);
  expect(await settleIn(cwd)).toEqual(first);
  await addFiles(cwd, after);
  const second = await settleIn(cwd, argv);
  const isRead = first.readPrint !== second.readPrint;
  const isMade = first.entryPrint !== second.entryPrint;
  if (isRead) expect(isMade).toBe(true);
  return isRead ? "all" : isMade ? "entries" : "nothing";
}

describe("the fingerprints of a run", () => {
  test.each<{ when: string; options: Options; changes: string }>([
    { when: "site.title", options: { site: { ...site, title: "T" } }, changes: "all" },
    {
      when: "site.timezone",
      options: { site: { ...site, timezone: "Asia/Seoul" } },
      changes: "all",
    },
    { when: "site.language", options: { site: { ...site, language: "ko" } }, changes: "all" },
    { when: "site.author", options: { site: { ...site, author: "A" } }, changes: "all" },
    { when: "content.permalink", options: { content: { permalink: "/:slug/" } }, changes: "all" },
    { when: "content.convention", options: { content: { convention: "hugo" } }, changes: "all" },
    { when: "feed.content", options: { feed: { content: "summary" } }, changes: "entries" },
    { when: "feed.formats", options: { feed: { formats: ["rss"] } }, changes: "entries" },
    { when: "feed.markdown", options: { feed: { markdown: true } }, changes: "entries" },
    { when: "markdown.parser", options: { markdown: { parser: "satteri" } }, changes: "entries" },
    { when: "markdown.math", options: { markdown: { math: true } }, changes: "entries" },
    {
      when: "markdown.shortcodes",
      options: { markdown: { shortcodes: { a: "b" } } },
      changes: "entries",
    },
    {
      when: "markdown.sanitize",
      options: { markdown: { sanitize: { tagNames: ["x-y"] } } },
      changes: "entries",
    },
    {
      when: "markdown.remarkPlugins",
      options: { markdown: { remarkPlugins: ["a"] } },
      changes: "entries",
    },
    { when: "feed.limit", options: { feed: { limit: 1 } }, changes: "nothing" },
    { when: "feed.paths", options: { feed: { paths: { rss: "a.xml" } } }, changes: "nothing" },
    { when: "feed.ttl", options: { feed: { ttl: 1 } }, changes: "nothing" },
    { when: "cache.maxSize", options: { cache: { maxSize: 1 } }, changes: "nothing" },
  ])("change with all that the work depends on: $when changes $changes", async (given) => {
    const files = { ...plugin("a"), "content/a.md": "" };
    expect(await changesOf({ ...files, ...json({}) }, json(given.options))).toBe(given.changes);
  });

  test.each([
    { flag: ["--title", "T"], changes: "all" },
    { flag: ["--site", "https://example.org/"], changes: "all" },
    { flag: ["--formats", "json"], changes: "entries" },
    { flag: ["--limit", "3"], changes: "nothing" },
    { flag: ["--drafts"], changes: "nothing" },
  ])("change with flags as with the config: $flag", async ({ flag, changes }) => {
    expect(await changesOf({ ...json({}), "content/a.md": "" }, {}, flag)).toBe(changes);
  });

  test("change with the config of a site generator", async () => {
    const hugo = { ...json({}), "content/a.md": "", "hugo.toml": 'baseURL = "https://a.example/"' };
    const language = { "hugo.toml": 'baseURL = "https://a.example/"\nlanguageCode = "ko"' };
    expect(await changesOf(hugo, language)).toBe("all");
    expect(await changesOf({ ...json({}), "content/a.md": "" }, hugo)).toBe("all");
  });

  test.each([
    { when: "its main file", after: plugin("a", "export default () => 1;") },
    {
      when: "another file of it",
      after: { "node_modules/a/lib/part.js": "export const part = 2;" },
    },
    { when: "a file that is new", after: { "node_modules/a/lib/new.js": "" } },
    { when: "what is installed beside it", after: plugin("a", undefined, '{ "packages": {} }') },
    { when: "its options", after: json({ markdown: { remarkPlugins: [["a", { b: 1 }]] } }) },
    { when: "its list", after: json({ markdown: { rehypePlugins: ["a"] } }) },
    { when: "how often it runs", after: json({ markdown: { remarkPlugins: ["a", "a"] } }) },
  ])("change with a plugin: $when", async ({ after }) => {
    const before = { ...json({ markdown: { remarkPlugins: ["a"] } }), ...plugin("a") };
    expect(await changesOf({ ...before, "content/a.md": "" }, after)).toBe("entries");
  });

  test("are another where plugins change places", async () => {
    const files = { ...plugin("a"), ...plugin("b", "export default () => 2;"), "content/a.md": "" };
    const lists = [
      { remarkPlugins: ["a", "b"] },
      { remarkPlugins: ["b", "a"] },
      { remarkPlugins: ["a"], rehypePlugins: ["b"] },
      { rehypePlugins: ["a", "b"] },
    ];
    const cwd = await makeFolder(files);
    const prints = new Set<string | undefined>();
    for (const markdown of lists) {
      await addFiles(cwd, json({ markdown }));
      prints.add((await settleIn(cwd)).entryPrint);
    }
    expect(prints.size).toBe(lists.length);
  });
});

describe("of entries nothing is kept", () => {
  const unnamed = (option: string): Files => ({
    "feedwright.config.mjs": `const own = () => {};
export default { site: ${JSON.stringify(site)}, markdown: { remarkPlugins: [${option}] } };`,
  });

  test.each([
    { when: "a plugin is written in the config", files: unnamed("own") },
    { when: "a plugin's options hold a program", files: unnamed("['a', { use: own }]") },
    { when: "they hold a pattern", files: unnamed("['a', { test: /b/ }]") },
    {
      when: "they hold a number that JSON cannot say",
      files: unnamed("['a', { most: Infinity }]"),
    },
    { when: "they hold a large whole number", files: unnamed("['a', { most: 1n }]") },
  ])("where $when", async ({ files }) => {
    const cwd = await makeFolder({ ...plugin("a"), ...files, "content/a.md": "" });
    const { entryPrint, readPrint } = await settleIn(cwd);
    expect([entryPrint, readPrint]).toEqual([undefined, expect.any(String)]);
  });

  test("where no list says what is installed", async () => {
    const { "node_modules/.package-lock.json": _, ...files } = plugin("a");
    const config = json({ markdown: { remarkPlugins: ["a"] } });
    const cwd = await makeFolder({ ...files, ...config, "content/a.md": "" });
    expect((await settleIn(cwd)).entryPrint).toBeUndefined();
  });

  test("where a plugin is linked from where somebody works on it", async () => {
    const config = json({ markdown: { remarkPlugins: ["a"] } });
    const cwd = await makeFolder({ ...plugin("a"), ...config, "content/a.md": "" });
    expect((await settleIn(cwd)).entryPrint).toEqual(expect.any(String));
    await rename(join(cwd, "node_modules/a"), join(cwd, "work"));
    await symlink(join(cwd, "work"), join(cwd, "node_modules/a"), "junction");
    expect((await settleIn(cwd)).entryPrint).toBeUndefined();
  });

  test("and all is kept where options are plain", async () => {
    const files = unnamed("['a', { list: [1, 'b', null, true] }]");
    const cwd = await makeFolder({ ...plugin("a"), ...files, "content/a.md": "" });
    expect((await settleIn(cwd)).entryPrint).toEqual(expect.any(String));
  });
});

describe("the folder of a store", () => {
  test("is the same wherever the site lies, and another for another output or config", async () => {
    const files = {
      ...json({}),
      "content/a.md": "",
      "other/a.md": "",
      "two.json": json({})["feedwright.config.json"] ?? "",
    };
    const [one, two] = [await makeFolder(files), await makeFolder(files)];
    const folderOf = async (cwd: string, ...argv: readonly string[]) =>
      (await settleIn(cwd, argv)).folder?.slice(cwd.length);
    const usual = await folderOf(one);
    expect(usual).toMatch(/^[\\/]\.feedwright[\\/]cache[\\/][\w-]{16}$/);
    expect(await folderOf(two)).toBe(usual);
    const others = [
      await folderOf(one, "--out", "out"),
      await folderOf(one, "other"),
      await folderOf(one, "--config", "two.json"),
    ];
    expect(new Set([usual, ...others]).size).toBe(4);
  });

  test("is in the cache that is named; there is none without a cache", async () => {
    const cwd = await makeFolder({ ...json({}), "content/a.md": "" });
    const { folder } = await settleIn(cwd, ["--cache", "my/cache"]);
    expect(folder?.startsWith(join(cwd, "my", "cache"))).toBe(true);
    expect((await settleIn(cwd, ["--no-cache"])).folder).toBeUndefined();
  });

  test("has the room that the config gives it, in megabytes", async () => {
    const cwd = await makeFolder({ ...json({ cache: { maxSize: 7 } }), "content/a.md": "" });
    expect((await settleIn(cwd)).maxSize).toBe(7_000_000);
  });
});
