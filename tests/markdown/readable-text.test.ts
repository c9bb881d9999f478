import type { ElementContent } from "hast";
import { raw } from "hast-util-raw";
import { expect, test } from "vitest";
import { readableText } from "../../src/markdown/readable-text.ts";

test.each([
  { when: "paragraphs", html: "<p>a</p><p>b</p>", text: "a b" },
  { when: "inline elements", html: "a<b>b</b><i>c</i> d", text: "abc d" },
  { when: "line breaks", html: "a<br>b\n  c", text: "a b c" },
  { when: "cells", html: "<table><tr><td>a<td>b</table>", text: "a b" },
  { when: "entities", html: "&lt;b&gt; &amp;amp; &nbsp;c", text: "<b> &amp; \u00A0c" },
  { when: "headings", html: "<h1>a</h1>b<h6>c</h6>", text: "b" },
  { when: "comments", html: "a<!-- b -->c", text: "ac" },
  {
    when: "footnotes",
    html: "a<sup><a data-footnote-ref>1</a></sup><section data-footnotes>b</section>",
    text: "a",
  },
  {
    when: "what sanitising removes",
    html: "a<script>b</script><style>c</style><title>d</title><textarea>e</textarea><noscript>f</noscript>",
    text: "a",
  },
  { when: "nothing", html: "", text: "" },
])("is what a person reads: $when", ({ html, text }) => {
  expect(readableText(parse(html))).toBe(text);
});

function parse(value: string): readonly ElementContent[] {
  const tree = raw({ type: "root", children: [{ type: "raw", value }] });
  return tree.type === "root" ? tree.children.filter((child) => child.type !== "doctype") : [];
}
