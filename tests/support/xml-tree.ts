import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";

/**
 * An element with its names resolved: Clark notation, so `{http://www.w3.org/2005/Atom}link`, and
 * just `link` where it is in no namespace. `label` is the name as the document writes it, `text`
 * what the element itself holds, decoded, and `raw` all between its tags as the document has it.
 */
export interface XmlElement {
  readonly name: string;
  readonly label: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly raw: string;
}

/** A parsed document: its root element, or why there is none. */
export type XmlDocument = { readonly root: XmlElement } | { readonly problem: string };

interface OpenElement {
  readonly tag: SaxesTagNS;
  readonly start: number;
  readonly children: XmlElement[];
  readonly text: string[];
}

/**
 * Parses a UTF-8 document as XML 1.0 (https://www.w3.org/TR/xml/) with namespaces
 * (https://www.w3.org/TR/xml-names/). Forbidden characters make it malformed: XML 1.0 §2.2.
 */
export function parseXml(xml: string): XmlDocument {
  if (/\p{Surrogate}/u.test(xml)) return { problem: "not well-formed: half a surrogate pair" };
  try {
    return { root: readTree(xml) };
  } catch (error) {
    return { problem: `not well-formed: ${error instanceof Error ? error.message : error}` };
  }
}

function readTree(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: "1.0", forceXMLVersion: true });
  const document: OpenElement = { tag: emptyTag, start: 0, children: [], text: [] };
  const open = [document];
  const addText = (text: string) => open.at(-1)?.text.push(text);
  parser.on("xmldecl", ({ encoding }) => requireUtf8(encoding));
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", (tag) => {
    open.push({ tag, start: parser.position, children: [], text: [] });
  });
  parser.on("closetag", () => {
    const element = open.pop();
    if (element) open.at(-1)?.children.push(closeElement(element, xml, parser.position));
  });
  parser.write(xml).close();
  const root = document.children[0];
  if (root === undefined) throw new Error("no root element");
  return root;
}

const emptyTag: SaxesTagNS = {
  name: "",
  prefix: "",
  local: "",
  uri: "",
  attributes: {},
  ns: {},
  isSelfClosing: false,
};

function requireUtf8(encoding: string | undefined): void {
  if (encoding !== undefined && encoding.toLowerCase() !== "utf-8") {
    throw new Error(`the declared encoding is ${encoding}`);
  }
}

function closeElement({ tag, start, children, text }: OpenElement, xml: string, end: number) {
  const attributes = Object.values(tag.attributes).map(toPair);
  return {
    name: clarkName(tag),
    label: tag.name,
    attributes: new Map(attributes),
    children,
    text: text.join(""),
    raw: tag.isSelfClosing ? "" : xml.slice(start, xml.lastIndexOf("</", end)),
  };
}

function toPair(attribute: SaxesAttributeNS): readonly [string, string] {
  return [clarkName(attribute), attribute.value];
}

function clarkName({ uri, local }: { readonly uri: string; readonly local: string }): string {
  return uri === "" ? local : `{${uri}}${local}`;
}

/** The children of an element that have a name, in order. */
export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first child that has a name. */
export function childText(element: XmlElement, name: string): string | undefined {
  return childrenNamed(element, name)[0]?.text;
}

/** An element and all below it, in document order. */
export function descendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(descendants)];
}
