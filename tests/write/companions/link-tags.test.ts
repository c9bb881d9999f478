import { expect, test } from "vitest";
import { composeLinkTags } from "../../../src/write/companions/link-tags.ts";
import { offered } from "../../support/page-input.ts";
import { pageProblems } from "../../support/page-problems.ts";

test("gives a tag a line, the preferred format first", () => {
  expect(composeLinkTags(offered('A & "B"')).split("\n").slice(1, -1)).toEqual([
    '<link rel="alternate" type="application/rss+xml" title="A &#x26; &#x22;B&#x22; (RSS)" href="https://example.com/rss.xml">',
    '<link rel="alternate" type="application/atom+xml" title="A &#x26; &#x22;B&#x22; (Atom)" href="https://example.com/atom.xml">',
    '<link rel="alternate" type="application/feed+json" title="A &#x26; &#x22;B&#x22; (JSON Feed)" href="https://example.com/feed.json">',
  ]);
});

test("is HTML that a head can hold", () => {
  const html = `<!doctype html><title>A</title>${composeLinkTags(offered("<b>"))}`;
  expect(pageProblems(html)).toEqual([]);
});
