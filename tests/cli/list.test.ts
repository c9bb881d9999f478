import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Outcome } from "../../src/cli/outcome.ts";
import { type Ran, runIn, runWith } from "../support/run-feedwright.ts";
import { readExpected, siteNames, sites } from "../support/sites.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const site = ["--site", "https://example.com/"];

const articles = {
  "content/b.md": "---\ntitle: 早い者勝ち\ndate: 2024-07-31\n---\nText",
  "content/a/long-name.md": "---\ntitle: Second\ndate: 2024-07-30 12:30\n---\nText",
  "content/draft.md": "---\ntitle: Draft\ndraft: true\n---\nText",
  "content/future.md": "---\ntitle: Future\ndate: 2030-01-01\n---\nText",
  "content/heading.md": "---\ndate: 2024-07-01\n---\n# Heading",
  "content/invalid.md": "---\ntitle: Invalid\ndate: yesterday\ntags: { a: b }\n---\nText",
  "content/README.md": "No article",
  "content/unlisted.md": "---\ntitle: Unlisted\ndate: 2024-07-29\nunlisted: true\n---\nText",
};

const { "content/invalid.md": _, ...valid } = articles;

/** The rows of a table, apart at the spaces between its columns. */
function rowsOf({ stdout }: Ran): readonly (readonly string[])[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/ {2,}/));
}

