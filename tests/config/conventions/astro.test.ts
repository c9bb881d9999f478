import { describe, expect, test } from "vitest";
import { astro } from "../../../src/config/conventions/astro.ts";
import { recognise } from "../../../src/config/conventions/recognise.ts";
import { openSite } from "../../../src/config/foreign/site-folder.ts";
import { readWholeSite } from "../../support/sites.ts";
import { type Files, makeFolder } from "../../support/temporary-folder.ts";

const post = "---\ntitle: A\ndate: 2024-01-02\n---\n\nText.\n";
const config = 'export default { site: "https://example.com" };';
const title = { "src/consts.ts": 'export const SITE_TITLE = "Example";' };

describe("readSite", () => {
  test("does without a config that says anything", async () => {
    const { base, options } = await read({ "astro.config.mjs": "" });

    expect(base).toBe("src/content/blog");
    expect(options).toEqual({
      site: { timezone: "UTC" },
      content: { folder: "src/content/blog", include: ["**/*.{md,mdx,markdown}"] },
    });
  });

  test.each([
    { site: '"https://example.com"', rest: "", url: "https://example.com/" },
    { site: '"https://example.com/"', rest: 'base: "docs",', url: "https://example.com/docs/" },
    { site: '"https://example.com/a"', rest: 'base: "/b/",', url: "https://example.com/b/" },
    { site: '"example.com"', rest: "", url: undefined },
    { site: "7", rest: "base: [1],", url: undefined },
    { site: "process.env.SITE", rest: "", url: undefined },
  ])("reads the address $site, $rest", async ({ site, rest, url }) => {
    const text = `import { defineConfig } from "astro/config";\nexport default defineConfig({ site: ${site}, ${rest} });`;
    const { options } = await read({ "astro.config.ts": text });

    expect(options.site?.url).toBe(url);
  });

  test.each([
    {
      of: "Astro's blog",
      path: "src/consts.ts",
      text: 'export const SITE_TITLE = "T"; export const SITE_DESCRIPTION = "D";',
      site: { title: "T", description: "D" },
    },
    {
      of: "AstroPaper 5",
      path: "src/config.ts",
      text: 'export const SITE = { website: "https://a.b/", author: "Ann", profile: "https://ann.example/", desc: "D", title: "T", lang: "de", timezone: "Asia/Bangkok" } as const;',
      site: {
        url: "https://a.b/",
        title: "T",
        description: "D",
        language: "de",
        author: { name: "Ann", url: "https://ann.example/" },
      },
    },
    {
      of: "AstroPaper 6",
      path: "astro-paper.config.ts",
      text: 'export default define({ site: { url: "https://a.b/", title: "T", lang: "pt_BR" }, posts: {} });',
      site: { url: "https://a.b/", title: "T", language: "pt-BR" },
    },
    {
      of: "Astro Cactus",
      path: "src/site.config.ts",
      text: 'export const siteConfig: SiteConfig = { author: "Ann", title: "T", description: "D", lang: "en-GB" };',
      site: { title: "T", description: "D", language: "en-GB", author: { name: "Ann" } },
    },
    {
      of: "an address alone",
      path: "src/config.ts",
      text: 'export const SITE = "https://a.b"; export const SITE_NAME = "T"; export const TAGLINE = "D";',
      site: { url: "https://a.b/", title: "T", description: "D" },
    },
    {
      of: "wrong types",
      path: "src/config.ts",
      text: "export const SITE = { title: [1], lang: {}, author: 7, description: f() }; export default 1;",
      site: { author: { name: "7" } },
    },
  ])("reads the facts of $of", async ({ path, text, site }) => {
    const { options } = await read({ "astro.config.mjs": "export default {};", [path]: text });

    expect(options.site).toEqual({ ...site, timezone: "UTC" });
  });

  test("takes the first of several facts", async () => {
    const { options } = await read({
      "astro.config.mjs": "",
      "src/consts.ts":
        'export const SITE_TITLE = "First"; export const SITE = { title: "Second" };',
      "src/config.ts": 'export const SITE = { title: "Third", description: "Only" };',
    });

    expect(options.site).toMatchObject({ title: "First", description: "Only" });
  });

  test("reads authors from their collection", async () => {
    const { options } = await read({
      "astro.config.mjs": "",
      "src/content/authors/ann.json": '{ "name": "Ann" }',
      "src/content/authors/bo.yaml": "name: Bo\nurl: https://bo.example/\n",
      "src/content/authors/readme.txt": "No author",
    });

    expect(options.site?.authors).toEqual({
      ann: { name: "Ann" },
      bo: { name: "Bo", url: "https://bo.example/" },
    });
  });

  test.each([
    { file: "astro.config.mjs", text: "export default {\n  site: ,\n};" },
    { file: "src/content.config.ts", text: "export const collections = {\n  : 1 };" },
    { file: "src/consts.ts", text: "export const A = 1;\nexport const = 2;" },
  ])("refuses a damaged $file", async ({ file, text }) => {
    const reading = read({ "astro.config.mjs": "", [file]: text });

    await expect(reading).rejects.toThrow(`${file}:2:`);
    await expect(reading).rejects.toThrow("Expected a site's config that can be read");
  });
});

