import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { finish } from "../../src/markdown/finish.ts";
import { createRender } from "../../src/markdown/render.ts";
import { sanitizeSchema } from "../../src/markdown/sanitize-schema.ts";
import { absoluteAddresses } from "../../src/markdown/steps/absolute-addresses.ts";
import { code } from "../../src/markdown/steps/code.ts";
import { embeds } from "../../src/markdown/steps/embeds.ts";
import { removeEmptyElements } from "../../src/markdown/steps/empty-elements.ts";
import { footnotes } from "../../src/markdown/steps/footnotes.ts";
import { headingAnchors, headingIds, leadingHeading } from "../../src/markdown/steps/headings.ts";
import { captions, images, lazyImages } from "../../src/markdown/steps/images.ts";
import { media } from "../../src/markdown/steps/media.ts";
import { alerts, details, hidden, taskLists } from "../../src/markdown/steps/plain-forms.ts";
import type { FinishingStep } from "../../src/markdown/steps/step.ts";
import { article } from "../support/article.ts";
import { fc } from "../support/fast-check.ts";
import { site } from "../support/feed-document.ts";
import { htmlProblems } from "../support/html-problems.ts";
import { contextOf, markdownSettings } from "../support/rendered.ts";

const render = createRender(site(), markdownSettings());

// Pieces that open, close, nest and clash: raw HTML, Markdown and template syntax.
const pieces = [
  ..."a p div span b i em strong h2 blockquote ul ol li table tr td pre code figure figcaption".split(
    " ",
  ),
  ..."details summary picture video audio button section center ruby rt sup sub dl dt dd".split(
    " ",
  ),
].flatMap((name) => [
  `<${name}>`,
  `</${name}>`,
  `<${name} id="x${name}" class="highlight sr-only">`,
]);

const clashing = [
  '<img src="a.png" title="T">',
  '<img data-src="b.png" src="data:image/gif;base64,R0">',
  '<iframe src="https://www.youtube.com/embed/abcdefg"></iframe>',
  '<iframe src="https://x.example/">',
  "<script>alert(1)</script>",
  '<object data="/x"><p>fallback</p></object>',
  '<input type="checkbox" checked>',
  '<source srcset="a.png 1x">',
  "<svg><title>t</title></svg>",
  "<math><mi>x</mi></math>",
  '<a href="#part">part</a>',
  '<a href="javascript:alert(1)">js</a>',
  "<template><p>t</p></template>",
  "<!-- more -->",
  "<table><b>x",
];

const markdown = [
  "word ",
  "\n",
  "\n\n",
  "# Heading\n",
  "> ",
  "- ",
  "1. ",
  "- [x] ",
  "```\n",
  "`",
  "**",
  "*",
  "~~",
  "[^1]",
  "\n[^1]: note\n",
  "[text](/path)",
  '![alt](img.png "Title")',
  "| a | b |\n| - | - |\n| 1 | 2 |\n",
  "    ",
  "---\n",
  "{% raw %}",
  "{% endraw %}",
  "{% highlight js %}",
  "{% endhighlight %}",
  "{{ x }}",
  "{{< y >}}",
  "{: .z}",
  ":::note\n",
  ":::\n",
  "[!NOTE]\n",
  "&amp;",
  "&#1;",
  "<",
  "&",
];

const bodies = fc
  .array(fc.oneof(fc.constantFrom(...pieces, ...clashing, ...markdown), fc.string()), {
    maxLength: 30,
  })
  .map((parts) => parts.join(""));

async function renderBody(body: string): Promise<string> {
  const entry = await render(article({ body }));
  if (!entry) throw new Error("Expected an entry");
  return entry.html;
}

test("gives HTML that a parser reads back as it is", async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const html = await renderBody(body);

      expect(toHtml(fromHtml(html, { fragment: true }))).toBe(html);
    }),
    { numRuns: 400 },
  );
});

test("gives HTML that obeys the rules of feeds", async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      expect(htmlProblems(await renderBody(body))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test("changes nothing in its own output", async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const html = await renderBody(body);
      const again = finish(fromHtml(html, { fragment: true }), contextOf({ body }), sanitizeSchema);

      expect(toHtml(again)).toBe(html);
    }),
    { numRuns: 400 },
  );
});

const steps: readonly FinishingStep[] = [
  ...[absoluteAddresses, alerts, captions, code, details, embeds, footnotes, headingAnchors],
  ...[
    headingIds,
    hidden,
    images,
    lazyImages,
    leadingHeading,
    media,
    removeEmptyElements,
    taskLists,
  ],
];

test.each(steps.map((step) => ({ name: step.name, step })))(
  "$name survives whatever HTML comes",
  ({ step }) => {
    fc.assert(
      fc.property(bodies, (body) => {
        const tree = fromHtml(body, { fragment: true });
        step(tree, contextOf({ title: "word" }));

        expect(toHtml(tree)).toEqual(expect.any(String));
      }),
      { numRuns: 100 },
    );
  },
);
