import { expect, test } from "vitest";
import { composeStyleSheet } from "../../../src/write/companions/style-sheet.ts";

const usual = {
  mark: "Written by us.",
  language: undefined,
  content: "full",
  pageUrl: undefined,
} as const;

test("says what a feed is, and where more is said", () => {
  const style = composeStyleSheet({ ...usual, pageUrl: 'https://example.com/a"b\\.html' });
  expect(style).toMatch(/^@charset "utf-8";\n\/\* Written by us\. \*\//);
  expect(style).toContain('content: "This is a feed.');
  expect(style).toContain('More at https://example.com/\\200b a\\22 b\\5c .html"; }');
});

test("hides a description that is the article itself, and only that", () => {
  expect(composeStyleSheet(usual)).toContain(":not(:has(> encoded)) > description");
  expect(composeStyleSheet({ ...usual, content: "summary" })).not.toContain(":has");
});

test.each([
  ["ko", "direction: ltr; }\nrss, feed { word-break: keep-all", "이것은 피드입니다."],
  ["ar", "direction: rtl", "هذا موجز."],
  ["fa", "direction: rtl", "This is a feed."],
])("of a site in %s", (language, rule, text) => {
  const style = composeStyleSheet({ ...usual, language });
  expect(style).toContain(rule);
  expect(style).toContain(text);
});