describe("the posts", () => {
  test.each([
    { of: "a folder of collections", files: ["src/content/posts/a.md"], base: "src/content/posts" },
    { of: "a folder of data", files: ["src/data/blog/a.md"], base: "src/data/blog" },
    {
      of: "the likeliest folder",
      files: ["src/content/notes/a.md", "src/content/blog/a.md"],
      base: "src/content/blog",
    },
    {
      of: "pages",
      files: ["src/pages/blog/index.astro", "src/pages/posts/a.md"],
      base: "src/pages",
      folder: "src/pages/posts",
    },
  ])("are found in $of", async ({ files, base, folder = base }) => {
    const { base: found, options } = await read({
      "astro.config.mjs": config,
      ...Object.fromEntries(files.map((file) => [file, post])),
    });

    expect(found).toBe(base);
    expect(options.content?.folder).toBe(folder);
  });

  test.each([
    { collections: '{ posts: define({ loader: glob({ base: "./blog/" }) }) }', base: "blog" },
    {
      collections: '{ other: define({ loader: glob({ base: "o" }) }), news: { schema: s } }',
      base: "src/content/news",
    },
    { collections: '{ garden: define({ loader: glob({ base: "g" }) }) }', base: "g" },
    {
      collections: '{ blog: define({ loader: glob({ pattern: "src/blog/**/*.md" }) }) }',
      base: "",
      folder: "src/blog",
    },
    {
      collections:
        '{ blog: define({ loader: glob({ base: "c", pattern: ["a/*.md", "b/*.md"] }) }) }',
      base: "c",
    },
    { collections: '{ blog: define({ loader: file("blog.json") }) }', base: "src/content/blog" },
    { collections: '{ posts: define({ type: "data" }) }', base: "src/content/blog" },
    { collections: "load()", base: "src/content/blog" },
  ])("are those of $collections", async ({ collections, base, folder = base }) => {
    const { base: found, options } = await read({
      "astro.config.mjs": config,
      "src/content/config.ts": `export const collections = ${collections};`,
    });

    expect(found).toBe(base);
    expect(options.content?.folder).toBe(folder || ".");
  });

  test.each([
    { content: "src/content/notes", base: "src/content/notes" },
    { content: "src/content/notes/2024", base: "src/content/notes" },
    { content: "src/content/blogs", base: "src/content/blogs" },
    { content: "src/pages/notes", base: "src/pages" },
  ])("are those in $content where the user says so", async ({ content, base }) => {
    const text =
      "export const collections = { blog: define({}), notes: define({ schema }), garden: define({}) };";
    const files = { "astro.config.mjs": config, "src/content.config.mjs": text };

    expect((await read(files, content)).base).toBe(base);
  });
});

