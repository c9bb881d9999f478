import { describe, expect, test } from "vitest";
import {
  childOf,
  childrenOf,
  element,
  parseRoot,
  requireChild,
  textElement,
  withChildren,
  writeDocument,
  writeElement,
} from "../../src/write/xml.ts";

describe("element", () => {
  test.each([
    { when: "text", node: element("a", {}, "b"), xml: "<a>b</a>" },
    { when: "no text", node: element("a", {}), xml: "<a />" },
    {
      when: "attributes",
      node: element("a", { b: "c", d: 0, e: undefined }),
      xml: '<a b="c" d="0" />',
    },
    {
      when: "markup in text",
      node: element("a", {}, "<b> & \"'"),
      xml: "<a>&#x3C;b> &#x26; \"'</a>",
    },
    { when: "a closed section", node: element("a", {}, "]]>]]>"), xml: "<a>]]&#x3E;]]&#x3E;</a>" },
    {
      when: "markup in attributes",
      node: element("a", { b: "<c> & \" ' ]]>" }),
      xml: '<a b="&lt;c> &amp; &quot; \' ]]&gt;" />',
    },
    {
      when: "references as text",
      node: element("a", {}, "&amp;&#38;"),
      xml: "<a>&#x26;amp;&#x26;#38;</a>",
    },
    { when: "an address", node: element("link", {}, "?a&b"), xml: "<link>?a&amp;b</link>" },
    {
      when: "an address in an attribute",
      node: element("link", { rel: "self", href: "?a&b" }, "<c>"),
      xml: '<link rel="self" href="?a&amp;b">&lt;c></link>',
    },
    {
      when: "a name that begins as an address's",
      node: element("linked", {}, "a&b"),
      xml: "<linked>a&#x26;b</linked>",
    },
    {
      when: "what looks like a tag in text",
      node: element("a", {}, '<id x="&">&'),
      xml: '<a>&#x3C;id x="&#x26;">&#x26;</a>',
    },
    {
      when: "line breaks and tabs in text",
      node: element("a", {}, "\n b\t"),
      xml: "<a>\n b\t</a>",
    },
  ])("is written with $when", ({ node, xml }) => {
    expect(writeElement(node, 0)).toBe(`${xml}\n`);
  });
});

test.each([
  { when: "text", text: "a", node: element("b", {}, "a") },
  { when: "no text", text: "", node: undefined },
  { when: "nothing", text: undefined, node: undefined },
])("textElement is there only with text: $when", ({ text, node }) => {
  expect(textElement("b", text)).toEqual(node);
});

describe("a tree", () => {
  const tree = withChildren(element("a", {}), [
    element("b", {}, "1"),
    undefined,
    withChildren(element("c", {}), [element("b", {}, " 2 ")]),
    element("b", {}, "3"),
  ]);

  test("is written on lines of its own, as deep as it stands", () => {
    expect(writeElement(tree, 1)).toBe(
      "  <a>\n    <b>1</b>\n    <c>\n      <b> 2 </b>\n    </c>\n    <b>3</b>\n  </a>\n",
    );
  });

  test("is written as a document", () => {
    expect(writeDocument(element("a", {}))).toBe('<?xml version="1.0" encoding="utf-8"?>\n<a />\n');
  });

  test("is read back without the space between elements", () => {
    expect(parseRoot(writeDocument(tree))).toMatchObject({
      name: "a",
      children: [
        { name: "b", children: [{ value: "1" }] },
        { name: "c", children: [{ name: "b", children: [{ value: " 2 " }] }] },
        { name: "b", children: [{ value: "3" }] },
      ],
    });
  });

  test("gives its children of a name", () => {
    expect(childrenOf(tree, "b")).toEqual([element("b", {}, "1"), element("b", {}, "3")]);
    expect(childrenOf(tree, "d")).toEqual([]);
  });

  test("gives its first child of a name", () => {
    expect(childOf(tree, "b")).toEqual(element("b", {}, "1"));
    expect(requireChild(tree, "b")).toEqual(element("b", {}, "1"));
    expect(childOf(tree, "d")).toBeUndefined();
    expect(() => requireChild(tree, "d")).toThrow(new TypeError("Expected <d> in <a>"));
  });
});

test("a document without a root element is a mistake of ours", () => {
  expect(() => parseRoot("<!-- a -->")).toThrow();
});
