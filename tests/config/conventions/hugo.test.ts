import { describe, expect, test } from "vitest";
import type { Options } from "../../../src/config/options.ts";
import { readSite, type SiteReading } from "../../../src/config/read-site.ts";
import { type ReadSite, readWholeSite } from "../../support/sites.ts";
import { type Files, makeFolder } from "../../support/temporary-folder.ts";

const site = 'baseURL = "https://example.org/"\ntitle = "T"\n';
const post = "---\ntitle: A Title\ndate: 2024-01-07T22:04:05\n---\n";

/** Reads a site with a config; the rest of its files lie in `content`. */
async function readHugo(config: string, content: Files): Promise<ReadSite> {
  const files = Object.entries(content).map(([path, text]) => [`content/${path}`, text] as const);
  return await readWholeSite(
    await makeFolder({ "hugo.toml": site + config, ...Object.fromEntries(files) }),
  );
}

/** The paths of the articles that are published, in the order of their files. */
async function pathsOf(config: string, content: Files): Promise<readonly string[]> {
  const { listed } = await readHugo(config, content);
  return listed
    .filter(({ status }) => status === "published")
    .map(({ url = "" }) => decodeURI(url.replace("https://example.org", "")));
}

async function look(files: Files, options: Options = {}): Promise<SiteReading> {
  return await readSite(options, await makeFolder(files));
}

describe("a Hugo site", () => {
  test.each([
    { path: "hugo.toml", text: "" },
    { path: "hugo.yaml", text: "title: T" },
    { path: "hugo.json", text: "{}" },
    { path: "config.toml", text: 'theme = "a"\n  BaseURL = "https://example.org/"' },
    { path: "config.yaml", text: "languageCode: en" },
    { path: "config.json", text: '{\n  "baseURL": "https://example.org/"\n}' },
    { path: "config/_default/hugo.yml", text: "" },
    { path: "config/_default/config.toml", text: "" },
  ])("is recognised by $path with $text", async ({ path, text }) => {
    expect(await look({ [path]: text })).toMatchObject({
      convention: "hugo",
      reason: `\`${path}\``,
    });
  });

  test.each([
    { path: "config.toml", text: 'base_url = "https://example.org/"', convention: "zola" },
    { path: "config.json", text: '{ "name": "some program" }', convention: "plain" },
    { path: "config.yaml", text: "path: baseURL", convention: "plain" },
  ])("is not taken for one by $path with $text", async ({ path, text, convention }) => {
    expect((await look({ [path]: text })).convention).toBe(convention);
  });

  test.each([
    { config: "", facts: {} },
    { config: 'baseURL = "/"\ntimeZone = "Mars"\nlanguageCode = "?"', facts: {} },
    { config: "baseURL = 1\ntitle = [1]\ntimeZone = {}\nparams = 3\nlanguages = 4", facts: {} },
    {
      config: 'BASEURL = "https://example.org/a/"\nTitle = "T"\nTimeZone = "Asia/Seoul"',
      facts: { url: "https://example.org/a/", title: "T", timezone: "Asia/Seoul" },
    },
    { config: 'locale = "en-GB"\nlanguageCode = "de"', facts: { language: "en-GB" } },
    { config: 'defaultContentLanguage = "ko"', facts: { language: "ko" } },
    {
      config: 'title = "T"\n[languages.en]\ntitle = "E"\n[languages.en.params]\ndescription = "D"',
      facts: { title: "E", description: "D", language: "en" },
    },
    { config: '[params]\nauthor = "Ann"', facts: { author: ["Ann"] } },
    {
      config: '[[author]]\nname = "Ann"\nemail = "a@example.org"\n[[author]]\nname = "Bo"',
      facts: { author: [{ name: "Ann", email: "a@example.org" }, { name: "Bo" }] },
    },
  ])("says of itself by $config", async ({ config, facts }) => {
    const { options } = await look({ "hugo.toml": config });

    const stated = Object.entries(options.site ?? {}).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(stated)).toEqual(facts);
  });

  test("has its config in several files, the later covering the former", async () => {
    const { options } = await look({
      "hugo.yaml": "title: Root\nbaseURL: https://example.org/\nparams: { description: Root }",
      "config/_default/hugo.toml": 'title = "Default"',
      "config/_default/params.toml": 'description = "In a file of its own"',
      "config/_default/languages.en.toml": "weight = 1",
      "config/_default/params.en.json": '{ "author": "Ann" }',
      "config/_default/notes.txt": "[",
      "config/production/config.yaml": "baseURL: https://example.com/",
    });

    expect(options.site).toMatchObject({
      url: "https://example.com/",
      title: "Default",
      description: "In a file of its own",
      author: ["Ann"],
    });
  });

  test.each(["hugo.toml", "config/_default/params.toml", "data/authors/ann.toml"])(
    "whose %s is damaged is the user's mistake",
    async (path) => {
      const files = { "hugo.toml": site, [path]: "= 1" };

      await expect(look(files)).rejects.toThrow(
        `${path}: Expected a site's config that can be read`,
      );
    },
  );

  test("without a config has Hugo's defaults", async () => {
    const folder = await makeFolder({ "content/posts/A Post.md": post });
    const { listed } = await readWholeSite(folder, {
      site: { url: "https://example.org/", title: "T" },
      content: { convention: "hugo" },
    });

    expect(listed).toMatchObject([{ url: "https://example.org/posts/a-post/" }]);
  });

  test("keeps its addresses where the user names a folder of its content", async () => {
    const folder = await makeFolder({ "hugo.toml": site, "content/posts/a.md": post });
    const { listed } = await readWholeSite(folder, { content: { folder: "content/posts" } });

    expect(listed).toMatchObject([{ source: "a.md", url: "https://example.org/posts/a/" }]);
  });

  test("knows its authors by a table and by files, the name of which is the key", async () => {
    const { options } = await look({
      "hugo.toml": 'dataDir = "facts"',
      "facts/authors.yaml": "ann: { name: Ann Miller }\nbo: { bio: None }",
      "facts/authors/cy.json": '{ "name": "Cy", "url": "https://cy.example.org/" }',
      "facts/authors/readme.md": "",
    });

    expect(options.site?.authors).toEqual({
      ann: { name: "Ann Miller" },
      bo: { name: "bo" },
      cy: { name: "Cy", url: "https://cy.example.org/" },
    });
  });
});

