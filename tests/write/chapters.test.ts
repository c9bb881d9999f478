import { describe, expect, test } from "vitest";
import type { Article } from "../../src/model.ts";
import { composeChapters, placeOfChapters } from "../../src/write/chapters.ts";
import { article } from "../support/article.ts";
import { textOf } from "../support/output-file.ts";
import { episode } from "../support/podcast.ts";

const site = "https://example.com/show/";
const chapters = [
  { start: 0, title: 'The "start"' },
  { start: 62.5, title: "More" },
];

function withSound(url: string, stated: Partial<Article> = {}): Article {
  return article({ enclosures: [{ url, chapters }], episode: episode(), ...stated });
}

describe("placeOfChapters", () => {
  test.each([
    ["https://example.com/show/a.mp3", "a.mp3.chapters.json", "a.mp3.chapters.json"],
    ["https://example.com/show/x/a.mp3?v=1#t", "x/a.mp3.chapters.json", "x/a.mp3.chapters.json"],
    [
      "https://example.com/show/a%20%ED%95%9C.mp3",
      "a%20%ED%95%9C.mp3.chapters.json",
      "a 한.mp3.chapters.json",
    ],
  ])("of %s it lies beside the file", (url, address, path) => {
    expect(placeOfChapters(withSound(url), site)).toEqual({ url: site + address, path });
  });

  test.each([
    "https://cdn.example/show/a.mp3",
    "https://example.com/a.mp3",
    "https://example.com/show/",
    "https://example.com/show/x//a.mp3",
    "https://example.com/show/..%2Fa.mp3",
    "https://example.com/show/..%5Ca.mp3",
    "https://example.com/show/C%3Aa.mp3",
    "https://example.com/show/a%00.mp3",
    "https://example.com/show/%ff.mp3",
  ])("of %s there is none", (url) => {
    expect(placeOfChapters(withSound(url), site)).toBeUndefined();
  });

  test.each<[string, Partial<Article>]>([
    ["that is no episode", { episode: undefined }],
    ["whose author names others", { episode: episode({ chapters: "https://example.com/c.json" }) }],
    ["whose file names none", { enclosures: [{ url: `${site}a.mp3` }] }],
    ["without a file", { enclosures: [] }],
  ])("of an article %s there is none", (_, stated) => {
    expect(placeOfChapters(withSound(`${site}a.mp3`, stated), site)).toBeUndefined();
  });
});

test("composeChapters makes one document of a file, in the JSON of the podcast namespace", () => {
  const articles = [withSound(`${site}a.mp3`), article(), withSound(`${site}a.mp3`, { id: "b" })];
  const [file, ...more] = composeChapters(articles, site);
  expect(more).toEqual([]);
  expect(file?.path).toBe("a.mp3.chapters.json");
  expect(file?.bytes).toBe(Buffer.byteLength(textOf(file)));
  expect(JSON.parse(textOf(file))).toEqual({
    version: "1.2.0",
    chapters: [
      { startTime: 0, title: 'The "start"' },
      { startTime: 62.5, title: "More" },
    ],
  });
});
