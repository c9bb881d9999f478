import { describe, expect, test } from "vitest";
import { docusaurus } from "../../../src/config/conventions/docusaurus.ts";
import { plainRules } from "../../../src/config/conventions/plain.ts";
import { recognise } from "../../../src/config/conventions/recognise.ts";
import { openSite } from "../../../src/config/foreign/site-folder.ts";
import { readWholeSite } from "../../support/sites.ts";
import { type Files, makeFolder } from "../../support/temporary-folder.ts";

describe("readPath", () => {
  test.each([
    { path: "some-post.md", date: undefined, below: "some-post" },
    { path: "some-post/index.mdx", date: undefined, below: "some-post" },
    { path: "some-post/some-file.md", date: undefined, below: "some-post/some-file" },
    { path: "index.md", date: undefined, below: "index" },
    { path: "2021-05-12-beta.md", date: "2021-05-12", below: "2021/05/12/beta" },
    { path: "2021-05-12-beta/index.md", date: "2021-05-12", below: "2021/05/12/beta" },
    { path: "2021/05/12/beta/index.md", date: "2021-05-12", below: "2021/05/12/beta" },
    { path: "2021/05-12-beta/index.md", date: "2021-05-12", below: "2021/05/12/beta" },
    { path: "2021/05/12/a/b/c.md", date: "2021-05-12", below: "2021/05/12/a/b/c" },
    { path: "team-a/2021/05/12/beta.md", date: "2021-05-12", below: "2021/05/12/team-a/beta" },
    {
      path: "team-a-2021-05-12-hey/beta.md",
      date: "2021-05-12",
      below: "2021/05/12/team-a-hey/beta",
    },
    {
      path: "2020-01-01/2021-05-12-b.md",
      date: "2021-05-12",
      below: "2021/05/12/2020-01-01/b",
    },
    { path: "2021-05-12.md", date: "2021-05-12", below: "2021/05/12" },
    { path: "2021-1-9.v1.2.md", date: "2021-1-9", below: "2021/1/9/.v1.2" },
    { path: "2021-13-45-never.md", date: "2021-13-45", below: "2021/13/45/never" },
    { path: "v1.2.ko.md", date: undefined, below: "v1.2.ko" },
  ])("reads $path", ({ path, date, below }) => {
    const facts = docusaurus.rules.readPath?.(path, plainRules.languages);

    expect(facts?.date).toBe(date);
    expect([...(facts?.folders ?? []), facts?.slug].join("/")).toBe(below);
    expect(facts?.language).toBeUndefined();
  });
});

