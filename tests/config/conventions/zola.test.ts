import { describe, expect, test } from "vitest";
import { readZolaPath } from "../../../src/config/conventions/zola/paths.ts";
import { readSite, type SiteReading } from "../../../src/config/read-site.ts";
import { type ReadSite, readWholeSite } from "../../support/sites.ts";
import { type Files, makeFolder } from "../../support/temporary-folder.ts";

const site = 'base_url = "https://example.org"\ntitle = "T"\n';
const post = '+++\ntitle = "A Title"\ndate = 2024-01-07\n+++\n';

async function readZola(config: string, content: Files): Promise<ReadSite> {
  const files = Object.entries(content).map(([path, text]) => [`content/${path}`, text] as const);
  return await readWholeSite(
    await makeFolder({ "zola.toml": site + config, ...Object.fromEntries(files) }),
  );
}

async function look(files: Files): Promise<SiteReading> {
  return await readSite({}, await makeFolder(files));
}

describe("a Zola site", () => {
  test.each([
    {
      path: "config.toml",
      text: 'title = "T"\n base_url="https://example.org"',
      convention: "zola",
    },
    { path: "zola.toml", text: '"base_url" = "https://example.org"', convention: "zola" },
    { path: "config.toml", text: '# base_url = "https://example.org"', convention: "plain" },
    { path: "config.toml", text: 'baseURL = "https://example.org"', convention: "hugo" },
  ])("is told by $path with $text: $convention", async ({ path, text, convention }) => {
    expect((await look({ [path]: text })).convention).toBe(convention);
  });

  test.each([
    { config: 'base_url = "/"\ntitle = ""', facts: { timezone: "UTC" } },
    {
      config: "base_url = 1\ntitle = []\nauthor = 2\nlanguages = 3\nslugify = 4\ntaxonomies = 5",
      facts: { timezone: "UTC" },
    },
    {
      config: 'base_url = "https://example.org"\ntitle = "T"\ndescription = "D"\nauthor = "Ann"',
      facts: {
        url: "https://example.org",
        title: "T",
        description: "D",
        author: "Ann",
        timezone: "UTC",
      },
    },
    {
      config:
        'base_url = ""\ndefault_language = "ko"\n[languages.ko]\ntitle = "K"\ndescription = "D"',
      facts: { language: "ko", title: "K", description: "D", timezone: "UTC" },
    },
    { config: 'base_url = ""\ndefault_language = "?"', facts: { timezone: "UTC" } },
  ])("says of itself by $config", async ({ config, facts }) => {
    const { options } = await look({ "zola.toml": config });

    const stated = Object.entries(options.site ?? {}).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(stated)).toEqual(facts);
  });

  test("whose config is damaged is the user's mistake", async () => {
    await expect(look({ "config.toml": `${site}[` })).rejects.toThrow(
      "config.toml: Expected a site's config that can be read",
    );
  });

  test("without a config has Zola's defaults", async () => {
    const { listed } = await readWholeSite(await makeFolder({ "content/blog/A Post.md": post }), {
      site: { url: "https://example.org/", title: "T" },
      content: { convention: "zola" },
    });

    expect(listed).toMatchObject([{ url: "https://example.org/blog/a-post/" }]);
  });

  test("keeps its addresses where the user names a folder of its content", async () => {
    const folder = await makeFolder({ "zola.toml": site, "content/blog/a.md": post });
    const { listed } = await readWholeSite(folder, { content: { folder: "content/blog" } });

    expect(listed).toMatchObject([{ source: "a.md", url: "https://example.org/blog/a/" }]);
  });

  test.each([
    { strategy: "on", path: "/blog/e-tude-1-2/" },
    { strategy: "safe", path: "/blog/É tude (1)2/" },
    { strategy: "off", path: "/blog/É tude (1)?2/" },
  ])("makes slugs with paths $strategy", async ({ strategy, path }) => {
    const text = post.replace("+++\n", '+++\nslug = "É tude (1)?2"\n');
    const { listed } = await readZola(`[slugify]\npaths = "${strategy}"`, { "blog/a.md": text });

    expect(listed.map(({ url = "" }) => decodeURIComponent(url))).toEqual([
      `https://example.org${path}`,
    ]);
  });

  test("keeps the dates in its paths where it says so", async () => {
    const { listed } = await readZola("[slugify]\npaths_keep_dates = true", {
      "2024-01-08_a.md": '+++\ntitle = "A"\n+++\n',
    });

    expect(listed).toMatchObject([
      { url: "https://example.org/2024-01-08-a/", published: "2024-01-08T00:00:00.000Z" },
    ]);
  });

  test.each([
    { glob: "*.note.md", sources: ["a/b.note.md", "b.note.md"] },
    { glob: "**/a/*", sources: ["a/b.md", "a/b.note.md", "a/c/d.md"] },
    { glob: "*/c/*", sources: ["a/c/d.md"] },
    { glob: "a/b.md", sources: ["a/b.md"] },
  ])("passes over what it ignores: $glob", async ({ glob, sources }) => {
    const { listed } = await readZola(`ignored_content = ["${glob}"]`, {
      "a/b.md": post,
      "a/b.note.md": post,
      "a/c/d.md": post,
      "b.note.md": post,
      "e.md": post,
    });

    const ignored = listed.filter(({ status }) => status === "ignored");
    expect(ignored.map(({ source }) => source)).toEqual(sources);
  });

  test.each([
    { taxonomies: "", tags: ["a", "b"] },
    { taxonomies: '{ name = "my_places" }, { name = "authors" }', tags: ["c"] },
    { taxonomies: '{ name = "tags" }, { name = "categories" }, {}', tags: ["a", "b"] },
  ])("classes its articles by $taxonomies", async ({ taxonomies, tags }) => {
    const terms =
      '[taxonomies]\ntags = ["a"]\ncategories = ["b"]\nmy_places = ["c"]\nauthors = ["D"]';
    const { listed } = await readZola(`taxonomies = [${taxonomies}]`, {
      "a.md": post.replace(/\+\+\+\n$/, `${terms}\n+++\n`),
    });

    expect(listed).toMatchObject([{ tags, authors: ["D"] }]);
  });

  test("that is a draft as a whole has no articles", async () => {
    const { listed } = await readZola("", {
      "_index.md": "+++\ndraft = true\n+++\n",
      "a.md": post,
      "b/c.md": post,
    });

    expect(listed.map(({ status }) => status)).toEqual(["ignored", "draft", "draft"]);
  });

  test("has its sections' drafts in any language, and in their own folders alone", async () => {
    const { listed } = await readZola("[languages.fr]", {
      "a/_index.fr.md": "---\ndraft: true\n---\n",
      "a/b.md": post,
      "ab/b.md": post,
      "c/my_index.md": post.replace("+++\n", "+++\ndraft = true\n"),
      "c/d.md": post,
    });

    expect(listed.map(({ source, status }) => `${status} ${source}`)).toEqual([
      "ignored a/_index.fr.md",
      "draft a/b.md",
      "published ab/b.md",
      "published c/d.md",
      "draft c/my_index.md",
    ]);
  });
});

