import { expect, test } from "vitest";
import { toHtmlText } from "../../src/markdown/html-text.ts";
import { htmlOf, rendered } from "../support/rendered.ts";

test.each([
  { when: "C0 controls", text: "a\u0000\u0001\b\v\f\u001Fb", clean: "ab" },
  { when: "DEL and C1 controls", text: "a\u007F\u0080\u0085\u009Fb", clean: "ab" },
  { when: "noncharacters", text: "a\uFDD0\uFDEF\uFFFE\uFFFF\u{1FFFE}\u{10FFFF}b", clean: "ab" },
  { when: "unpaired surrogates", text: "a\uD800b\uDC00c", clean: "abc" },
  { when: "replacements of what was not in the source", text: "a\uFFFDb", clean: "ab" },
  { when: "carriage returns", text: "a\r\nb\rc", clean: "a\nb\nc" },
])("removes $when", ({ text, clean }) => {
  expect(toHtmlText(text, "ab")).toBe(clean);
});

test("keeps tabs, line feeds, no-break spaces, joiners and emoji", () => {
  const text = "a\tb\nc\u00A0d\u200De\u202Ef\u{1F469}\u200D\u{1F467}";
  expect(toHtmlText(text, text)).toBe(text);
});

test.each(["a\uFFFDb", "a&#xFFFD;b", "a&#x00fffd;b", "a&#65533;b"])(
  "keeps a U+FFFD that the author wrote as %j",
  (source) => {
    expect(toHtmlText("a\uFFFDb", source)).toBe("a\uFFFDb");
  },
);

test.each([
  { when: "in text", body: "a\u0001b\tc\nd\uD800e\uFFFEf", html: "<p>ab\tc\ndef</p>" },
  { when: "as references", body: "a&#1;b&#xFFFE;c&#0;d&#xD800;e&#x85;f", html: "<p>abcdef</p>" },
  { when: "in code", body: "`a\u0001b\u001Bc`", html: "<p><code>abc</code></p>" },
  {
    when: "in raw HTML",
    body: '<b title="a&#1;b\u0002">a\u0003b&#xFFFE;c\td</b>',
    html: '<p><b title="ab">abc\td</b></p>',
  },
])("is free of forbidden characters: $when", async ({ body, html }) => {
  expect(await htmlOf(body)).toBe(html);
});

test("cleans the title and the summary that are found", async () => {
  const { title, summary } = await rendered("# T&#1;\u0080x\n\nS&#2;\u0081y", { title: undefined });
  expect({ title, summary }).toEqual({ title: "Tx", summary: "Sy" });
});