test("accounts for every file in the order of paths, with the reason where it is not published", async () => {
  const ran = await runIn(await makeFolder(articles), ["list", ...site]);
  expect(rowsOf(ran)).toEqual([
    ["ignored", "-", "README.md", "-", expect.stringMatching(/^\(Expected front matter or a date/)],
    [
      "published",
      "2024-07-30T12:30+00:00",
      "a/long-name.md",
      "https://example.com/a/long-name/",
      "Second",
    ],
    ["published", "2024-07-31T00:00+00:00", "b.md", "https://example.com/b/", "早い者勝ち"],
    ["draft", "-", "draft.md", "-", "Draft (its front matter or its folder says so)"],
    [
      "future",
      "2030-01-01T00:00+00:00",
      "future.md",
      "https://example.com/future/",
      "Future (its date lies in the future)",
    ],
    ["published", "2024-07-01T00:00+00:00", "heading.md", "https://example.com/heading/"],
    ["invalid", "-", "invalid.md", "-", expect.stringMatching(/^Invalid \(Expected .*`yesterday`/)],
    [
      "unlisted",
      "2024-07-29T00:00+00:00",
      "unlisted.md",
      "https://example.com/unlisted/",
      "Unlisted (its front matter says so)",
    ],
  ]);
});

test("tells the counts on stderr, and why it exits 1", async () => {
  const folder = await makeFolder(articles);
  const { code, stderr } = await runIn(folder, ["list", ...site]);
  expect(code).toBe(1);
  expect(stderr.split("\n")).toEqual([
    "✖ 8 files: 1 ignored, 3 published, 1 draft, 1 future, 1 invalid, 1 unlisted; 2 errors, 0 warnings",
    "feedwright: mend the articles, or leave them out with `--skip-invalid`",
    "",
  ]);
});

test.each([
  { flags: [], files: valid, code: 0 },
  { flags: [], files: articles, code: 1 },
  { flags: ["--skip-invalid"], files: articles, code: 0 },
  { flags: ["--skip-invalid", "--max-warnings", "1"], files: articles, code: 1 },
  { flags: ["--max-warnings", "0"], files: valid, code: 0 },
  { flags: ["nowhere"], files: valid, code: 2 },
])("exits $code with $flags", async ({ flags, files, code }) => {
  expect((await runIn(await makeFolder(files), ["list", ...site, ...flags])).code).toBe(code);
});

test.each([
  { flags: ["--drafts", "--future"], drafts: 0, future: 0 },
  { flags: ["--now", "2031-01-01"], drafts: 1, future: 0 },
  { flags: [], drafts: 1, future: 1 },
])("with $flags the gate is that of a build", async ({ flags, drafts, future }) => {
  const draft = { "content/draft.md": "---\ntitle: D\ndate: 2024-01-01\ndraft: true\n---\n" };
  const folder = await makeFolder({ ...valid, ...draft });
  const rows = rowsOf(await runIn(folder, ["list", ...site, ...flags]));
  expect(rows.filter(([status]) => status === "draft")).toHaveLength(drafts);
  expect(rows.filter(([status]) => status === "future")).toHaveLength(future);
});

test("a date is shown in the site's zone", async () => {
  const folder = await makeFolder({
    ...valid,
    "feedwright.config.json": '{ "site": { "timezone": "Asia/Seoul" } }',
  });
  const rows = rowsOf(await runIn(folder, ["list", ...site]));
  expect(rows.find(([, , file]) => file === "b.md")?.[1]).toBe("2024-07-31T00:00+09:00");
});

test("columns are aligned as a terminal shows them, and nothing is cut where there is none", async () => {
  const long = "x".repeat(200);
  const folder = await makeFolder({
    "content/早.md": "---\ntitle: A\ndate: 2024-07-31\n---\n",
    [`content/${long}.md`]: `---\ntitle: ${long}\ndate: 2024-07-31\n---\n`,
  });
  const { stdout } = await runIn(folder, ["list", ...site]);
  const [first = "", second = ""] = stdout.split("\n");
  expect(first).toContain(`${long}.md  https://example.com/${long}/  ${long}`);
  // The letter takes the place of two.
  expect(second.indexOf("https:")).toBe(first.indexOf("https:") - 1);
});

test("a terminal has a row on each line, with colours where they are wanted", async () => {
  const cwd = await makeFolder({
    "content/long/name/of/an/article.md": `---\ntitle: ${"A title ".repeat(20)}\ndate: 2024-07-31\n---\n`,
  });
  const plain = await runWith(["list", ...site], { cwd, columns: 80 });
  expect(plain.stdout).toMatch(
    /^published {2}2024-07-31T00:00\+00:00 {2}….*le\.md {2}….*article\/ {2}A tit.*…\n$/,
  );
  expect(plain.stdout.length).toBeLessThanOrEqual(81);
  const env = { FORCE_COLOR: "1" };
  const colored = await runWith(["list", ...site], { cwd, columns: 80, env });
  expect(colored.stdout.startsWith("\u001b[32mpublished\u001b[39m  ")).toBe(true);
  expect((await runIn(cwd, ["list", ...site], env)).stdout).not.toContain("\u001b[");
});

test("control characters do not reach the terminal", async () => {
  const folder = await makeFolder({
    "content/a\u001b[2J.md": '---\ntitle: "a\\e[2Jb"\ndate: 2024-07-31\n---\n',
  });
  const { stdout } = await runIn(folder, ["list", ...site]);
  expect(stdout).toContain("a [2J.md");
  expect(stdout.replace(/\n/g, "")).not.toMatch(/\p{Cc}/u);
});

test("nothing is rendered, and nothing is written", async () => {
  const deep = `---\ntitle: Deep\ndate: 2024-07-31\n---\n${"> ".repeat(5000)}a`;
  const folder = await makeFolder({ "content/a.md": deep });
  expect((await runIn(folder, ["build", ...site, "--title", "T", "--dry-run"])).code).toBe(1);
  expect((await runIn(folder, ["list", ...site])).code).toBe(0);
  expect(await readdir(folder)).toEqual(["content"]);
});

test("the JSON report is that of a build, without feeds", async () => {
  const folder = await makeFolder(articles);
  const flags = [...site, "--reporter", "json"];
  const listed: Outcome = JSON.parse((await runIn(folder, ["list", ...flags])).stdout);
  const build = ["build", ...flags, "--title", "T", "--dry-run"];
  const built: Outcome = JSON.parse((await runIn(folder, build)).stdout);
  const time = expect.any(Number);
  const timings = { discover: time, read: time, identify: time, render: 0, compose: 0, write: 0 };
  expect(listed).toEqual({
    ...built,
    feeds: [],
    ledger: null,
    timings,
    cache: { hits: 0, misses: 0 },
    articles: expect.any(Array),
  });
  expect(listed.articles).toEqual(
    built.articles.map((article) => ({
      ...article,
      // That one stands in a heading, which only rendering finds.
      title: article.source === "heading.md" ? null : article.title,
    })),
  );
});

test("in GitHub Actions the messages are annotations beside the table", async () => {
  const env = { GITHUB_ACTIONS: "true" };
  const { stdout } = await runIn(await makeFolder(articles), ["list", ...site], env);
  expect(stdout).toMatch(/^::error file=content\/invalid\.md,line=3,.*Expected/m);
  expect(stdout).toMatch(/^published /m);
});

test.each([
  { flags: ["--quiet"], files: valid, said: "" },
  {
    flags: ["--verbose"],
    files: valid,
    said: /content\/README\.md\n.*info.*Expected front matter/,
  },
])("with $flags it says less or more on stderr", async ({ flags, files, said }) => {
  const { stderr } = await runIn(await makeFolder(files), ["list", ...site, ...flags]);
  expect(stderr).toMatch(said === "" ? /^$/ : said);
});

const jekyll = {
  "_config.yml": "title: J\nurl: https://j.example\n",
  "_posts/2024-07-31-a.md": "---\ntitle: A\n---\n",
};

test.each(["list", "build"])(
  "%s says whose conventions the articles follow, and why",
  async (name) => {
    const folder = await makeFolder(jekyll);
    const line = "Jekyll's conventions, because of `_config.yml` beside `_posts`\n";
    expect((await runIn(folder, [name])).stderr.startsWith(line)).toBe(true);
    expect((await runIn(folder, [name, "--quiet"])).stderr).not.toContain("conventions");
    const { stdout } = await runIn(folder, [name, "--reporter", "json"]);
    expect(JSON.parse(stdout).convention).toEqual({
      name: "jekyll",
      reason: "`_config.yml` beside `_posts`",
    });
  },
);

test("a convention that the config names is said to be the config's", async () => {
  const folder = await makeFolder({
    "feedwright.config.json": '{ "content": { "convention": "jekyll" } }',
    "_posts/2024-07-31-a.md": "---\ntitle: A\n---\n",
  });
  const { stderr, stdout } = await runIn(folder, ["list", ...site]);
  expect(stderr).toMatch(/^Jekyll's conventions, as the config says\n/);
  expect(stdout).toContain("https://example.com/2024/07/31/a.html");
});

const finished = siteNames.filter((name) => existsSync(join(sites, name, "expected.json")));

test.each(finished)("accounts for every file of the site of %s", async (name) => {
  const expected = await readExpected(name);
  const ran = await runIn(join(sites, name, "site"), ["list", "--skip-invalid", "--verbose"]);
  const rows = rowsOf(ran);
  expect(rows.map(([status, , source]) => [status, source])).toEqual(
    expected.map(({ source, status }) => [status, source]),
  );
  for (const [status, , source, , told = ""] of rows) {
    if (status !== "published") expect(told, source).toMatch(/\(.+\)$/);
  }
});