describe("readSite", () => {
  test("does without a config that says anything", async () => {
    const { base, options, rules } = await read({ "docusaurus.config.js": "" });

    expect(base).toBe("blog");
    expect(options).toEqual({
      site: { language: "en", timezone: "UTC" },
      content: { folder: "blog", include: ["**/*.{md,mdx}"] },
    });
    expect(rules?.address?.patterns).toEqual([{ folder: "", pattern: "/blog/:path" }]);
    expect(rules?.address?.statedSlug).toBe("/blog/:slug");
    expect(rules?.others).toBeUndefined();
  });

  test("reads what the site says of itself", async () => {
    const config = {
      url: "https://example.com/",
      baseUrl: "docs",
      title: "Title",
      tagline: "Tagline",
      i18n: { defaultLocale: "pt", localeConfigs: { pt: { htmlLang: "pt-BR" } } },
    };
    const { options } = await read({ "docusaurus.config.mjs": write(config) });

    expect(options.site).toEqual({
      url: "https://example.com/docs/",
      title: "Title",
      description: "Tagline",
      language: "pt-BR",
      timezone: "UTC",
    });
  });

  test.each([
    { what: "an address without a host", config: { url: "example" } },
    { what: "numbers and lists", config: { url: 1, title: [], presets: 7, i18n: "x" } },
    { what: "names alone", config: { presets: ["classic", null, []], plugins: [[1, 2], {}] } },
    { what: "a language that is none", config: { i18n: { defaultLocale: "english" } } },
  ])("passes over $what", async ({ config }) => {
    const { options, base } = await read({ "docusaurus.config.cjs": write(config) });

    expect(options.site?.url).toBeUndefined();
    expect(options.site?.title).toBeUndefined();
    expect(base).toBe("blog");
  });

  const own = ["@docusaurus/plugin-content-blog", { id: "b", path: "./news/", routeBasePath: "n" }];

  test.each([
    {
      of: "the classic preset",
      config: { presets: [["classic", blog({ path: "b" })]] },
      base: "b",
    },
    {
      of: "the preset's whole name",
      config: { presets: [["@docusaurus/preset-classic", blog({ path: "b" })]] },
      base: "b",
    },
    {
      of: "another preset",
      config: { presets: [["@example/preset-theirs", blog({ path: "b" })]] },
      base: "b",
    },
    { of: "a plugin", config: { plugins: ["./local", own] }, base: "news" },
    {
      of: "a plugin by its short name",
      config: { plugins: [["content-blog", { path: "b" }]] },
      base: "b",
    },
    {
      of: "a plugin where the preset has none",
      config: { presets: [["classic", { blog: false }]], plugins: [own] },
      base: "news",
    },
    {
      of: "the first of two",
      config: { presets: [["classic", {}]], plugins: [own] },
      base: "blog",
    },
  ])("finds the blog of $of", async ({ config, base }) => {
    expect((await read({ "docusaurus.config.ts": write(config) })).base).toBe(base);
  });

  test("takes the blog that holds the content folder", async () => {
    const config = write({ presets: [["classic", {}]], plugins: [own] });

    expect((await read({ "docusaurus.config.ts": config }, "news/2024")).base).toBe("news");
    expect((await read({ "docusaurus.config.ts": config }, "newsletter")).base).toBe("blog");
  });

  test.each([
    { config: { trailingSlash: true }, pattern: "/blog/:path/" },
    { config: { trailingSlash: false }, pattern: "/blog/:path" },
    { config: { presets: [["classic", blog({ routeBasePath: "/" })]] }, pattern: "/:path" },
    { config: { presets: [["classic", blog({ routeBasePath: "/a/b/" })]] }, pattern: "/a/b/:path" },
  ])("makes the pattern $pattern", async ({ config, pattern }) => {
    const { rules } = await read({ "docusaurus.config.js": write(config) });

    expect(rules?.address?.patterns).toEqual([{ folder: "", pattern }]);
    expect(rules?.address?.statedSlug).toBe(pattern.replace(":path", ":slug"));
  });

  test("takes the blog's own globs", async () => {
    const config = { presets: [["classic", blog({ include: ["*.md"], exclude: ["old/**"] })]] };
    const { options, rules } = await read({ "docusaurus.config.js": write(config) });

    expect(options.content?.include).toEqual(["*.md"]);
    expect(rules?.others?.map(({ glob }) => glob)).toEqual(["old/**"]);
  });

  test("reads authors and tags by the names that the blog gives their files", async () => {
    const config = {
      presets: [["classic", blog({ authorsMapPath: "people.json", tags: "t.yml" })]],
    };
    const { options, rules } = await read({
      "docusaurus.config.js": write(config),
      "blog/people.json": '{ "a": { "name": "Ann", "imageURL": "/a.png", "url": "https://a.b/" } }',
      "blog/t.yml": "x:\n  label: The X\ny:\nz: text\n",
    });

    expect(options.site?.authors).toEqual({
      a: { name: "Ann", avatar: "/a.png", url: "https://a.b/" },
    });
    expect(rules?.lists?.labels).toEqual(new Map([["x", "The X"]]));
  });

  test.each([
    { file: "docusaurus.config.js", text: "module.exports = {\n  title: \n};", at: ":3:1: " },
    { file: "blog/authors.yml", text: "a: [", at: ": " },
    { file: "blog/tags.yml", text: "- a", at: ": " },
  ])("refuses a damaged $file", async ({ file, text, at }) => {
    const files = { "docusaurus.config.js": "", [file]: text };

    await expect(read(files)).rejects.toThrow(
      `${file}${at}Expected a site's config that can be read`,
    );
  });
});

test("leaves out what the blog leaves out by itself", async () => {
  const paths = ["_a.md", "_b/c.md", "__tests__/d.md", "e.test.md", "f_/_g.mdx", "h.md"];
  const post = "---\ntitle: A\ndate: 2024-01-02\n---\n";
  const folder = await makeFolder({
    "docusaurus.config.js": write({ url: "https://example.com", title: "T" }),
    ...Object.fromEntries(paths.map((path) => [`blog/${path}`, post])),
  });
  const { listed } = await readWholeSite(folder);

  expect(listed.map(({ status, source }) => `${status} ${source}`)).toEqual([
    "ignored __tests__/d.md",
    "ignored _a.md",
    "ignored _b/c.md",
    "published e.test.md",
    "ignored f_/_g.mdx",
    "published h.md",
  ]);
});

test.each(["js", "ts", "mjs", "cjs", "mts"])(
  "is recognised by docusaurus.config.%s",
  async (ending) => {
    const folder = await makeFolder({ [`docusaurus.config.${ending}`]: "" });
    const { name, reason } = await recognise({ folder, content: `${folder}/blog` });

    expect(name).toBe("docusaurus");
    expect(reason).toBe(`\`docusaurus.config.${ending}\``);
  },
);

async function read(files: Files, content?: string) {
  return await docusaurus.readSite(openSite(await makeFolder(files), content));
}

function write(config: unknown): string {
  return `module.exports = ${JSON.stringify(config)};`;
}

function blog(options: unknown) {
  return { docs: false, blog: options };
}
