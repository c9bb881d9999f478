import { expect, test } from "vitest";
import { htmlOf } from "../support/rendered.ts";

test.each([
  { when: "alone", more: "", before: "" },
  { when: "beside raw HTML", more: "\n\n<hr>", before: "<hr>\n" },
])("links footnotes both ways, $when", async ({ more, before }) => {
  const at = "https://example.com/blog/a/#";
  expect(await htmlOf(`a[^n] b[^n]${more}\n\n[^n]: note\n`)).toBe(
    `<p>a<sup><a href="${at}fn-a-n" id="fnref-a-n">1</a></sup> b<sup><a href="${at}fn-a-n" id="fnref-a-n-2">1</a></sup></p>
${before}<hr>
<ol>
<li id="fn-a-n">
<p>note <a href="${at}fnref-a-n">↩\uFE0E</a> <a href="${at}fnref-a-n-2">↩\uFE0E<sup>2</sup></a></p>
</li>
</ol>`,
  );
});

test.each([
  { when: "misnested", body: "<b><i>a</b>b</i>", html: "<p><b><i>a</i></b><i>b</i></p>" },
  { when: "unclosed", body: "<ul><li>a<li>b", html: "<ul><li>a</li><li>b</li></ul>" },
  {
    when: "around Markdown",
    body: "<div>\n\n*a*\n\n</div>",
    html: "<div>\n<p><em>a</em></p>\n</div>",
  },
  {
    when: "with an attribute twice",
    body: '<p id="a" id="b" align=center>x</p>',
    html: '<p id="a">x</p>',
  },
  {
    when: "a paragraph in what goes, in a paragraph",
    body: "<p>a<marquee><p>b</p></marquee></p>",
    html: "<p>a</p><p>b</p>",
  },
  {
    when: "a link in what goes, in a link",
    body: "<a href=/x>a<object><a href=/y>b</a></object></a>",
    html: '<p><a href="https://example.com/x">a</a><a href="https://example.com/y">b</a></p>',
  },
  { when: "only a comment", body: "<!-- a -->", html: "" },
  { when: "nothing", body: "", html: "" },
  {
    when: "raw ampersands and angles",
    body: "a & b < c <b>d</b> &copy;",
    html: "<p>a &#x26; b &#x3C; c <b>d</b> ©</p>",
  },
])("gives HTML that nests as HTML must: $when", async ({ body, html }) => {
  expect(await htmlOf(body)).toBe(html);
});
