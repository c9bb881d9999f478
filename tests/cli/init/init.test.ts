import { mkdir, readdir, readFile, rm, symlink } from "node:fs/promises";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { loadOptions } from "../../../src/config/load.ts";
import { runIn } from "../../support/run-feedwright.ts";
import { addFiles, type Files, makeFolder } from "../../support/temporary-folder.ts";

const article = (title: string) => `---\ntitle: ${title}\ndate: 2024-07-31\n---\nText`;
const site = ["--site", "https://example.com/", "--title", "Example"];
const identity = { url: "https://example.com/", title: "Example" };

/** A Jekyll site whose config says everything. */
const whole: Files = {
  "_config.yml": "title: J\nurl: https://j.example\npermalink: pretty\n",
  "_posts/2024-07-01-a.md": "---\ntitle: A\n---\n",
  "_posts/2024-07-02-b.md": "---\ntitle: B\n---\n",
  "_posts/2024-07-03-c.md": "---\ntitle: C\n---\n",
  "_posts/2024-07-04-d.md": "---\ntitle: D\n---\n",
  "_posts/2024-07-05-e.md": "---\ntitle: E\npublished: false\n---\n",
  "_posts/2026-07-05-f.md": "---\ntitle: F\n---\n",
};

async function everything(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [relative(folder, path), await readFile(path, "utf8")] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

async function configOf(folder: string): Promise<object> {
  return JSON.parse(await readFile(join(folder, "feedwright.config.json"), "utf8"));
}

test("tells what it found, what it wrote, and what to do next", async () => {
  const folder = await makeFolder(whole);
  const { code, stdout, stderr } = await runIn(folder, ["init", "--title", 'J & "K"']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(stderr.split("\n")).toEqual([
    "Jekyll's conventions, because of `_config.yml` beside `_posts`",
    "6 files: 4 published, 1 draft, 1 future",
    "  https://j.example/2024/07/04/d/",
    "  https://j.example/2024/07/03/c/",
    "  https://j.example/2024/07/02/b/",
    "feedwright.config.json:",
    "  {",
    '    "site": {',
    '      "title": "J & \\"K\\""',
    "    }",
    "  }",
    "Written: feedwright.config.json",
    "Next:",
    "  npx feedwright  (writes rss.xml, atom.xml, feed.json to dist, to be published with the site)",
    "and in the <head> of the site's pages:",
    '  <link rel="alternate" type="application/rss+xml" title="J &amp; &quot;K&quot;" href="https://j.example/rss.xml">',
    "",
  ]);
});

test("tells of invalid articles, and writes the config all the same", async () => {
  const folder = await makeFolder({ "content/a.md": "---\ntitle: A\ndate: never\n---\n" });
  const { code, stderr } = await runIn(folder, ["init", ...site]);
  expect(code).toBe(0);
  expect(stderr).toContain(
    "1 file: 1 invalid\n`npx feedwright list` tells what is wrong with the invalid ones\n",
  );
  expect(await configOf(folder)).toEqual({ site: identity });
});

test.each([
  { when: "the generator says all", files: whole, flags: [], config: {} },
  {
    when: "flags say what the generator says",
    files: whole,
    flags: ["--site", "https://j.example/", "--title", "J", "--out", "dist", "--limit", "20"],
    config: {},
  },
  {
    when: "flags say what the defaults are",
    files: whole,
    flags: ["--formats", "json,rss,atom", "--content", "."],
    config: {},
  },
  {
    when: "flags say other things",
    files: { ...whole, "posts/_posts/2024-07-31-a.md": article("A") },
    flags: [
      ...["--site", "https://k.example", "--title", "K", "--out", "_site/feeds", "posts"],
      ...["--limit", "all", "--formats", "json,rss"],
    ],
    config: {
      site: { url: "https://k.example", title: "K" },
      content: { folder: "posts" },
      feed: { limit: "all", formats: ["json", "rss"] },
      out: "_site/feeds",
    },
  },
  {
    when: "there is no generator",
    files: { "content/a.md": article("A") },
    flags: site,
    config: { site: identity },
  },
  {
    when: "a generator's address is none",
    files: { ...whole, "_config.yml": "title: J\nurl: j.example\n" },
    flags: ["--site", "https://j.example"],
    config: { site: { url: "https://j.example" } },
  },
  {
    when: "a CNAME tells the address",
    files: { "content/a.md": article("A"), "static/CNAME": "blog.example.com\n" },
    flags: ["--title", "T"],
    config: { site: { url: "https://blog.example.com/", title: "T" } },
  },
  {
    when: "a README tells the title, and package.json the address",
    files: {
      "content/a.md": article("A"),
      "README.md": "<p></p>\n\n# [My `<b>`](/) **blog** ![](x.png) #\n\n# No\n",
      "package.json": '{ "homepage": "https://example.com/me" }',
    },
    flags: [],
    config: {
      $schema: "./node_modules/feedwright/schema.json",
      site: { url: "https://example.com/me", title: "My <b> blog" },
    },
  },
  {
    when: "the articles are elsewhere",
    files: { "blog/a.md": article("A"), "README.md": "Text" },
    flags: site,
    config: { site: identity, content: { folder: "blog" } },
  },
  {
    when: "folders are languages",
    files: { "content/ko/a.md": article("A"), "content/pt-BR/b.md": article("B") },
    flags: site,
    config: { site: identity, content: { languages: ["ko", "pt-BR"] } },
  },
  {
    when: "feedwright is installed",
    files: { "content/a.md": article("A"), "node_modules/feedwright/package.json": "{}" },
    flags: site,
    config: { $schema: "./node_modules/feedwright/schema.json", site: identity },
  },
])("writes only what could not be found where $when", async ({ files, flags, config }) => {
  const folder = await makeFolder({ ...files });
  const { code } = await runIn(folder, ["init", ...flags]);
  expect(code).toBe(0);
  expect(await configOf(folder)).toEqual(config);
});

test("says where what it guessed comes from", async () => {
  const cwd = join(await makeFolder({ "my-notes/content/a.md": article("A") }), "my-notes");
  const { stderr } = await runIn(cwd, ["init", "--site", "https://example.com/"]);
  expect(stderr).toContain(
    "The title of the feed is `my-notes`, from the name of the folder; `--title` gives another\n",
  );
  expect(stderr).toContain("No site generator was recognised");
  expect(await configOf(cwd)).toEqual({
    site: { url: "https://example.com/", title: "my-notes" },
  });
});

test("names the schema of a package that is installed above", async () => {
  const folder = await makeFolder({
    "node_modules/feedwright/package.json": "{}",
    "sites/one/content/a.md": article("A"),
  });
  await runIn(join(folder, "sites/one"), ["init", ...site]);
  expect(await configOf(join(folder, "sites/one"))).toMatchObject({
    $schema: "../../node_modules/feedwright/schema.json",
  });
});

test.each([
  { when: "nothing is given", flags: site },
  { when: "the same is given", flags: [] },
  { when: "it is forced", flags: ["--force", ...site] },
])("a second run changes nothing when $when", async ({ flags }) => {
  const folder = await makeFolder({ "blog/a.md": article("A"), "package.json": "{}" });
  await runIn(folder, ["init", ...site, "--script"]);
  const before = await everything(folder);
  const { code, stderr } = await runIn(folder, ["init", ...flags, "--script"]);
  expect(code).toBe(0);
  expect(await everything(folder)).toEqual(before);
  if (!flags.includes("--force")) {
    expect(stderr).toContain("`feedwright.config.json` is there already");
    expect(stderr).not.toContain("Written");
  }
});

const esm = 'export default { site: { url: "https://own.example/" } };';
const own = '{ "site": { "url": "https://own.example/" } }';

test.each([
  { name: "feedwright.config.ts", text: esm },
  { name: "feedwright.config.mts", text: esm },
  { name: "feedwright.config.js", text: esm },
  { name: "feedwright.config.mjs", text: esm },
  { name: "feedwright.config.json", text: own },
  { name: "package.json", text: `{ "feedwright": ${own} }` },
])("$name that says something else stays as it is", async ({ name, text }) => {
  const folder = await makeFolder({ "content/a.md": article("A"), [name]: text });
  const before = await everything(folder);
  const { code, stderr } = await runIn(folder, ["init", ...site]);
  expect({ code, last: stderr.split("\n").at(-2) }).toEqual({
    code: 2,
    last: `feedwright: Expected no config, but \`${name}\` is there already; it stays as it is (\`--force\` writes another)`,
  });
  expect(await everything(folder)).toEqual(before);
});

test("--force writes another, unless one that is read first would hide it", async () => {
  const folder = await makeFolder({ "content/a.md": article("A"), "feedwright.config.json": "{" });
  expect((await runIn(folder, ["init", ...site])).code).toBe(2);
  expect((await runIn(folder, ["init", ...site, "--force"])).code).toBe(0);
  expect(await configOf(folder)).toEqual({ site: identity });
  await addFiles(folder, { "feedwright.config.mjs": esm });
  const { code, stderr } = await runIn(folder, ["init", ...site, "--force", "--limit", "3"]);
  expect(code).toBe(2);
  expect(stderr).toContain(
    "Expected no `feedwright.config.mjs`, which is read instead of `feedwright.config.json`; remove it, or give `--ts`\n",
  );
  expect(await configOf(folder)).toEqual({ site: identity });
  expect((await runIn(folder, ["init", ...site, "--force", "--ts"])).code).toBe(0);
});

test("--ts is not content with a config that is none", async () => {
  const folder = await makeFolder({ "content/a.md": article("A") });
  await runIn(folder, ["init", ...site]);
  expect((await runIn(folder, ["init", ...site, "--ts"])).code).toBe(2);
});

test("--ts writes a config that loads, and a second run changes nothing", async () => {
  const folder = await makeFolder({ "blog/a.md": article("A"), "README.md": '# "A": b' });
  const flags = ["--site", "https://example.com/", "--formats", "json,rss", "--limit", "3"];
  const first = await runIn(folder, ["init", "--ts", ...flags]);
  expect(first.code).toBe(0);
  expect(first.stderr).toContain("Next:\n  npm install --save-dev feedwright\n");
  await mkdir(join(folder, "node_modules"));
  await addFiles(folder, {
    "node_modules/feedwright/package.json": '{ "type": "module", "exports": "./src/index.ts" }',
  });
  const source = join(import.meta.dirname, "../../../src/config");
  await addFiles(folder, {
    "node_modules/feedwright/src/index.ts": `export { defineConfig } from "${source}/options.ts";`,
  });
  const { options, origin } = await loadOptions(folder);
  expect({ options, origin }).toEqual({
    origin: "feedwright.config.ts",
    options: {
      site: { url: "https://example.com/", title: '"A": b' },
      content: { folder: "blog" },
      feed: { limit: 3, formats: ["json", "rss"] },
    },
  });
  const before = await everything(folder);
  const second = await runIn(folder, ["init", "--ts", ...flags]);
  expect(second.code).toBe(0);
  expect(second.stderr).not.toContain("npm install");
  expect(await everything(folder)).toEqual(before);
  await rm(join(folder, "node_modules"), { recursive: true });
});

test("the typed config is laid out as one writes it", async () => {
  const folder = await makeFolder({ "content/a.md": article("A") });
  await runIn(folder, ["init", "--ts", ...site, "--formats", "json"]);
  expect(await readFile(join(folder, "feedwright.config.ts"), "utf8")).toBe(
    `import { defineConfig } from "feedwright";

export default defineConfig({
  site: {
    url: "https://example.com/",
    title: "Example",
  },
  feed: {
    formats: [
      "json",
    ],
  },
});
`,
  );
});

test.each([
  {
    when: "nothing tells the address",
    files: { "content/a.md": article("A") },
    flags: [],
    sentence:
      "Expected the address of the site, which nothing in this folder tells: give `--site https://example.com/`",
  },
  {
    when: "there are no articles",
    files: { "README.md": "Text", "src/a.ts": "" },
    flags: site,
    sentence: "Expected articles (Markdown with front matter) in this folder, not none;",
  },
  {
    when: "the content folder is not there",
    files: { "content/a.md": article("A") },
    flags: [...site, "--content", "nowhere"],
    sentence: "Expected a content folder, but there is none: ",
  },
  {
    when: "the generator's config is broken",
    files: { ...whole, "_config.yml": "title: [J\n" },
    flags: site,
    sentence: "_config.yml: Expected a site's config that can be read (",
  },
  {
    when: "package.json is broken",
    files: { "content/a.md": article("A"), "package.json": "{" },
    flags: [...site, "--script"],
    sentence: "package.json:1:2: Expected JSON that can be read (",
  },
  {
    when: "there is no package.json for the script",
    files: { "content/a.md": article("A") },
    flags: [...site, "--script"],
    sentence: "Expected a package.json for `--script`, but there is none",
  },
  {
    when: "a flag's value is wrong",
    files: whole,
    flags: ["--limit", "no"],
    sentence: "Expected a whole number from 1, or `all`, not `no` for `--limit`",
  },
])("is one sentence, and writes nothing, when $when", async ({ files, flags, sentence }) => {
  const folder = await makeFolder({ ...files });
  const before = await everything(folder);
  const { code, stderr } = await runIn(folder, ["init", ...flags]);
  expect(code).toBe(2);
  expect(stderr.split("\n").filter((line) => line.startsWith("feedwright:"))).toEqual([
    expect.stringContaining(`feedwright: ${sentence}`),
  ]);
  expect(await everything(folder)).toEqual(before);
});

test("of a generator that is not known, the articles are read as they stand", async () => {
  const folder = await makeFolder({
    "gatsby-config.js": "throw new Error('never run')",
    "package.json": '{ "dependencies": { "gatsby": "5" }, "homepage": "https://g.example/" }',
    "content/blog/a.md": article("A"),
  });
  const { code, stderr } = await runIn(folder, ["init", "--title", "G"]);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^No site generator was recognised: articles are read by feedwright's own conventions\n/,
  );
  expect(stderr).toContain("  https://g.example/blog/a/\n");
});

test("writes into a folder behind a link", async () => {
  const folder = await makeFolder({ "real/content/a.md": article("A") });
  await symlink(join(folder, "real"), join(folder, "link"));
  expect((await runIn(join(folder, "link"), ["init", ...site])).code).toBe(0);
  expect(await configOf(join(folder, "real"))).toEqual({ site: identity });
});
