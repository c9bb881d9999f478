import { describe, expect, test } from "vitest";
import type { Options } from "../../../../src/config/options.ts";
import { commitAll } from "../../../support/repository.ts";
import { readWholeSite } from "../../../support/sites.ts";
import { type Files, makeFolder } from "../../../support/temporary-folder.ts";

const post = { "posts/a.md": "---\ntitle: A\ndate: 2024-01-01\n---\n" };
const metadata = { "_data/site.json": '{ "title": "T", "url": "https://example.com" }' };

async function list(files: Files, options: Options = {}) {
  const folder = await makeFolder({ ".eleventy.js": "", ...metadata, ...files });
  return await readWholeSite(folder, options);
}

describe("data files", () => {
  test("cover each other: of folders, of articles, the stronger kinds last", async () => {
    const { listed } = await list({
      "posts/posts.json": '{ "title": "1", "author": "1", "lang": "ko", "tags": ["a"] }',
      "posts/posts.11tydata.json": '{ "author": "2", "tags": "b,c" }',
      "posts/deep/deep.11tydata.cjs": 'module.exports = { author: "3", tags: ["a", "d"] };',
      "posts/deep/a.json": '{ "title": "4", "tags": ["e"] }',
      "posts/deep/a.md": "---\ntags: [f]\ndate: 2024-01-01\n---\n",
      "posts/b.md": "---\ntags: [f]\ndate: 2024-01-01\n---\n",
    });

    expect(listed).toMatchObject([
      {
        source: "posts/b.md",
        title: "1",
        authors: ["2"],
        language: "ko",
        tags: ["a", "b", "c", "f"],
      },
      {
        source: "posts/deep/a.md",
        title: "4",
        authors: ["3"],
        language: "ko",
        tags: ["a", "b", "c", "d", "e", "f"],
      },
    ]);
  });

  test("are none where they belong to another folder or article", async () => {
    const { listed } = await list({
      "posts/other.json": '{ "title": "1" }',
      "posts/b.json": '{ "title": "2" }',
      "node_modules/posts/posts.json": "{",
      ...post,
    });

    expect(listed).toMatchObject([{ title: "A" }]);
  });

  test("may compute the address", async () => {
    const { listed } = await list({
      "posts/posts.json": '{ "eleventyComputed": { "permalink": "/{{ title | slugify }}/" } }',
      ...post,
    });

    expect(listed).toMatchObject([{ url: "https://example.com/a/" }]);
  });

  const program = {
    "posts/posts.11tydata.js": "module.exports = { permalink: (data) => data.title };",
  };

  test("that are programs are not run, with a warning", async () => {
    const { listed, messages } = await list({ ...program, ...post });

    expect(listed).toMatchObject([{ status: "published", url: "https://example.com/posts/a/" }]);
    expect(messages).toEqual([
      "posts/a.md 1:1 warning permalink Expected an address that is written out, not made by the program `posts/posts.11tydata.js`",
    ]);
  });

  test.each([
    ["the user's pattern", { ...program, ...post }, { content: { permalink: "/x/:slug/" } }],
    [
      "an address of its own",
      { ...program, "posts/a.md": "---\ntitle: A\ndate: 2024-01-01\npermalink: /x/a/\n---\n" },
    ],
    [
      "an address that is written out",
      {
        "posts/posts.11tydata.js": 'module.exports = { "permalink": "/x/{{ page.fileSlug }}/" };',
        ...post,
      },
    ],
  ])("that are programs have no say over %s", async (_, files: Files, options: Options = {}) => {
    const { listed, messages } = await list(files, options);

    expect(listed).toMatchObject([{ url: "https://example.com/x/a/" }]);
    expect(messages).toEqual([]);
  });
});

test.each([
  ["eleventyExcludeFromCollections: posts", "unlisted"],
  ["eleventyExcludeFromCollections: [nav, post]", "unlisted"],
  ["eleventyExcludeFromCollections: [nav]", "published"],
  ["permalink: { build: false }", "ignored"],
  ["permalink: { build: /b/ }", "published"],
  ["permalink: { feed: /b/ }", "invalid"],
  ["permalink: '{{ title | own }}'", "invalid"],
])("an article that says %s is %s", async (line, status) => {
  const { listed } = await list({ "posts/a.md": `---\ndate: 2024-01-01\n${line}\n---\n` });

  expect(listed).toMatchObject([{ status }]);
});

test("takes file times from git", async () => {
  const folder = await makeFolder({
    ".eleventy.js": "module.exports = { dir: { input: 'src' } };",
    "src/_data/site.json": metadata["_data/site.json"],
    "src/posts/a.md": "---\ntitle: A\n---\n",
    "src/posts/b.md": "---\ntitle: B\ndate: git Last Modified\n---\n",
    "src/posts/c.md": "---\ndraft: true\n---\n",
  });
  const bare = await readWholeSite(folder);
  await commitAll(folder, "2020-01-01T12:00:00Z");
  const committed = await readWholeSite(folder);

  expect(bare.listed.map(({ status }) => status)).toEqual(["invalid", "invalid", "draft"]);
  expect(committed.listed.map(({ published }) => published)).toEqual([
    "2020-01-01T12:00:00.000Z",
    "2020-01-01T12:00:00.000Z",
    undefined,
  ]);
  expect(committed.messages).toEqual([
    "posts/a.md 1:1 warning date Expected a date; that of git counts: 2020-01-01",
  ]);
});
