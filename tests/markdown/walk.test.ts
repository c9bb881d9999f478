import { h } from "hastscript";
import { expect, test } from "vitest";
import { eachElement, hasElement } from "../../src/markdown/walk.ts";

const tree = () => h("ul", h("li", "a", h("p", h("em"))), "b", h("li", h("strong")));

function namesSeen(say: (name: string) => "skip" | "end" | undefined) {
  const seen: string[] = [];
  const isWhole = eachElement(tree(), ({ tagName }, parent) => {
    seen.push(`${parent && "tagName" in parent ? parent.tagName : ""}/${tagName}`);
    return say(tagName);
  });
  return { seen, isWhole };
}

test("elements are seen in the document's order, with their parents", () => {
  expect(namesSeen(() => undefined)).toEqual({
    seen: ["/ul", "ul/li", "li/p", "p/em", "ul/li", "li/strong"],
    isWhole: true,
  });
});

test("what is in an element is skipped on demand", () => {
  expect(namesSeen((name) => (name === "p" ? "skip" : undefined)).seen).toEqual([
    "/ul",
    "ul/li",
    "li/p",
    "ul/li",
    "li/strong",
  ]);
});

test("nothing is seen after the end", () => {
  expect(namesSeen((name) => (name === "p" ? "end" : undefined))).toEqual({
    seen: ["/ul", "ul/li", "li/p"],
    isWhole: false,
  });
});

test("what a visitor adds inside is seen", () => {
  const list = h("ul", h("li"));
  const seen: string[] = [];
  eachElement(list, (element) => {
    seen.push(element.tagName);
    if (element.tagName === "li") element.children.push(h("b"));
    return undefined;
  });
  expect(seen).toEqual(["ul", "li", "b"]);
});

test.each([
  { name: "ul", isThere: true },
  { name: "em", isThere: true },
  { name: "i", isThere: false },
])("`$name` is in the tree: $isThere", ({ name, isThere }) => {
  expect(hasElement(tree(), name)).toBe(isThere);
});
