import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { createRender } from "../../src/markdown/render.ts";
import { article } from "../support/article.ts";
import { site } from "../support/feed-document.ts";
import { markdownSettings, rendered } from "../support/rendered.ts";

describe("rendering", () => {
  test("adds HTML, title and summary to an article and changes nothing else", async () => {
    const given = article({ title: undefined, body: "\n\n# T\n\nText.\n", tags: ["a"] });
    const render = createRender(site(), markdownSettings());

    // The heading is the title, which readers show themselves.
    expect(await render(given)).toEqual({
      ...given,
      title: "T",
      summary: "Text.",
      html: "<p>Text.</p>",
      markdown: undefined,
    });
    expect(given.file.messages).toEqual([]);
  });

  test("gives the same again, whatever was rendered between", async () => {
    const body = "a[^1] <b>b</b> [c][d]\n\n[^1]: e\n\n[d]: /f";
    const first = await rendered(body);
    await rendered("[d]: /other\n\n[^1]: other\n\n<b>");
    expect(await rendered(body)).toEqual(first);
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
    { when: "emphasis", body: `a\n\n${"*".repeat(deep)}a${"*".repeat(deep)}`, line: 3 },
    { when: "divisions", body: "<div>".repeat(deep), line: 1 },
    { when: "divisions on many lines", body: "<div>\n\n".repeat(deep), line: 1 },
    { when: "spans", body: `a ${"<span>".repeat(deep)}`, line: 1 },
    { when: "tables", body: "<table><td>".repeat(deep), line: 1 },
  ])("is an error with a line: $when", async ({ body, line }) => {
    expect(await rendered(body)).toEqual({
      html: undefined,
      title: undefined,
      summary: undefined,
      messages: [`!${line}:1 ${message}`],
    });
  });

  test("is an error at its line in the file, after the front matter", async () => {
    const body = `\n\n\na\n${"> ".repeat(deep)}a\n`;
    const file = new VFile({ path: "a.md", value: body.replace("\n\n\n", "---\ntitle: A\n---\n") });
    expect((await rendered(body, { file })).messages).toEqual([`!5:1 ${message}`]);
  });

  test.each([
    { when: "100 quotes", body: `${"> ".repeat(100)}a`, inner: "<p>a</p>" },
    { when: "links one after the other", body: "[a](/b)".repeat(2000), inner: ">a</a></p>" },
  ])("is no error while it is read in time: $when", async ({ body, inner }) => {
    const { html, messages } = await rendered(body);
    expect(html).toContain(inner);
    expect(messages).toEqual([]);
  });
});

function nestedList(levels: number): string {
  return Array.from({ length: levels / 10 }, (_, level) => `${"  ".repeat(level)}- a`).join("\n");
}
