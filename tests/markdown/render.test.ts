import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { renderArticle } from "../../src/markdown/render.ts";
import { article } from "../support/article.ts";
import { rendered } from "../support/rendered.ts";

describe("renderArticle", () => {
  test("adds HTML, title and summary to an article and changes nothing else", () => {
    const given = article({ title: undefined, body: "\n\n# T\n\nText.\n", tags: ["a"] });
    expect(renderArticle(given)).toEqual({
      ...given,
      title: "T",
      summary: "Text.",
      html: "<h1>T</h1>\n<p>Text.</p>",
    });
    expect(given.file.messages).toEqual([]);
  });

  test("gives the same again, whatever was rendered between", () => {
    const body = "a[^1] <b>b</b> [c][d]\n\n[^1]: e\n\n[d]: /f";
    const first = rendered(body);
    rendered("[d]: /other\n\n[^1]: other\n\n<b>");
    expect(rendered(body)).toEqual(first);
  });
});

describe("Markdown that is nested too deeply", () => {
  const deep = 10_000;
  const message = "markdown: Expected Markdown of at most 100 levels, not nested more deeply";

  test.each([
    { when: "quotes", body: `a\n\n${"> ".repeat(deep)}a`, line: 3 },
    { when: "lists", body: `a\n\n${"- ".repeat(deep)}a`, line: 3 },
    { when: "lists on many lines", body: nestedList(deep), line: 101 },
    { when: "brackets", body: `a\n\n${"[".repeat(deep)}a${"]".repeat(deep)}`, line: 3 },
    { when: "divisions", body: "<div>".repeat(deep), line: 1 },
    { when: "divisions on many lines", body: "<div>\n\n".repeat(deep), line: 1 },
    { when: "spans", body: `a ${"<span>".repeat(deep)}`, line: 1 },
    { when: "tables", body: "<table><td>".repeat(deep), line: 1 },
  ])("is an error with a line: $when", ({ body, line }) => {
    expect(rendered(body)).toEqual({
      html: undefined,
      title: undefined,
      summary: undefined,
      messages: [`!${line}:1 ${message}`],
    });
  });

  test("is an error at its line in the file, after the front matter", () => {
    const body = `\n\n\na\n${"> ".repeat(deep)}a\n`;
    const file = new VFile({ path: "a.md", value: body.replace("\n\n\n", "---\ntitle: A\n---\n") });
    expect(rendered(body, { file }).messages).toEqual([`!5:1 ${message}`]);
  });

  test.each([
    { when: "100 quotes", body: `${"> ".repeat(100)}a`, inner: "<p>a</p>" },
    { when: "links one after the other", body: "[a](/b)".repeat(2000), inner: ">a</a></p>" },
  ])("is no error while it is read in time: $when", ({ body, inner }) => {
    const { html, messages } = rendered(body);
    expect(html).toContain(inner);
    expect(messages).toEqual([]);
  });
});

test("Markdown that takes too long is an error", () => {
  // The parser looks at each opening of emphasis again for each word.
  const slow = article({ body: "*a **b ".repeat(5000) });
  expect(renderArticle(slow, 50)).toBeUndefined();
  expect(slow.file.messages.map(String)).toEqual([
    "a.md:1:1: Expected Markdown that renders within 0.05 seconds",
  ]);
  expect(slow.file.messages.map(({ fatal }) => fatal)).toEqual([true]);
});

function nestedList(levels: number): string {
  return Array.from({ length: levels / 10 }, (_, level) => `${"  ".repeat(level)}- a`).join("\n");
}