describe("readZolaPath", () => {
  const languages = { names: ["en", "fr"], main: "en", prefix: "others" } as const;

  test.each([
    { path: "a.md", facts: { slug: "a", folders: [], date: undefined, language: undefined } },
    { path: "a/index.md", facts: { slug: "a", folders: [], language: undefined } },
    { path: "a/b/index.fr.md", facts: { slug: "b", folders: ["a"], language: "fr", prefix: "fr" } },
    { path: "a/b.fr.md", facts: { slug: "b", folders: ["a"], language: "fr", prefix: "fr" } },
    // The main language is not looked for, so that it stays in the name.
    { path: "a/b.en.md", facts: { slug: "b.en", folders: ["a"], language: undefined } },
    { path: "a/b/index.en.md", facts: { slug: "index.en", folders: ["a"], prefix: undefined } },
    { path: "v1.10.md", facts: { slug: "v1.10", language: undefined } },
    { path: "2018-10-10-b.md", facts: { slug: "b", date: "2018-10-10" } },
    { path: "2018-10-10_b.fr.md", facts: { slug: "b", date: "2018-10-10", language: "fr" } },
    { path: "2018-10-10 -b c.md", facts: { slug: "b c", date: "2018-10-10" } },
    { path: "2018-10-10.md", facts: { slug: "2018-10-10", date: "2018-10-10" } },
    { path: "2018-10-10-.md", facts: { slug: "2018-10-10-", date: "2018-10-10" } },
    { path: "2018-10-10T11:12:13Z-b.md", facts: { slug: "b", date: "2018-10-10T11:12:13Z" } },
    {
      path: "a/2018-10-10T11:12:13.5+09:00_b/index.md",
      facts: { slug: "b", folders: ["a"], date: "2018-10-10T11:12:13.5+09:00" },
    },
    { path: "2018-10-10T11:12-b.md", facts: { slug: "2018-10-10T11:12-b", date: "2018-10-10" } },
    { path: "2018-13-10-b.md", facts: { slug: "2018-13-10-b", date: undefined } },
    { path: "2018-1-1-b.md", facts: { slug: "2018-1-1-b", date: undefined } },
    { path: "a/_index.md", facts: { other: "a section" } },
    { path: "_index.fr.md", facts: { other: "a section" } },
    { path: "my_index.md", facts: { other: undefined } },
  ])("reads $path", ({ path, facts }) => {
    expect(readZolaPath(false)(path, languages)).toMatchObject(facts);
  });
});
