import type { Element, ElementContent, Instruction, Nodes, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { toXml } from "xast-util-to-xml";
import { x } from "xastscript";

/** Attributes of an element; what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with text in it, or with nothing. */
export function element(name: string, attributes: Attributes, text?: string): Element {
  return x(name, attributes, ...(text === undefined ? [] : [text]));
}

/** An element with text; undefined, which `append` passes over, where there is no text. */
export function textElement(name: string, text: string | undefined): Element | undefined {
  return text === undefined || text === "" ? undefined : element(name, {}, text);
}

/** The root element of a document, without the white space between elements. */
export function parseRoot(xml: string): Element {
  const root = fromXml(xml).children.find((node) => node.type === "element");
  if (!root) throw new TypeError("Expected a document with a root element");
  return withoutSpace(root);
}

function withoutSpace(node: Element): Element {
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === "element") return [withoutSpace(child)];
    return child.type === "text" && child.value.trim() === "" ? [] : [child];
  });
  return { ...node, children };
}

/** The first child of that name. */
export function childOf(parent: Element, name: string): Element | undefined {
  return parent.children.find(
    (child): child is Element => child.type === "element" && child.name === name,
  );
}

/** The children of that name. */
export function childrenOf(parent: Element, name: string): readonly Element[] {
  return parent.children.filter(
    (child): child is Element => child.type === "element" && child.name === name,
  );
}

/** A child that must be there. */
export function requireChild(parent: Element, name: string): Element {
  const child = childOf(parent, name);
  if (!child) throw new TypeError(`Expected <${name}> in <${parent.name}>`);
  return child;
}

/** An element with other children: those of the names given come in that order, all others are gone. */
export function withChildren(
  parent: Element,
  children: readonly (ElementContent | undefined)[],
): Element {
  return { ...parent, children: children.filter((child) => child !== undefined) };
}

/** Writes an element on lines of its own, as deep as it stands; text stays as it is. */
export function writeElement(node: Element, depth: number): string {
  return `${"  ".repeat(depth)}${serialize(indent(node, depth))}\n`;
}

/** Writes a whole document; an instruction stands before its root. */
export function writeDocument(root: Element, instruction?: Instruction): string {
  const document: Root = {
    type: "root",
    children: [
      { type: "instruction", name: "xml", value: 'version="1.0" encoding="utf-8"' },
      { type: "text", value: "\n" },
      ...(instruction ? [instruction, { type: "text", value: "\n" } as const] : []),
      indent(root, 0),
      { type: "text", value: "\n" },
    ],
  };
  return serialize(document);
}

// XML 1.0 §2.4: `]]>` must not stand in text. The serialiser leaves the `>` as it is; there are no
// CDATA sections here that could end with it.
function serialize(tree: Nodes): string {
  const xml = toXml(tree, { closeEmptyElements: true }).replaceAll("]]>", "]]&#x3E;");
  return xml.replace(tagAndText, (_, tag: string, text: string) => {
    return nameReferences(tag) + (addressTag.test(tag) ? nameReferences(text) : text);
  });
}

const tagAndText = /(<[^<>"]*(?:"[^"]*"[^<>"]*)*>)([^<]*)/g;

/** The elements whose text is an address. */
const addressTag = /^<(?:comments|docs|icon|link|logo|uri|url)[\s>]/;

// The serialiser writes `&#x26;`, which text wants (https://www.rssboard.org/rss-profile): what a
// parser leaves for the reader to resolve, the reader does not resolve twice. In addresses and
// attributes such a reader resolves nothing.
function nameReferences(xml: string): string {
  return xml.replace(/&#x(?:22|26|3C|3E);/g, (reference) => namedReferences.get(reference) ?? "");
}

const namedReferences: ReadonlyMap<string, string> = new Map([
  ["&#x22;", "&quot;"],
  ["&#x26;", "&amp;"],
  ["&#x3C;", "&lt;"],
  ["&#x3E;", "&gt;"],
]);

function indent(node: Element, depth: number): Element {
  const isMixed = node.children.some((child) => child.type === "text" || child.type === "cdata");
  if (isMixed || node.children.length === 0) return node;
  const children = node.children.flatMap((child): ElementContent[] => [
    { type: "text", value: `\n${"  ".repeat(depth + 1)}` },
    child.type === "element" ? indent(child, depth + 1) : child,
  ]);
  return {
    ...node,
    children: [...children, { type: "text", value: `\n${"  ".repeat(depth)}` }],
  };
}
