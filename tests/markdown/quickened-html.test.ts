import type { Element, Root as HastRoot } from "hast";
import type { Root } from "mdast";
import { expect, test } from "vitest";
import * as plain from "../../src/markdown/processor.ts";
import { anyText } from "../support/any-text.ts";
import { html, importQuickened } from "../support/bundle-quickened.ts";
import { fc } from "../support/fast-check.ts";
import { markdownSettings } from "../support/rendered.ts";

const source = "src/markdown/processor.ts";
const quickened = await importQuickened<typeof plain>(source, html);

const texts = anyText("&", "<", ">", '"', "'", "&amp;", " ");

const { children } = fc.letrec<{ element: Element; children: Element["children"] }>((tie) => ({
  children: fc.array(
    fc.oneof(
      { depthSize: "small" },
      texts.map((value) => ({ type: "text" as const, value })),
      tie("element"),
    ),
    { maxLength: 4 },
  ),
  element: fc.record({
    type: fc.constant("element"),
    tagName: fc.constantFrom("p", "a", "code", "pre", "li", "img", "script", "style", "textarea"),
    properties: fc.dictionary(fc.constantFrom("title", "alt", "href", "id"), texts),
    children: tie("children"),
  }),
}));

test("quickened, HTML is written as the serialiser does by itself", () => {
  const property = fc.property(children, (nodes) => {
    expect(htmlBy(quickened, nodes)).toBe(htmlBy(plain, nodes));
  });
  fc.assert(property, { numRuns: 2000 });
});

function htmlBy({ createProcessors }: typeof plain, nodes: Element["children"]): string {
  const sanitize = { tagNames: ["script", "style", "textarea"] };
  const { markdown } = createProcessors(markdownSettings({ sanitize }));
  const finished: HastRoot = { type: "root", children: nodes };
  const root: Root = { type: "root", children: [], data: { finished } };
  return markdown.stringify(root);
}
