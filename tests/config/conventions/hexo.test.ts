import { describe, expect, test } from "vitest";
import { readHexoPath } from "../../../src/config/conventions/hexo/file-names.ts";
import { slugizeAsHexo } from "../../../src/config/conventions/hexo/slugize.ts";
import { readSite } from "../../../src/config/read-site.ts";
import { readWholeSite } from "../../support/sites.ts";
import { type Files, makeFolder } from "../../support/temporary-folder.ts";

describe("readHexoPath", () => {
  const languages = { names: [], main: undefined, prefix: "others" } as const;

  test.each([
    { pattern: ":title.md", path: "_posts/a.md", facts: { slug: "a", date: undefined } },
    { pattern: ":title.md", path: "_posts/2024/a b.md", facts: { slug: "2024/a b", folders: [] } },
    { pattern: ":title.md", path: "_posts/a/index.md", facts: { slug: "a/index" } },
    { pattern: ":title.md", path: "_drafts/a.md", facts: { slug: "a", isDraft: true } },
    {
      pattern: ":year-:month-:day-:title.md",
      path: "_posts/2024-07-31-a.md",
      facts: { slug: "a", date: "2024-07-31", filename: "2024-07-31-a" },
    },
    {
      pattern: ":year-:month-:day-:title.md",
      path: "_posts/2024-7-31 a.md",
      facts: { slug: "2024-7-31-a", date: undefined },
    },
    {
      pattern: ":year/:i_month/:title.md",
      path: "_posts/2024/7/a.md",
      facts: { slug: "a", date: undefined },
    },
    {
      pattern: ":lang/:title.md",
      path: "_posts/zh-cn/a.md",
      facts: { slug: "a", fields: { lang: "zh-cn" } },
    },
    {
      pattern: ":title.(:hash).md",
      path: "_posts/a.(0123456789ab).md",
      facts: { slug: "a", fields: {} },
    },
    {
      pattern: ":year/:year-:month-:day-:title.md",
      path: "_posts/2024/2024-07-31-a.md",
      facts: { slug: "a", date: "2024-07-31" },
    },
    { pattern: ":year.md", path: "_posts/2024.md", facts: { slug: "2024" } },
  ])("reads $path, named as $pattern", ({ pattern, path, facts }) => {
    expect(readHexoPath(pattern)(path, languages)).toMatchObject(facts);
  });

  test.each(["about/index.md", "_data/a.md", "_posts/_a.md", "_posts/_b/a.md"])(
    "takes %s for something else than a post",
    (path) => {
      expect(readHexoPath(":title.md")(path, languages).other).toBeTypeOf("string");
    },
  );
});

test.each([
  ["Größe & Œuvre: C++ 한국_어!", "Grose-OEuvre-C-한국-어"],
  ["  a\u0007b  ", "ab"],
  ["ǽ Łódź đ", "ae-Lodz-d"],
  ["日本語 で", "日本語-で"],
])("slugizes %j", (text, slug) => {
  expect(slugizeAsHexo(text)).toBe(slug);
});

const site = "title: T\nurl: https://example.org\n";

const posts = {
  "source/_posts/deep/a_b.md": `---
title: "Größe & Œuvre: C++ 한국_어!"
date: 2024-04-08 09:05:07
abbrlink: 4a17b156
id: 7
categories: [ß ø Ǽ]
lang: zh_cn
---
`,
};

async function urlsOf(files: Files): Promise<readonly (string | undefined)[]> {
  const { listed } = await readWholeSite(await makeFolder(files));
  return listed.map(({ url }) => url);
}

// Each address was given by Hexo 8.1.2 itself, in a zone of the machine that was the site's.
test.each([
  [":year-:i_month-:i_day-:hour-:minute-:second", "2024-4-8-09-05-07"],
  [":timestamp/:name", "1712534707/a_b"],
  [":title/:post_title/", "deep/a_b/grose-oeuvre-c-%ED%95%9C%EA%B5%AD-%EC%96%B4/"],
  [":hash", "37e274a1d874"],
  [":abbrlink/:id/", "4a17b156/7/"],
  [":category/:lang/", "S-O-AE/zh_cn/"],
])("fills %s", async (permalink, path) => {
  const config = `${site}timezone: Asia/Seoul\nfilename_case: 2\npermalink: "${permalink}"\n`;

  expect(await urlsOf({ "_config.yml": config, ...posts })).toEqual([
    `https://example.org/${path}`,
  ]);
});

