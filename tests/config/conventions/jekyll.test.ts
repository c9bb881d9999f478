import { describe, expect, test } from "vitest";
import { readJekyllPath } from "../../../src/config/conventions/jekyll/path.ts";
import { jekyll } from "../../../src/config/conventions/jekyll.ts";
import { recognise } from "../../../src/config/conventions/recognise.ts";
import { openSite } from "../../../src/config/foreign/site-folder.ts";
import { readWholeSite } from "../../support/sites.ts";
import { type Files, makeFolder } from "../../support/temporary-folder.ts";

describe("readPath", () => {
  const readPath = readJekyllPath({ collections: ["recipes"], include: ["_kept"] });

  test.each([
    { path: "_posts/2024-07-31-a.md", facts: { date: "2024-07-31", slug: "a", categories: [] } },
    { path: "_posts/2016-1-9-a.b.md", facts: { date: "2016-1-9", slug: "a.b" } },
    { path: "_posts/99-1-2-a.md", facts: { date: "1999-1-2", slug: "a" } },
    { path: "_posts/07-1-2-a.md", facts: { date: "2007-1-2", slug: "a" } },
    { path: "_posts/999-1-2-a.md", facts: { date: "0999-1-2", slug: "a" } },
    { path: "_posts/2024-07-31-a...md", facts: { slug: "a", filename: "2024-07-31-a" } },
    {
      path: "b/c/_posts/d/2024-07-31-a.md",
      facts: { folders: ["b", "c", "d"], categories: ["b", "c"], collection: "posts" },
    },
    { path: "b/_drafts/a.md", facts: { date: undefined, slug: "a", isDraft: true } },
    {
      path: "_recipes/b/2024-07-31-a.md",
      facts: {
        date: "2024-07-31",
        slug: "a",
        folders: ["b"],
        categories: [],
        collection: "recipes",
      },
    },
    { path: "_kept/_posts/2024-07-31-a.md", facts: { categories: ["_kept"] } },
  ])("reads $path", ({ path, facts }) => {
    expect(readPath(path)).toMatchObject(facts);
    expect(readPath(path).other).toBeUndefined();
  });

  test.each([
    "_posts/a.md",
    "_posts/2024-07-31.md",
    "_posts/2024-07-31_a.md",
    "_posts/a-2024-07-31-b.md",
    "_old/_posts/2024-07-31-a.md",
    "_posts/_old/2024-07-31-a.md",
    "_posts/#2024-07-31-a.md",
    "_drafts/~a.md",
  ])("takes %s for something else than a post", (path) => {
    expect(readPath(path).other).toBeTypeOf("string");
  });
});

const site = "url: https://a.example\ntitle: A\n";

/** The addresses of what is published, below the site, by the file's path. */
async function addressesOf(files: Files): Promise<Readonly<Record<string, string>>> {
  const { listed } = await readWholeSite(await makeFolder(files));
  const published = listed.filter(({ status }) => status === "published");
  return Object.fromEntries(
    published.map(({ source, url = "" }) => [source, url.replace("https://a.example", "")]),
  );
}

async function addressOf(config: string, front = "title: A", path = "_posts/2024-07-06-A_b.md") {
  const files = { "_config.yml": site + config, [path]: `---\n${front}\n---\nText` };
  return Object.values(await addressesOf(files))[0];
}

describe("the permalink", () => {
  test.each([
    ["", "/x/y/2024/07/06/A_b.html"],
    ["permalink: date", "/x/y/2024/07/06/A_b.html"],
    ["permalink: pretty", "/x/y/2024/07/06/A_b/"],
    ["permalink: ordinal", "/x/y/2024/188/A_b.html"],
    ["permalink: weekdate", "/x/y/2024/W27/Sat/A_b.html"],
    ["permalink: none", "/x/y/A_b.html"],
    ["permalink: /:year/:title", "/2024/A_b"],
    ["permalink: /:categories/:slug:output_ext", "/x/y/a-b.html"],
    ["permalink: /:path/", "/2024-07-06-A_b/"],
    [
      "permalink: none\ncollections: { posts: { permalink: '/:collection/:title/' } }",
      "/posts/A_b/",
    ],
    ["collections: [recipes]", "/x/y/2024/07/06/A_b.html"],
    ["collections: { posts: { permalink: pretty } }", "/pretty"],
  ])("of the config %j gives %s", async (config, address) => {
    expect(await addressOf(config, "categories: X y")).toBe(address);
  });

  // Only the config of the whole site knows presets.
  test.each([
    ["permalink: pretty", "/pretty"],
    ["permalink: /:y_day/:name", "/188/2024-07-06-a-b"],
    ["permalink: /a.html", "/a.html"],
    ["slug: Other Slug", "/2024/07/06/Other-Slug.html"],
    ["category: Big Data", "/big%20data/2024/07/06/A_b.html"],
    ["category: [a, b]\ncategories: c a", "/c/a/b/2024/07/06/A_b.html"],
  ])("of the front matter %j gives %s", async (front, address) => {
    expect(await addressOf("", front)).toBe(address);
  });
});

