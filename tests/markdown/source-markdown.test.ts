import { readFile } from "node:fs/promises";
import { fromHtml } from "hast-util-from-html";
import { toString as textOfNode } from "hast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkHtml from "remark-html";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { createProcessors } from "../../src/markdown/processor.ts";
import { createRender } from "../../src/markdown/render.ts";
import { toSourceMarkdown } from "../../src/markdown/source-markdown.ts";
import { article } from "../support/article.ts";
import { site } from "../support/feed-document.ts";
import { feedFolders } from "../support/feed-files.ts";
import { addressesOf } from "../support/reader-rules.ts";
import { markdownSettings } from "../support/rendered.ts";

const html = (markdown: string) =>
  String(unified().use(remarkParse).use(remarkGfm).use(remarkHtml).processSync(markdown));

const tree = (text: string) => fromHtml(text, { fragment: true });

// As in a run with math: what sanitising lets through must not be lost behind it.
const { schema } = createProcessors(markdownSettings({ math: true }));

const source = (text: string) => toSourceMarkdown(tree(text), schema);

test.each([
  { when: "text", given: "<p>a <em>b</em> <strong>c</strong></p>", markdown: "a _b_ **c**" },
  {
    when: "a link",
    given: '<p><a href="https://a.example/">b</a></p>',
    markdown: "[b](https://a.example/)",
  },
  {
    when: "an image",
    given: '<p><img src="https://a.example/b.png" alt="c"></p>',
    markdown: "![c](https://a.example/b.png)",
  },
  {
    when: "code",
    given: '<pre><code class="language-js">a\n</code></pre>',
    markdown: "```js\na\n```",
  },
  {
    when: "lists",
    given: "<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>",
    markdown: "- a\n- b\n\n1. c",
  },
  {
    when: "a table",
    given: "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>",
    markdown: "| a |\n| - |\n| b |",
  },
  { when: "what looks like Markdown", given: "<p>*a* [b] # c</p>", markdown: "\\*a\\* \\[b] # c" },
  { when: "what runs", given: "<p>a<script>b()</script></p>", markdown: "a" },
])("writes $when", ({ given, markdown }) => {
  expect(source(given).trim()).toBe(markdown);
});

test.each([
  {
    when: "math as its TeX",
    given: '<p>a <math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math> b</p>',
    markdown: "a $x^2$ b",
  },
  {
    when: "the author's own MathML as its text",
    given: "<p>a <math><mi>x</mi><mn>2</mn></math> b</p>",
    markdown: "a x2 b",
  },
])("loses no math: $when", ({ given, markdown }) => {
  expect(source(given).trim()).toBe(markdown);
});

test("keeps the math of an article from its TeX to the feed", async () => {
  const settings = markdownSettings({ math: true, source: true });
  const entry = await createRender(
    site(),
    settings,
  )(article({ body: "Text $x^2$ end\n\n$$\n\\frac{a}{b}\n$$" }));

  expect(entry?.markdown).toBe("Text $x^2$ end\n\n$\\frac{a}{b}$");
});

interface Item {
  readonly id: string;
  readonly content_html?: string;
}

const items = (
  await Promise.all(
    feedFolders().map(async ({ json }) => {
      if (json === undefined) return [];
      const feed: { readonly items: readonly Item[] } = JSON.parse(await readFile(json, "utf8"));
      return feed.items.map(({ id, content_html: content = "" }) => ({ id, content }));
    }),
  )
).flat();

// NetNewsWire shows it instead of the HTML, so that nothing may be missing.
describe("the Markdown of an item says all that its HTML says", () => {
  // Of `<q>` the quotation marks become text, which HTML only shows; math becomes its TeX.
  const plain = items.filter(({ content }) => !/<(?:q|math)[ >]/.test(content));

  test.each(plain)("$id", ({ content }) => {
    const again = tree(html(source(content)));
    const text = (root: ReturnType<typeof tree>) => textOfNode(root).replace(/\s+/g, "");

    expect(text(again)).toBe(text(tree(content)));
    expect(addressesOf(again)).toEqual(addressesOf(tree(content)));
  });
});