describe("the addresses", () => {
  const collection = 'const posts = await getCollection("blog");';

  test.each([
    { of: "a page of its own", pages: { "blog/[...slug].astro": collection }, url: "blog/a/" },
    { of: "an id", pages: { "blog/[id].astro": "" }, url: "blog/a/" },
    { of: "another folder", pages: { "writing/[...id].astro": collection }, url: "writing/a/" },
    {
      of: "a folder that does not name it",
      pages: { "texts/[...id].astro": collection },
      url: "texts/a/",
    },
    { of: "the root", pages: { "[...slug].astro": "", "index.astro": collection }, url: "a/" },
    { of: "an index", pages: { "posts/[...slug]/index.astro": collection }, url: "posts/a/" },
    {
      of: "a date",
      pages: { "[year]/[month]/[day]/[slug].astro": collection },
      url: "2024/01/02/a/",
    },
    {
      of: "the right one of several",
      pages: {
        "[page].astro": collection,
        "blog/[...page].astro": collection,
        "embed/blog/[...slug].astro": collection,
        "og/[slug].astro": collection,
        "tags/[tag]/[...slug].astro": collection,
        "_old/blog/[id].astro": collection,
        "blog/[...slug].astro": "",
      },
      url: "blog/a/",
    },
    {
      of: "posts, not of lists of them",
      pages: { "[...page].astro": collection, "writing/texts/[id].astro": collection },
      url: "writing/texts/a/",
    },
    {
      of: "the collection, not of another",
      pages: { "notes/[id].astro": 'getCollection("notes")', "texts/[id].astro": collection },
      url: "texts/a/",
    },
    { of: "no page that is left out", pages: { "_old/[id].astro": collection }, url: "blog/a/" },
    { of: "nothing", pages: { "docs/[...slug].astro": 'getCollection("docs")' }, url: "blog/a/" },
  ])("are those of $of", async ({ pages, url }) => {
    const files = Object.fromEntries(
      Object.entries(pages).map(([page, text]) => [`src/pages/${page}`, `---\n${text}\n---\n`]),
    );

    expect(await urlsOf({ ...files, "src/content/blog/a.md": post })).toEqual([url]);
  });

  test.each([
    { text: 'trailingSlash: "never"', url: "blog/a" },
    { text: 'trailingSlash: "always", build: { format: "file" }', url: "blog/a/" },
    { text: 'build: { format: "file" }', url: "blog/a" },
    { text: 'build: { format: "preserve" }', url: "blog/a/" },
  ])("end as $text has it", async ({ text, url }) => {
    const own = `export default { site: "https://example.com", ${text} };`;
    const files = { "astro.config.mjs": own, "src/content/blog/a.md": post };

    expect(await urlsOf(files)).toEqual([url]);
  });

  test("of pages are their paths", async () => {
    const pages = ["blog/My Post.md", "blog/b/index.md", "blog/_c.md", "blog/d.md"];
    const files = Object.fromEntries(pages.map((page) => [`src/pages/${page}`, post]));
    const slug = post.replace("title", "slug: other\ntitle");

    expect(await urlsOf({ ...files, "src/pages/blog/d.md": slug })).toEqual([
      "blog/My%20Post/",
      "blog/b/",
      "blog/d/",
    ]);
  });

  test.each([
    { page: "blog/[...slug].astro", urls: ["blog/en/a/", "blog/ko/a/", "blog/x/a/"] },
    { page: "[lang]/blog/[...slug].astro", urls: ["en/blog/a/", "ko/blog/a/", "en/blog/x/a/"] },
    { page: "[...locale]/blog/[slug].astro", urls: ["blog/a/", "ko/blog/a/", "blog/x/a/"] },
  ])("have the language where $page has it", async ({ page, urls }) => {
    const i18n = 'i18n: { defaultLocale: "en", locales: ["en", "ko"] }';
    const folders = ["en", "ko", "x"].map((folder) => [`src/content/blog/${folder}/a.md`, post]);
    const files = {
      "astro.config.mjs": `export default { site: "https://example.com", ${i18n} };`,
      [`src/pages/${page}`]: `---\n${collection}\n---\n`,
      ...Object.fromEntries(folders),
    };

    expect(await urlsOf(files)).toEqual(urls);
  });
});

test("collections without a loader leave out what begins with `_`", async () => {
  const files = ["a.md", "_b.md", "_c/d.md", "e/_f.md", "e/g.mdx"];
  const paths = files.map((file) => [`src/content/blog/${file}`, post]);

  expect(await urlsOf(Object.fromEntries(paths))).toEqual(["blog/a/", "blog/e/g/"]);
});

test("collections with a glob leave out what it does not match", async () => {
  const glob = 'glob({ base: "posts", pattern: ["**/[^_]*.md", "!old/**"] })';
  const files = ["_in/a.md", "_b.md", "c.mdx", "old/d.md"].map((file) => [`posts/${file}`, post]);
  const paths = {
    "src/content.config.ts": `export const collections = { blog: define({ loader: ${glob} }) };`,
    ...Object.fromEntries(files),
  };

  expect(await urlsOf(paths)).toEqual(["blog/_in/a/"]);
});

test.each([
  ["pubDate", "2024-01-02"],
  ["publishDate", "2024-01-02T00:00:00Z"],
  ["pubDatetime", "2024-01-02 00:00:00"],
  ["date", "January 2, 2024"],
])("reads %s: %s in UTC", async (name, date) => {
  const text = `---\ntitle: A\n${name}: ${date}\nmodDatetime: 2024-01-03\n---\n`;
  const folder = await makeSite({ "src/content/blog/a.md": text });
  const { listed } = await readWholeSite(folder);

  expect(listed).toMatchObject([
    { published: "2024-01-02T00:00:00.000Z", updated: "2024-01-03T00:00:00.000Z" },
  ]);
});

test.each(["mjs", "js", "ts", "mts", "cjs"])("is recognised by astro.config.%s", async (ending) => {
  const folder = await makeFolder({ [`astro.config.${ending}`]: "" });
  const { name } = await recognise({ folder, content: undefined });

  expect(name).toBe("astro");
});

async function read(files: Files, content?: string) {
  return await astro.readSite(openSite(await makeFolder(files), content));
}

async function makeSite(files: Files): Promise<string> {
  return await makeFolder({ "astro.config.mjs": config, ...title, ...files });
}

async function urlsOf(files: Files): Promise<readonly (string | undefined)[]> {
  const { listed } = await readWholeSite(await makeSite(files));
  return listed
    .filter(({ status }) => status === "published")
    .map(({ url }) => url?.replace("https://example.com/", ""));
}
