import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outline, Reading } from "../../src/model.ts";
import { configOf, readText } from "../support/reading.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const plain: Outline = {
  id: "https://example.com/a/",
  url: "https://example.com/a/",
  title: undefined,
  published: new Date("2024-07-31T00:00:00Z"),
  updated: undefined,
  summary: undefined,
  language: undefined,
  authors: [],
  tags: [],
  image: undefined,
  enclosures: [],
  comments: undefined,
};

// An article stands for its own outline, and says where it lies too.
function saidBy({ outline }: Pick<Reading, "outline">): Partial<Outline> {
  const lies = new Set(["source", "file", "body"]);
  return Object.fromEntries(Object.entries(outline).filter(([name]) => !lies.has(name)));
}

const address = { id: "https://example.com/x/", url: "https://example.com/x/" };
const updated = new Date("2024-08-01T00:00:00Z");
const enclosures = [{ url: "https://example.com/a.mp3", length: 1, type: "audio/mpeg" }];
const authors = [{ name: "Ann" }];

// Each field by each of its names, in the spellings of several programs.
const stated: readonly (readonly [string, Partial<Outline>])[] = [
  ["Title: x", { title: "x" }],
  ["updated: 2024-08-01", { updated }],
  ["LastMod: 2024-08-01", { updated }],
  ["last_modified_at: 2024-08-01", { updated }],
  ["Modified: 2024-08-01", { updated }],
  ["Description: x", { summary: "x" }],
  ["SUMMARY: x", { summary: "x" }],
  ["excerpt: x", { summary: "x" }],
  ["Author: Ann", { authors }],
  ["authors: [Ann]", { authors }],
  ["Tags: [x]", { tags: ["x"] }],
  ["categories: [x]", { tags: ["x"] }],
  ["Category: x", { tags: ["x"] }],
  ["KeyWords: x", { tags: ["x"] }],
  ["Slug: x", address],
  ["Permalink: /x/", address],
  ["URL: /x/", address],
  ["ID: x", { id: "x" }],
  ["GUID: tag:example.com,2024:x", { id: "tag:example.com,2024:x" }],
  ["Lang: ko", { language: "ko" }],
  ["language: KO_kr", { language: "ko-KR" }],
  ["Image: /x.png", { image: "https://example.com/x.png" }],
  ["Cover: {src: x.png}", { image: "https://example.com/a/x.png" }],
  ["Enclosure: {url: /a.mp3, Length: 1, type: audio/mpeg}", { enclosures }],
  ["Comments: https://forum.example/", { comments: "https://forum.example/" }],
];

const dates = ["date", "Published", "pubDate", "PublishDate", "published_at", "DATE", "PubDate"];

