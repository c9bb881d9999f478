import { describe, expect, test } from "vitest";
import { createProcessors } from "../../src/markdown/processor.ts";
import { htmlOf, markdownSettings, rendered } from "../support/rendered.ts";

test("is frozen, so that no article changes it", () => {
  const { markdown, html } = createProcessors(markdownSettings());

  expect(() => markdown.use(() => {})).toThrow(/frozen/);
  expect(() => html.use(() => {})).toThrow(/frozen/);
});

test("writes only what was finished", () => {
  const { markdown } = createProcessors(markdownSettings());

  expect(() => markdown.stringify({ type: "root", children: [] })).toThrow(
    new TypeError("Expected a tree with its finished HTML"),
  );
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
    html: `<ul>
<li>☐ a</li>
<li>☑ b</li>
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
    html: `<p>a<sup><a href="https://example.com/blog/a/#fn-a-1" id="fnref-a-1">1</a></sup></p>
<hr>
<ol>
<li id="fn-a-1">
<p>b <a href="https://example.com/blog/a/#fnref-a-1">↩\uFE0E</a></p>
</li>
</ol>`,
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
    body: "# z\n\n1. b\n   - c\n\n> d\n\n***",
    html: "<h1>z</h1>\n<ol>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>\n<blockquote>\n<p>d</p>\n</blockquote>\n<hr>",
  },
  {
    when: "other scripts",
    body: "**한국어** と 日本語 👩‍👩‍👧 עברית",
    html: "<p><strong>한국어</strong> と 日本語 👩‍👩‍👧 עברית</p>",
  },
])("renders $when", async ({ body, html }) => {
  expect(await htmlOf(body)).toBe(html);
});

describe("what `markdown.sanitize` lets through", () => {
  const svg = '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg> x';

  test("is nothing beyond our schema where it says nothing", async () => {
    expect(await htmlOf(svg)).toBe("<p> x</p>");
  });

  test("is what it names, in addition", async () => {
    const sanitize = {
      tagNames: ["svg", "path"],
      attributes: { svg: ["viewBox"], path: ["d"], a: ["rel", "dataFoo"] },
    };

    expect(await htmlOf(`${svg} <a href="/b" data-foo="c">b</a>`, { settings: { sanitize } })).toBe(
      `<p>${svg} <a href="https://example.com/b" data-foo="c">b</a></p>`,
    );
  });

  test.each([
    { attribute: "class", html: '<p class="b">a</p>' },
    { attribute: "data-id", html: '<p data-id="c">a</p>' },
    { attribute: "data*", html: '<p data-id="c">a</p>' },
    { attribute: "srcset", html: "<p>a</p>" },
    { attribute: "tabindex", html: '<p tabindex="1">a</p>' },
  ])("is $attribute, as HTML has it", async ({ attribute, html }) => {
    const settings = { sanitize: { attributes: { p: [attribute] } } };

    expect(await htmlOf('<p class="b" data-id="c" tabindex="1">a</p>', { settings })).toBe(html);
  });

  test("is an address of another scheme", async () => {
    const settings = { sanitize: { protocols: { href: ["gopher"] } } };

    expect(await htmlOf("<gopher://b.example/>")).toBe("<p>gopher://b.example/</p>");
    expect(await htmlOf("<gopher://b.example/> <http://c.example/>", { settings })).toBe(
      '<p><a href="gopher://b.example/">gopher://b.example/</a> <a href="http://c.example/">http://c.example/</a></p>',
    );
  });
});

describe("math", () => {
  const around = { settings: { math: true } };

  test("is text unless it is asked for", async () => {
    expect(await htmlOf("$x^2$\n\n$$\ny\n$$")).toBe("<p>$x^2$</p>\n<p>$$\ny\n$$</p>");
  });

  test("is MathML alone", async () => {
    expect(await htmlOf("a $x^2$", around)).toBe(
      '<p>a <math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math></p>',
    );
  });

  test("is a block where it stands alone", async () => {
    expect(await htmlOf("$$\ny\n$$", around)).toBe(
      '<p><math display="block" alttext="y"><mi>y</mi></math></p>',
    );
  });

  test("stays code where it cannot be read", async () => {
    expect(await rendered("$\\frac{$\n\n$$\n\\nope{x}\n$$", {}, around)).toMatchObject({
      html: "<p><code>\\frac{</code></p>\n<pre><code>\\nope{x}</code></pre>",
      messages: [],
    });
  });
});