describe("a Hugo article", () => {
  test.each([
    { given: "", values: "date: 2024-01-01\nlastmod: 2024-01-02", date: "2024-01-01" },
    { given: "", values: "publishDate: 2024-01-01\nlastmod: 2024-01-02", date: "2024-01-01" },
    { given: "", values: "pubdate: 2024-01-01", date: "2024-01-01" },
    { given: "", values: "modified: 2024-01-02", date: "2024-01-02" },
    { given: "", values: "published: true\ndate: 2024-01-03", date: "2024-01-03" },
    { given: 'date = ["myDate", ":default"]', values: "mydate: 2024-01-04", date: "2024-01-04" },
    {
      given: 'date = ["my_date", ":default"]',
      values: "my_date: 2024-01-04\ndate: 2024-01-01",
      date: "2024-01-04",
    },
    {
      given: 'date = "lastmod"',
      values: "date: 2024-01-01\nlastmod: 2024-01-02",
      date: "2024-01-02",
    },
    { given: 'date = [":git", "date"]', values: "date: 2024-01-05", date: "2024-01-05" },
    { given: "date = 1", values: "date: 2024-01-06", date: undefined },
  ])("has its date by $given from $values", async ({ given, values, date }) => {
    const { listed } = await readHugo(`[frontmatter]\n${given}`, {
      "a.md": `---\n${values}\n---\n`,
    });

    expect(listed[0]?.published).toBe(date && `${date}T00:00:00.000Z`);
  });

  test.each([
    { name: "2024-02-03-a.md", path: "/b/2024/02/03/a/" },
    { name: "2024-02-03_A b.md", path: "/b/2024/02/03/a-b/" },
    { name: "2024-02-03.md", path: "/b/2024/02/03/a-title/" },
    { name: "2024-02-03T23-00-00-late.md", path: "/b/2024/02/03/late/" },
    { name: "2024-02-03-a/index.md", path: "/b/2024/02/03/a/" },
    { name: "2024-2-3-a.md", path: "/b/2024/01/07/a-title/" },
  ])("is dated and named by $name where that comes first", async ({ name, path }) => {
    const config =
      '[frontmatter]\ndate = [":filename", ":default"]\n[permalinks]\nb = "/b/:year/:month/:day/:slug"';
    const dated = post.replace("22:04:05", "22:04:05-05:00");

    expect(await pathsOf(config, { [`b/${name}`]: dated })).toEqual([path]);
  });

  test.each([
    { values: "build: { list: never }", status: "unlisted" },
    { values: "build: { list: local }", status: "unlisted" },
    { values: "build: { list: false }", status: "unlisted" },
    { values: "build: { list: always, render: link }", status: "published" },
    { values: "build: { render: never }", status: "ignored" },
    { values: "_build: { render: false }", status: "ignored" },
    { values: "headless: true", status: "ignored" },
    { values: "headless: false", status: "published" },
    { values: "unpublishdate: 2025-01-01", status: "unlisted" },
    { values: "expiryDate: 2027-01-01", status: "published" },
    { values: "pubdate: 2027-01-01", status: "future" },
    { values: "published: true", status: "published" },
  ])("is $status with $values", async ({ values, status }) => {
    const { listed } = await readHugo("", { "a.md": `---\ndate: 2024-01-01\n${values}\n---\n` });

    expect(listed[0]?.status).toBe(status);
  });

  test.each([
    { taxonomies: 'tag = "tags"\nauthor = "authors"', tags: ["a"] },
    { taxonomies: 'tag = "tags"\nplace = "my_places"', tags: ["a", "c"] },
    { taxonomies: "", tags: ["a", "b"] },
    { taxonomies: "tag = 1", tags: ["a", "b"] },
  ])("has the terms of the taxonomies $taxonomies", async ({ taxonomies, tags }) => {
    const terms = "tags: [a]\ncategories: b\nmy_places: [c]\nauthors: [D]\nkeywords: [e]";
    const { listed } = await readHugo(`[taxonomies]\n${taxonomies}`, {
      "a.md": `---\ndate: 2024-01-01\n${terms}\n---\n`,
    });

    expect(listed).toMatchObject([{ tags, authors: ["D"] }]);
  });
});