describe("defaults of front matter", () => {
  test.each([
    { when: "of all", defaults: "[{ scope: { path: '' }, values: { slug: s } }]", slug: "s" },
    { when: "without a scope", defaults: "[{ values: { slug: s } }]", slug: "s" },
    {
      when: "of posts",
      defaults: "[{ scope: { path: '', type: post }, values: { slug: s } }]",
      slug: "s",
    },
    {
      when: "of pages",
      defaults: "[{ scope: { path: '', type: pages }, values: { slug: s } }]",
      slug: "a",
    },
    {
      when: "of the beginning of a name",
      defaults: "[{ scope: { path: _posts/2024-0 }, values: { slug: s } }]",
      slug: "s",
    },
    {
      when: "of another folder",
      defaults: "[{ scope: { path: posts }, values: { slug: s } }]",
      slug: "a",
    },
    {
      when: "of a glob",
      defaults: "[{ scope: { path: '_p*/*-a.md' }, values: { slug: s } }]",
      slug: "s",
    },
    {
      when: "of a glob of folders",
      defaults: "[{ scope: { path: '_po*' }, values: { slug: s } }]",
      slug: "s",
    },
    {
      when: "of a glob that fits nothing",
      defaults: "[{ scope: { path: 'a/*' }, values: { slug: s } }]",
      slug: "a",
    },
    {
      when: "of a longer path, above a shorter one that comes later",
      defaults:
        "[{ scope: { path: _posts }, values: { slug: s } }, { scope: { path: _p }, values: { slug: t } }]",
      slug: "s",
    },
    {
      when: "of a type, above a later one without",
      defaults:
        "[{ scope: { path: '', type: posts }, values: { slug: s } }, { scope: { path: '' }, values: { slug: t } }]",
      slug: "s",
    },
    {
      when: "that come later, above the same before",
      defaults:
        "[{ scope: { path: '' }, values: { slug: s } }, { scope: { path: '' }, values: { slug: t } }]",
      slug: "t",
    },
    { when: "that are none", defaults: "[1, {}, { scope: 2, values: 3 }]", slug: "a" },
    { when: "that are no list", defaults: "a", slug: "a" },
  ])("$when", async ({ defaults, slug }) => {
    const config = `permalink: /:title\ndefaults: ${defaults}\n`;
    expect(await addressOf(config, "title: A", "_posts/2024-07-06-a.md")).toBe(`/${slug}`);
  });

  test("give way to front matter, but categories add up", async () => {
    const config = "defaults: [{ scope: {}, values: { slug: s, categories: a b } }]";
    expect(await addressOf(config, "slug: t\ncategories: c a")).toBe("/a/b/c/2024/07/06/t.html");
  });
});

