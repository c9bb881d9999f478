import { expect, test } from "vitest";
import { styleInstruction } from "../../src/write/style-instruction.ts";

test.each([
  ["https://e.example/rss.xml", "https://e.example/feed.css", "feed.css"],
  ["https://e.example/p/rss.xml", "https://e.example/p/feed.css", "feed.css"],
  ["https://e.example/tags/a/rss.xml", "https://e.example/feed.css", "../../feed.css"],
  ["https://e.example/rss.xml", "https://e.example/css/feed.css", "css/feed.css"],
  ["https://e.example/a/b/rss.xml", "https://e.example/a/c/d.css", "../c/d.css"],
  [
    "https://e.example/a/rss.xml",
    "https://e.example/%ED%95%9C%22%26.css",
    "../%ED%95%9C%22%26.css",
  ],
])("from %s to %s it is %s, as a browser resolves it", (document, style, href) => {
  expect(styleInstruction(document, style)).toEqual({
    type: "instruction",
    name: "xml-stylesheet",
    value: `type="text/css" href="${href}"`,
  });
  expect(new URL(href, document).href).toBe(style);
});

test("there is none where there is no style sheet", () => {
  expect(styleInstruction("https://e.example/rss.xml", undefined)).toBe(undefined);
});
