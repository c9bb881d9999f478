import { expect, test } from "vitest";
import { processor } from "../../src/markdown/processor.ts";
import { htmlOf } from "../support/rendered.ts";

test("is frozen, so that no article changes it", () => {
  expect(() => processor.use(() => {})).toThrow(/frozen/);
});

test.each([
  {
    when: "tables",
    body: "| a | b |\n|:--|--:|\n| *1* | 2 |",
    html: `<table>
<thead>
<tr>
<th align="left">a</th>
<th align="right">b</th>
</tr>
</thead>
<tbody>
<tr>
<td align="left"><em>1</em></td>
<td align="right">2</td>
</tr>
</tbody>
</table>`,
  },
  { when: "strikethrough", body: "~~a~~ ~b~", html: "<p><del>a</del> <del>b</del></p>" },
  {
    when: "task lists",
    body: "- [ ] a\n- [x] b",
    html: `<ul class="contains-task-list">
<li class="task-list-item"><input type="checkbox" disabled> a</li>
<li class="task-list-item"><input type="checkbox" checked disabled> b</li>
</ul>`,
  },
  {
    when: "autolinks",
    body: "www.b.example https://b.example/c jo@b.example",
    html: '<p><a href="http://www.b.example/">www.b.example</a> <a href="https://b.example/c">https://b.example/c</a> <a href="mailto:jo@b.example">jo@b.example</a></p>',
  },
  {
    when: "footnotes",
    body: "a[^1]\n\n[^1]: b",
    html: `<p>a<sup><a href="https://example.com/blog/a/#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p>
<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2>
<ol>
<li id="fn-1">
<p>b <a href="https://example.com/blog/a/#fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>
</li>
</ol>
</section>`,
  },
  {
    when: "code",
    body: "```rust\nlet a: Vec<T> = b && c;\n```\n\n`<b>`",
    html: `<pre><code class="language-rust">let a: Vec&#x3C;T> = b &#x26;&#x26; c;
</code></pre>
<p><code>&#x3C;b></code></p>`,
  },
  {
    when: "headings, lists and quotes",
    body: "# a\n\n1. b\n   - c\n\n> d\n\n***",
    html: "<h1>a</h1>\n<ol>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>\n<blockquote>\n<p>d</p>\n</blockquote>\n<hr>",
  },
  {
    when: "other scripts",
    body: "**한국어** と 日本語 👩‍👩‍👧 עברית",
    html: "<p><strong>한국어</strong> と 日本語 👩‍👩‍👧 עברית</p>",
  },
])("renders $when", ({ body, html }) => {
  expect(htmlOf(body)).toBe(html);
});