describe("readOutline", () => {
  test.each(stated)("reads %j", async (yaml, outline) => {
    const read = await readText(`---\ndate: 2024-07-31\n${yaml}\n---\n`);
    expect(saidBy(read)).toEqual({ ...plain, ...outline });
    expect(read.messages).toEqual([]);
  });

  test.each(dates)("reads %s", async (name) => {
    const read = await readText(`---\n${name}: 2024-07-31\n---\n`);
    expect(saidBy(read)).toEqual(plain);
    expect(read.messages).toEqual([]);
  });

  test.each([
    {
      when: "TOML",
      text: '+++\ndate = 2024-07-31\ntitle = "x"\ntags = ["x"]\n[author]\nname = "Ann"\n+++',
    },
    {
      when: "JSON",
      text: '{"date": "2024-07-31", "title": "x", "tags": ["x"], "author": {"name": "Ann"}}',
    },
  ])("reads the same from $when", async ({ text }) => {
    const outline = saidBy(await readText(text));
    expect(outline).toEqual({ ...plain, title: "x", tags: ["x"], authors });
  });

  test("reads title and summary as plain text", async () => {
    const yaml = "title: EPA&#8217;s `Vec<T>`\nsummary: |\n  <i>AT&T</i>\n  2 * 3";
    const outline = saidBy(await readText(`---\ndate: 2024-07-31\n${yaml}\n---`));
    expect(outline).toEqual({ ...plain, title: "EPA’s Vec<T>", summary: "AT&T 2 * 3" });
  });

  test("takes language and authors from the site", async () => {
    const config = configOf({ site: { language: "pt-br", author: "Site" } });
    const outline = saidBy(await readText("---\ndate: 2024-07-31\n---", "a.md", config));
    expect(outline).toEqual({ ...plain, language: "pt-BR", authors: [{ name: "Site" }] });
  });

  test("reads times in the site's zone", async () => {
    const config = configOf({ site: { timezone: "Asia/Seoul" } });
    const yaml = "date: 2024-07-31 09:00\nupdated: 2024-08-01 09:00";
    const outline = saidBy(await readText(`---\n${yaml}\n---`, "a.md", config));
    expect(outline).toEqual({ ...plain, updated });
  });

  test("measures files below the content folder", async () => {
    const folder = await makeFolder({ "articles/audio/a.mp3": "12345" });
    const config = configOf({ content: { folder: "articles" } }, folder);
    const yaml = "date: 2024-07-31\nenclosure: /audio/a.mp3";
    const outline = saidBy(await readText(`---\n${yaml}\n---`, "a.md", config));
    const url = "https://example.com/audio/a.mp3";
    expect(config.content.folder).toBe(join(folder, "articles"));
    expect(outline.enclosures).toEqual([{ url, length: 5, type: "audio/mpeg" }]);
  });

  // All in one run, each with its place.
  test.each([
    { when: "a list", yaml: "[[a]]", found: "a list" },
    { when: "a table", yaml: "{a: {b: c}}", found: "a table" },
    { when: "true", yaml: "true", found: "`true`" },
  ])("says where each field is $when and may not be", async ({ yaml, found }) => {
    const names = [
      "title",
      "date",
      "updated",
      "summary",
      "author",
      "tags",
      "slug",
      "permalink",
      "id",
      "lang",
      "image",
      "enclosure",
    ];
    const text = `---\n${names.map((name) => `${name}: ${yaml}`).join("\n")}\n---\n`;
    const { status, messages, article } = await readText(text);
    const places = messages.map((message) => Number(message.split(":")[0]) - 2);
    expect(status).toBe("invalid");
    expect(article).toBeUndefined();
    expect(messages.filter((message) => !message.includes(`, not ${found}`))).toEqual([]);
    // Without a date there is no address to make of slug and permalink.
    expect(places.toSorted((one, two) => one - two).map((place) => names[place])).toEqual(
      names.filter((name) => name !== "slug" && name !== "permalink"),
    );
  });

  test.each([
    [
      "lang: 'en us'",
      "3:7 error language Expected a BCP 47 language such as `en` or `pt-BR`, not `en us`",
    ],
    ["lang: [en]", "3:7 error language Expected a language, not a list"],
    ["id: [a]", "3:5 error id Expected text, not a list"],
    ["title: {a: b}", "3:8 error title Expected text, not a table"],
    ["summary: false", "3:10 error summary Expected text, not `false`"],
  ])("says what is wrong with %j", async (yaml, message) => {
    const read = await readText(`---\ndate: 2024-07-31\n${yaml}\n---\n`);
    expect(read.messages).toEqual([message]);
    expect(saidBy(read)).toEqual(plain);
  });

  test.each(["Date: 2024-07-31\r\nTitle:  [x]", "DATE: 2024-07-31\r\nTITLE:  {x: y}"])(
    "counts lines that end with CRLF: %j",
    async (yaml) => {
      const read = await readText(`\r\n\r\n---\r\n${yaml}\r\n---\r\n`);
      expect(read.messages).toEqual([expect.stringMatching(/^5:9 error title /)]);
    },
  );
});
