import { describe, expect, test } from "vitest";
import { footnotes, slugOf, toBackMark } from "../../../src/markdown/steps/footnotes.ts";
import { contextOf, rendered, stepped } from "../../support/rendered.ts";

test("gives footnotes ids with the article's slug, and a rule", () => {
  const before =
    '<p>a<sup><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="l">1</a></sup></p>' +
    '<section data-footnotes class="footnotes"><h2 id="l" class="sr-only">Footnotes</h2>\n' +
    '<ol><li id="fn-1"><p>b <a href="#fnref-1" data-footnote-backref aria-label="Back">↩</a></p></li></ol></section>';

  expect(
    stepped(footnotes, before, contextOf({ url: "https://example.com/notes/b.html" })),
  ).toEqual({
    html:
      '<p>a<sup><a href="#fn-b-1" id="fnref-b-1" data-footnote-ref="">1</a></sup></p><hr>\n' +
      '<ol><li id="fn-b-1"><p>b <a href="#fnref-b-1" data-footnote-backref="">↩</a></p></li></ol>',
    messages: [],
  });
});

test("leaves ids that an author wrote", () => {
  const html = '<p id="fn-1"><a href="#fn-1">a</a></p>';

  expect(stepped(footnotes, html).html).toBe(html);
});

describe("slugOf", () => {
  test.each([
    { url: "https://example.com/blog/a-b/", slug: "a-b" },
    { url: "https://example.com/blog/a.b.html", slug: "a.b" },
    { url: "https://example.com/", slug: "index" },
    { url: "https://example.com/a%20b/?c#d", slug: "a20b" },
    { url: "https://example.com/%ED%95%9C/", slug: "ED959C" },
  ])("is $slug of $url", ({ url, slug }) => {
    expect(slugOf(url)).toBe(slug);
  });
});

test("marks the way back as text, numbered from the second call on", () => {
  expect(toBackMark(0, 1)).toEqual([{ type: "text", value: "↩\uFE0E" }]);
  expect(toBackMark(0, 2)).toEqual([
    { type: "text", value: "↩\uFE0E" },
    {
      type: "element",
      tagName: "sup",
      properties: {},
      children: [{ type: "text", value: "2" }],
    },
  ]);
});

test("makes two articles' footnotes differ", async () => {
  const idsOf = async (url: string) => {
    const { html = "" } = await rendered("a[^1]\n\n[^1]: b", { url });
    return [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  };

  expect(await idsOf("https://example.com/x/")).toEqual(["fnref-x-1", "fn-x-1"]);
  expect(await idsOf("https://example.com/y/")).toEqual(["fnref-y-1", "fn-y-1"]);
});
