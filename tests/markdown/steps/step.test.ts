import type { Element, Root } from "hast";
import { h } from "hastscript";
import { expect, test } from "vitest";
import {
  classesOf,
  type FinishingStep,
  isBlank,
  replaceElements,
  textProperty,
} from "../../../src/markdown/steps/step.ts";
import { stepped } from "../../support/rendered.ts";

const shout: FinishingStep = (tree: Root) => {
  replaceElements(tree, ({ tagName, children }, parent) => {
    if (tagName === "b") return [h("i", children), { type: "text", value: "!" }];
    if (tagName === "u") return parent.type === "root" ? [] : children;
    return undefined;
  });
};

test.each([
  { when: "several nodes", before: "a<b>c</b>d", after: "a<i>c</i>!d" },
  { when: "nothing", before: "a<u>b</u><u>c</u><b>d</b>", after: "a<i>d</i>!" },
  { when: "its children, by its parent", before: "<p><u>a</u></p>", after: "<p>a</p>" },
  { when: "what is not looked into", before: "<b><b>a</b></b>", after: "<i><b>a</b></i>!" },
])("replaces an element by $when", ({ before, after }) => {
  expect(stepped(shout, before).html).toBe(after);
});

test.each([
  { when: "text", value: " a ", text: "a" },
  { when: "a list", value: ["a", "b"], text: "a b" },
  { when: "nothing but space", value: " \n", text: undefined },
  { when: "a number", value: 1, text: undefined },
  { when: "a switch", value: true, text: undefined },
  { when: "not given", value: undefined, text: undefined },
])("reads a property as text: $when", ({ value, text }) => {
  const element: Element = h("p");
  if (value !== undefined) element.properties["dataValue"] = value;

  expect(textProperty(element, "dataValue")).toBe(text);
});

test("knows classes", () => {
  expect(classesOf(h("p", { className: ["a", "b"] }))).toEqual(["a", "b"]);
  expect(classesOf(h("p"))).toEqual([]);
});

test.each([
  { node: { type: "text", value: " \n" }, blank: true },
  { node: { type: "comment", value: "a" }, blank: true },
  { node: { type: "text", value: "a" }, blank: false },
  { node: { type: "element" }, blank: false },
])("knows what is blank: $node", ({ node, blank }) => {
  expect(isBlank(node)).toBe(blank);
});
