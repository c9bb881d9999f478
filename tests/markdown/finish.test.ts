import { expect, test } from "vitest";
import { htmlOf } from "../support/rendered.ts";

// Without raw HTML the tree is not parsed again: attributes that say nothing but their name differ.
test.each([
  { when: "alone", more: "", mark: "data-footnote-ref" },
  { when: "beside raw HTML", more: "\n\n<hr>", mark: 'data-footnote-ref=""' },
])("links footnotes both ways, $when", ({ more, mark }) => {
  const html = htmlOf(`a[^n] b[^n]${more}\n\n[^n]: note\n`) ?? "";
  const at = "https://example.com/blog/a/#";
  expect(html).toContain(`<a href="${at}fn-n" id="fnref-n" ${mark} `);
  expect(html).toContain(`<a href="${at}fn-n" id="fnref-n-2" ${mark} `);
  expect(html).toContain('<li id="fn-n">');
  expect(html).toContain(`<a href="${at}fnref-n" `);
  expect(html).toContain(`<a href="${at}fnref-n-2" `);
  expect(html).not.toContain("user-content-");
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
    html: '<p id="a" align="center">x</p>',
  },
  {
    when: "a paragraph in what goes, in a paragraph",
    body: "<p>a<marquee><p>b</p></marquee></p>",
    html: "<p>a</p><p>b</p><p></p>",
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
])("gives HTML that nests as HTML must: $when", ({ body, html }) => {
  expect(htmlOf(body)).toBe(html);
});