test("asks for a field that stands in every address", async () => {
  const { listed, messages } = await readWholeSite(
    await makeFolder({
      "_config.yml": `${site}permalink: :abbrlink.html\n`,
      "source/_posts/a.md": "---\ntitle: A\ndate: 2024-01-01\n---\n",
    }),
  );

  expect(listed).toMatchObject([{ status: "invalid" }]);
  expect(messages).toEqual([
    "_posts/a.md 1:1 warning permalink Expected a field `abbrlink` for the address",
  ]);
});

test("closes the folder of a post that has one for its pictures", async () => {
  const dated = "title: A\ndate: 2024-01-01\n";

  expect(
    await urlsOf({
      "_config.yml": `${site}permalink: :title\npost_asset_folder: true\n`,
      "source/_posts/a.md": `---\n${dated}---\n`,
      "source/_posts/b.md": `---\n${dated}permalink: own/page\n---\n`,
      "source/_posts/c.md": `---\n${dated}permalink: own/page.html\n---\n`,
    }),
  ).toEqual([
    "https://example.org/a/",
    "https://example.org/own/page/",
    "https://example.org/own/page.html",
  ]);
});

// https://github.com/hexojs/hexo-front-matter; a text without any is a post too, which lacks a date.
test.each([
  ["title: A\ndate: 2024-01-02\n---\nText", "published", "A"],
  ['\n"title": A\ndate: 2024-01-02\n-----\nText', "published", "A"],
  ["---\ntitle: A\ndate: 2024-01-02\n---\nText", "published", "A"],
  ["title: A\ndate: 2024-01-02\n\nText", "invalid", undefined],
  ["A text\ntitle: A\n---\nText", "invalid", undefined],
  ["See https://example.com\n---\nText", "invalid", undefined],
])("reads front matter from %j", async (text, status, title) => {
  const { listed } = await readWholeSite(
    await makeFolder({ "_config.yml": site, "source/_posts/a.md": text }),
  );

  expect(listed).toMatchObject([{ status, title }]);
});

describe("readSite", () => {
  test.each([
    { config: "", site: {} },
    {
      config: "title: 7\nurl: nowhere\ntimezone: Mars/Olympus\nlanguage: default\n",
      site: { title: "7" },
    },
    {
      config: "url: https://example.org\nroot: /blog/\n",
      site: { url: "https://example.org/blog/" },
    },
    {
      config: "url: https://example.org/blog\nroot: /blog/\n",
      site: { url: "https://example.org/blog/" },
    },
    { config: "language: zh_CN\nauthor: John Doe\n", site: { language: "zh-CN" } },
    {
      config: "subtitle: From afar\nauthor: Ann\n",
      site: { description: "From afar", author: "Ann" },
    },
  ])("reads $config", async ({ config, site }) => {
    const folder = await makeFolder({ "_config.yml": config, ...posts });

    const { convention, options } = await readSite({}, folder);

    expect(convention).toBe("hexo");
    expect(JSON.parse(JSON.stringify(options.site))).toEqual(site);
  });

  test.each([{ content: "source/_posts" }, { content: "source" }])(
    "counts paths from the source folder where $content is named",
    async ({ content }) => {
      const folder = await makeFolder({ "_config.yml": site, ...posts });

      const { listed } = await readWholeSite(folder, { content: { folder: content } });

      expect(listed).toMatchObject([{ url: "https://example.org/2024/04/08/deep/a_b/" }]);
    },
  );

  test("refuses a config that is no table", async () => {
    const folder = await makeFolder({ "_config.yml": "- a\n", ...posts });

    await expect(readSite({}, folder)).rejects.toThrow("_config.yml: Expected a site's config");
  });
});

test("knows an empty config by the folder of its posts", async () => {
  const folder = await makeFolder(posts);

  expect((await readSite({}, folder)).reason).toBe("the folder `source/_posts`");
});
