import { describe, expect, test } from "vitest";
import { cut } from "../../src/markdown/summary.ts";
import { rendered } from "../support/rendered.ts";

describe("the summary of an article without one", () => {
  test.each([
    "<!-- more -->",
    "<!--more-->",
    "<!-- truncate -->",
    "<!--truncate-->",
    "<!-- MORE -->",
  ])("is what comes before %s", async (marker) => {
    expect((await rendered(`# T\n\na *b*\n\n- c\n\n${marker}\n\nd`)).summary).toBe("a b c");
  });

  test.each([
    { when: "in a paragraph", body: "a <!-- more --> b\n\nc", summary: "a" },
    { when: "in an element", body: "<div>\n\na\n\n<!--more-->\n\nb\n\n</div>\n\nc", summary: "a" },
    { when: "twice", body: "a\n\n<!-- more -->\n\nb\n\n<!-- more -->", summary: "a" },
    { when: "before everything", body: "<!-- more -->\n\n![](x.png)\n\na\n\nb", summary: "a" },
    { when: "in code only", body: "`<!-- more -->`\n\nb", summary: "<!-- more -->" },
    { when: "with other words", body: "a\n\nb\n\n<!-- more to come -->\n\nc", summary: "a" },
  ])("is found where the marker stands $when", async ({ body, summary }) => {
    expect((await rendered(body)).summary).toBe(summary);
  });

  test.each([
    { when: "a heading first", body: "# T\n\na\n\nb", summary: "a" },
    { when: "a picture first", body: "![alt](x.png)\n\na", summary: "a" },
    { when: "code first", body: "```\ncode\n```\n\na", summary: "a" },
    { when: "a table first", body: "| t |\n|---|\n| u |\n\na", summary: "a" },
    { when: "a list first", body: "- one\n- two\n\na", summary: "a" },
    {
      when: "a caption first",
      body: "<figure><figcaption><p>c</p></figcaption></figure>\n\na",
      summary: "a",
    },
    { when: "markup", body: "**a** `b<c>` [d](e) ~~f~~ <b>g</b> &amp;", summary: "a b<c> d f g &" },
    { when: "line breaks", body: "a\nb  \nc", summary: "a b c" },
    { when: "footnote marks", body: "a[^1] b[^1].\n\n[^1]: note", summary: "a b." },
    { when: "only footnote marks", body: "[^1]\n\n[^1]: note", summary: undefined },
    {
      when: "what sanitising removes",
      body: "a<script>s</script><iframe>f</iframe><select>o</select>",
      summary: "a",
    },
    { when: "no paragraph", body: "- a\n- b", summary: "a b" },
    { when: "no text", body: "![](x.png)", summary: undefined },
    { when: "nothing", body: "", summary: undefined },
  ])("is the first paragraph's text: $when", async ({ body, summary }) => {
    expect((await rendered(body)).summary).toBe(summary);
  });

  test("is cut at a word, marker or not", async () => {
    const words = "word ".repeat(100);
    const short = `${"word ".repeat(59)}word…`;
    expect((await rendered(words)).summary).toBe(short.slice(0, -6).concat("…"));
    expect((await rendered(`${words}\n\n<!-- more -->`)).summary).toBe(
      short.slice(0, -6).concat("…"),
    );
  });
});

test("leaves the summary that is given", async () => {
  expect((await rendered("a\n\n<!-- more -->", { summary: "Given" })).summary).toBe("Given");
});

describe("cut", () => {
  const family = "👩‍👩‍👧‍👦";
  const flag = "🇰🇷";

  test.each([
    { when: "it fits", text: "one two", most: 7, cutText: "one two" },
    { when: "a word would be cut", text: "one two three", most: 10, cutText: "one two…" },
    { when: "a word ends there", text: "one two three", most: 8, cutText: "one two…" },
    {
      when: "punctuation is left at the end",
      text: "one two, three",
      most: 12,
      cutText: "one two…",
    },
    { when: "a dash is left at the end", text: "one two – three", most: 13, cutText: "one two…" },
    { when: "there are no spaces", text: "日本語の長い文章です", most: 6, cutText: "日本語の長…" },
    {
      when: "the only space is early",
      text: "第1 日本語の長い文章です",
      most: 9,
      cutText: "第1 日本語の長…",
    },
    { when: "an emoji would be cut", text: "日本語😀です", most: 5, cutText: "日本語…" },
    { when: "joined emoji would be cut", text: `日本語${family}です`, most: 9, cutText: "日本語…" },
    {
      when: "joined emoji would be cut before a joiner",
      text: `日本語${family}です`,
      most: 6,
      cutText: "日本語…",
    },
    { when: "joined emoji fit", text: `日本${family}です語`, most: 14, cutText: `日本${family}…` },
    { when: "a flag would be cut", text: `日本語${flag}です`, most: 6, cutText: "日本語…" },
    { when: "a skin tone would be cut", text: "日本語👍🏽です", most: 6, cutText: "日本語…" },
    { when: "an accent would be cut", text: "cafe\u0301s", most: 5, cutText: "caf…" },
    {
      when: "a syllable of jamo would be cut",
      text: "가\u1112\u1161\u11AB나다",
      most: 4,
      cutText: "가…",
    },
  ])("shortens a text: $when", ({ text, most, cutText }) => {
    expect(cut(text, most)).toBe(cutText);
    expect(cut(text, most).length).toBeLessThanOrEqual(most);
  });
});
