import type { Element, ElementContent, Properties, Root } from "hast";
import { raw } from "hast-util-raw";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { expect, test } from "vitest";
import { isSettled, joinTexts } from "../../src/markdown/settled.ts";
import { fc } from "../support/fast-check.ts";

const names = [
  ..."h1 h6 p blockquote div section ol ul li table thead tbody tr td th pre code a b del".split(
    " ",
  ),
  ..."em i s strong sub sup br img hr dl dd figure span marquee button caption svg".split(" "),
];

const anyText: fc.Arbitrary<ElementContent> = fc
  .constantFrom("a", "b ", "\n", "\nc", "", "\0", "\u00A0", "<p>&amp;", "\t\f")
  .map((value) => ({ type: "text", value }));

const anyProperties: fc.Arbitrary<Properties> = fc.dictionary(
  fc.constantFrom("id", "href", "alt", "className", "start", "width", "open", "rel", "data1"),
  fc.constantFrom<Properties[string]>("", "a", " b  c ", "01", 1, 1.5, 0, true, null, ["d", "e f"]),
  { maxKeys: 2 },
);

// Where the parser leaves it, mostly: random nesting hardly ever is.
const inside: Readonly<Record<string, readonly string[]>> = {
  ol: ["li"],
  ul: ["li"],
  table: ["thead", "tbody", "tbody", "tr"],
  thead: ["tr"],
  tbody: ["tr"],
  tr: ["td", "th"],
  pre: ["code"],
};

const phrases = ["a", "a", "b", "code", "em", "strong", "br", "img", "sup", "hr", "ul"];

function anyElement(choice: readonly string[], depth: number): fc.Arbitrary<Element> {
  return fc.constantFrom(...choice).chain((tagName) => {
    const own = /^(?:p|h\d|a|b|em|strong|sup)$/.test(tagName) ? phrases : names;
    const isEmpty = depth === 0 || /^(?:br|hr|img)$/.test(tagName);
    const children = isEmpty
      ? fc.constant<ElementContent[]>([])
      : anyChildren(
          inside[tagName] ?? own,
          depth - 1,
          tagName === "code" || !(tagName in inside) ? 3 : 0,
        );
    return fc.record({
      type: fc.constant("element" as const),
      tagName: fc.constant(tagName),
      properties: fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, anyProperties),
      children,
    });
  });
}

function anyChildren(
  choice: readonly string[],
  depth: number,
  texts: number,
): fc.Arbitrary<ElementContent[]> {
  const element = fc.oneof(
    { weight: 8, arbitrary: anyElement(choice, depth) },
    { weight: 1, arbitrary: anyElement(names, depth) },
  );
  return fc.array(
    fc.oneof({ weight: 4, arbitrary: element }, { weight: 1 + texts, arbitrary: anyText }),
    { maxLength: 3 },
  );
}

const anyTree: fc.Arbitrary<Root> = anyChildren(names.slice(0, 20), 4, 0).map((children) => ({
  type: "root",
  children,
}));

test("parsing changes no tree that is settled", () => {
  let count = 0;
  fc.assert(
    fc.property(anyTree, (tree) => {
      if (!isSettled(tree)) return;
      count++;
      const parsed = raw(tree);
      expect(parsed).toMatchObject({ type: "root", children: tree.children });
      expect(toHtml(parsed)).toBe(toHtml(tree));
    }),
    { numRuns: 10_000 },
  );
  expect(count).toBeGreaterThan(500);
});

test("joining texts changes nothing that the parser sees, and leaves none to join", () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const joined = structuredClone(tree);
      joinTexts(joined);
      expect(toHtml(raw(joined))).toBe(toHtml(raw(tree)));
      const again = structuredClone(joined);
      joinTexts(again);
      expect(again).toEqual(joined);
    }),
    { numRuns: 2000 },
  );
});

test("texts side by side are one", () => {
  const tree = root(h("ul", h("li", "a", "", "\n", h("ul", h("li", "b", "c")), "", "d")));
  joinTexts(tree);
  expect(tree).toEqual(root(h("ul", h("li", "a\n", h("ul", h("li", "bc")), "d"))));
});

const root = (...children: (Element | string)[]) => h(null, ...children);

test.each([
  { when: "paragraphs", tree: root(h("p", "a ", h("a", { href: "/b" }, h("em", "c"))), "\n") },
  { when: "lists", tree: root(h("ol", { start: 3 }, "\n", h("li", "a", h("ul", h("li", "b"))))) },
  { when: "tables", tree: root(h("table", h("tbody", h("tr", h("td", "a"), "\n", h("td"))))) },
  { when: "code", tree: root(h("pre", h("code", { className: "language-js" }, "a\n"))) },
  { when: "pictures", tree: root(h("p", h("img", { src: "/a", alt: "", width: 3 }))) },
])("$when are settled", ({ tree }) => {
  expect(isSettled(tree)).toBe(true);
});

test.each([
  { when: "a link in a link", tree: root(h("a", h("em", h("a", "b")))) },
  { when: "a paragraph in a paragraph", tree: root(h("p", h("p", "a"))) },
  { when: "text in a table", tree: root(h("table", "a")) },
  { when: "a row without a body", tree: root(h("table", h("tr", h("td", "a")))) },
  { when: "a line break first in code", tree: root(h("pre", h("code", "\na"))) },
  { when: "code with nothing in it", tree: root(h("pre", h("code")), "\na") },
  { when: "an attribute of another kind", tree: root(h("video", { controls: true })) },
  { when: "what Markdown does not make", tree: root(h("ruby", h("rt", "a"))) },
])("$when is not settled, or may be not", ({ tree }) => {
  expect(isSettled(tree)).toBe(false);
});