describe("the address that a Hugo article states", () => {
  test.each([
    { url: "bstr", path: "/bstr/" },
    { url: "/A b/ü", path: "/A b/ü/" },
    { url: "/a.html", path: "/a.html" },
    { url: "a.b/", path: "/a.b/" },
    { url: "/:year/:sections[last]/:slug", path: "/2024/posts/a-title/" },
    { url: "my\\:example", path: "/my:example/" },
    { url: "/12:30/a", path: "/12:30/a/" },
  ])("as $url is $path", async ({ url, path }) => {
    const text = post.replace("---\n", `---\nurl: ${url}\n`);

    expect(await pathsOf("", { "posts/a.md": text })).toEqual([path]);
  });

  test("elsewhere is what the article is about", async () => {
    const { listed } = await readHugo("", {
      "a.md": post.replace("---\n", "---\nurl: https://example.com/a\n"),
    });

    expect(listed).toMatchObject([
      { url: "https://example.org/a/", externalUrl: "https://example.com/a" },
    ]);
  });
});

describe("sections of a Hugo site", () => {
  const drafted = "---\ndraft: true\n---\n";

  test("hand down what they cascade, the nearest covering the others", async () => {
    const { listed } = await readHugo('[cascade.params]\nauthor = "Config"\nlanguage = "de"', {
      "a.md": post,
      "posts/_index.md":
        "---\ncascade:\n- { params: { author: Near } }\n- { author: Far, tags: [t] }\n---\n",
      "posts/2024/_index.md": "---\ncascade: { author: Nearest }\n---\n",
      "posts/2024/a.md": post,
      "posts/a.md": post,
      "posts/b.md": post.replace("---\n", "---\nauthor: Own\n"),
    });

    const articles = listed.filter(({ status }) => status === "published");
    expect(articles.map(({ authors, tags, language }) => ({ authors, tags, language }))).toEqual([
      { authors: ["Config"], tags: [], language: "de" },
      { authors: ["Nearest"], tags: ["t"], language: "de" },
      { authors: ["Near"], tags: ["t"], language: "de" },
      { authors: ["Own"], tags: ["t"], language: "de" },
    ]);
  });

  test.each([
    { target: 'path = "/posts/**"', author: "Cy" },
    { target: 'path = "{/notes,/notes/**}"', author: undefined },
    { target: 'kind = "{page,home}"', author: "Cy" },
    { target: 'kind = "section"', author: undefined },
    { target: 'environment = "production"', author: "Cy" },
    { target: 'environment = "staging"', author: undefined },
    { target: 'lang = "en"', author: "Cy" },
    { target: 'sites = { matrix = { languages = ["fr"] } }', author: undefined },
  ])("cascade to $target", async ({ target, author }) => {
    const config = `[[cascade]]\nauthor = "Cy"\n[cascade.target]\n${target}`;
    const { listed } = await readHugo(config, { "posts/a.md": post });

    expect(listed[0]?.authors?.[0]).toBe(author);
  });

  test("that are drafts make drafts of all below, in their language", async () => {
    const { listed } = await readHugo("[languages.en]\n[languages.fr]", {
      "a/_index.md": drafted,
      "a/b/c.md": post,
      "a/b/c.fr.md": post,
      "ab/c.md": post,
    });

    expect(listed.map(({ source, status }) => `${status} ${source}`)).toEqual([
      "ignored a/_index.md",
      "published a/b/c.fr.md",
      "draft a/b/c.md",
      "published ab/c.md",
    ]);
  });

  test("whose front matter is damaged are told of nowhere else", async () => {
    const { listed, messages } = await readHugo("", {
      "_index.md": "---\na: [\n---\n",
      "a.md": post,
    });

    expect(listed.map(({ status }) => status)).toEqual(["ignored", "published"]);
    expect(messages.map((message) => message.split(" ")[0])).toEqual(["_index.md"]);
  });
});