describe("the files", () => {
  const post = "---\ntitle: A\n---\nText";
  const files = {
    "_posts/2024-01-01-a.md": post,
    "_posts/2024-01-02-b.mkdn": post,
    "_posts/2024-01-03-c.txt": post,
    "b/_posts/2024-01-04-d.md": post,
    "src/_posts/2024-01-05-e.md": post,
    "vendor/bundle/x/_posts/2024-01-06-f.md": post,
    "_site/_posts/2024-01-07-g.md": post,
  };

  test.each([
    { config: "", titles: ["a", "b", "d", "e"] },
    { config: "markdown_ext: 'md, txt'", titles: ["a", "c", "d", "e"] },
    { config: "source: ./src/", titles: ["e"] },
    { config: "collections_dir: src", titles: ["e"] },
    { config: "exclude: [b]", titles: ["a", "b", "e"] },
    { config: "exclude: [sr]", titles: ["a", "b", "d"] },
    { config: "exclude: [src/, _posts/2024-01-01]", titles: ["b", "d"] },
    { config: "exclude: ['*.mkdn', 'b/*']", titles: ["a", "e"] },
    { config: "exclude: [b, src]\ninclude: [src]", titles: ["a", "b", "e"] },
    { config: "destination: ./b", titles: ["a", "b", "e"] },
    { config: "source: src\nexclude: [_posts/2024-01-05-e.md, b]", titles: [] },
  ])("of a site with %j", async ({ config, titles }) => {
    const whole = `${site}permalink: none\n${config}`;
    const found = addressesOf({ ...files, "_config.yml": whole, "src/_drafts/x.md": post });
    expect(Object.values(await found).map((url) => /(\w)\.html$/.exec(url)?.[1])).toEqual(titles);
  });

  test("of a content folder that the user names", async () => {
    const folder = await makeFolder({ ...files, "_config.yml": `${site}exclude: [b/_posts/x]` });
    const { listed } = await readWholeSite(folder, { content: { folder: "b/_posts" } });
    expect(listed).toMatchObject([
      { source: "2024-01-04-d.md", url: "https://a.example/b/2024/01/04/d.html" },
    ]);
  });

  test("of a collection have the addresses of the collection, and the ending of the posts'", async () => {
    const config = "permalink: pretty\nfeed: { collections: { recipes: {}, posts: {} } }";
    const found = addressesOf({
      "_config.yml": `${site}${config}`,
      "_recipes/b/c.md": "---\ndate: 2024-01-02\n---\nText",
      "b/_recipes/d.md": "---\ndate: 2024-01-02\n---\nText",
    });
    expect(await found).toEqual({ "_recipes/b/c.md": "/recipes/b/c/" });
  });
});

describe("readSite", () => {
  const read = async (files: Files) => {
    const { options } = await jekyll.readSite(openSite(await makeFolder(files), undefined));
    return options.site;
  };
  const nothing = {
    url: undefined,
    title: undefined,
    description: undefined,
    language: undefined,
    timezone: undefined,
    author: undefined,
    authors: undefined,
  };

  test.each([
    { when: "no config", files: {} },
    { when: "an empty one", files: { "_config.yml": "" } },
    { when: "one of comments", files: { "_config.yml": "# title: A" } },
    {
      when: "values that are of no use",
      files: {
        "_config.yml":
          "url: a.example\ntitle: []\nlang: english\ntimezone: Nowhere/City\nauthor: 1\ndescription: {}",
        "_data/authors.yml": "- name: Bo",
      },
    },
  ])("finds nothing in $when", async ({ files }) => {
    expect(await read(files)).toEqual(nothing);
  });

  test("reads what the site says of itself", async () => {
    const config = [
      "url: https://a.example/",
      "baseurl: b",
      "name: A",
      "tagline: B",
      "locale: pt_BR",
      "timezone: Asia/Tokyo",
      "author: Ana",
      "data_dir: ./facts",
    ].join("\n");
    expect(await read({ "_config.yaml": config, "facts/authors.json": '{"bo":{}}' })).toEqual({
      url: "https://a.example/b/",
      title: "A",
      description: "B",
      language: "pt-BR",
      timezone: "Asia/Tokyo",
      author: "Ana",
      authors: { bo: { name: "bo" } },
    });
  });

  test("reads TOML too", async () => {
    expect(await read({ "_config.toml": 'title = "A"' })).toMatchObject({ title: "A" });
  });

  test.each(["title: [", "- a"])("refuses the config %j", async (config) => {
    await expect(read({ "_config.yml": config })).rejects.toThrow(/^_config\.yml: Expected /);
  });
});

test.each([
  { files: { "_config.yml": "", "_posts/2024-01-02-a.md": "" }, name: "jekyll" },
  { files: { "_config.yml": "title: A", "_layouts/a.html": "" }, name: "jekyll" },
  { files: { "_config.yml": "permalink: pretty" }, name: "jekyll" },
  { files: { "_posts/2024-01-02-a.md": "" }, name: "jekyll" },
  { files: { "_config.yml": "title: A", "content/a.md": "" }, name: "plain" },
  { files: { "_config.yml": "permalink: a", "source/_posts/a.md": "" }, name: "hexo" },
])("is recognised where it is: $name", async ({ files, name }) => {
  const folder = await makeFolder(files);
  expect((await recognise({ folder, content: undefined })).name).toBe(name);
});
