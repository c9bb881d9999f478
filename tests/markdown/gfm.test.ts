import { expect, test } from "vitest";
import { htmlOf } from "../support/rendered.ts";

const page = "https://example.com/blog/a/";
const cells = (tag: string, ...texts: readonly string[]) =>
  texts.map((text) => `<${tag}>${text}</${tag}>`).join("\n");

// Examples of our own for each extension of https://github.github.com/gfm/, by its sections.
test.each([
  {
    section: "tables",
    body: "| a | b |\n| - | - |\n| c | d |",
    html: `<table>\n<thead>\n<tr>\n${cells("th", "a", "b")}\n</tr>\n</thead>\n<tbody>\n<tr>\n${cells("td", "c", "d")}\n</tr>\n</tbody>\n</table>`,
  },
  {
    section: "tables, aligned, without outer pipes",
    body: "a | b\n:-: | --:\nc | d",
    html: '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align="center">c</td>\n<td align="right">d</td>\n</tr>\n</tbody>\n</table>',
  },
  {
    section: "tables, with pipes in cells",
    body: "| a |\n| - |\n| `b \\| c` **d \\| e** |",
    html: "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>b | c</code> <strong>d | e</strong></td>\n</tr>\n</tbody>\n</table>",
  },
  {
    section: "tables, one row of marks too few",
    body: "| a | b |\n| - |\n| c |",
    html: "<p>| a | b |\n| - |\n| c |</p>",
  },
  {
    section: "task lists",
    body: "- [ ] a\n- [x] b\n  - [X] c",
    html: "<ul>\n<li>☐ a</li>\n<li>☑ b\n<ul>\n<li>☑ c</li>\n</ul>\n</li>\n</ul>",
  },
  {
    section: "task lists, without space",
    body: "- [] a\n- [y] b",
    html: "<ul>\n<li>[] a</li>\n<li>[y] b</li>\n</ul>",
  },
  { section: "strikethrough", body: "~~a~~ and ~b~", html: "<p><del>a</del> and <del>b</del></p>" },
  {
    section: "strikethrough, across paragraphs",
    body: "a ~~b\n\nc~~ d",
    html: "<p>a ~~b</p>\n<p>c~~ d</p>",
  },
  { section: "strikethrough, three tildes", body: "a ~~~b~~~", html: "<p>a ~~~b~~~</p>" },
  {
    section: "autolinks, www",
    body: "www.example.com/a, and",
    html: '<p><a href="http://www.example.com/a">www.example.com/a</a>, and</p>',
  },
  {
    section: "autolinks, parentheses",
    body: "(www.example.com/a(b))",
    html: '<p>(<a href="http://www.example.com/a(b)">www.example.com/a(b)</a>)</p>',
  },
  {
    section: "autolinks, an entity at the end",
    body: "www.example.com/a&hl;",
    html: '<p><a href="http://www.example.com/a">www.example.com/a</a>&#x26;hl;</p>',
  },
  {
    section: "autolinks, https",
    body: "https://example.com/?a=b&c=d.",
    html: '<p><a href="https://example.com/?a=b&#x26;c=d">https://example.com/?a=b&#x26;c=d</a>.</p>',
  },
  {
    section: "autolinks, in angle brackets' end",
    body: "https://example.com/a<b",
    html: '<p><a href="https://example.com/a">https://example.com/a</a>&#x3C;b</p>',
  },
  {
    section: "autolinks, e-mail",
    body: "a.b-c_d@e.example.",
    html: '<p><a href="mailto:a.b-c_d@e.example">a.b-c_d@e.example</a>.</p>',
  },
  { section: "autolinks, no e-mail", body: "a@b and c@d_", html: "<p>a@b and c@d_</p>" },
  { section: "disallowed raw HTML", body: "<strong> <title> <style> <em>", html: undefined },
  {
    section: "disallowed raw HTML, a block",
    body: "<xmp>\nis <b>text</b>\n</xmp>\n\nand",
    html: undefined,
  },
  {
    section: "footnotes",
    body: "a[^n]\n\n[^n]: b",
    html: `<p>a<sup><a href="${page}#fn-a-n" id="fnref-a-n">1</a></sup></p>\n<hr>\n<ol>\n<li id="fn-a-n">\n<p>b <a href="${page}#fnref-a-n">↩\uFE0E</a></p>\n</li>\n</ol>`,
  },
  { section: "footnotes, without a note", body: "a[^n]", html: "<p>a[^n]</p>" },
])("$section", async ({ body, html }) => {
  const given = await htmlOf(body);

  if (html === undefined) expect(given).not.toMatch(/<(?:title|style|xmp)/);
  else expect(given).toBe(html);
});
