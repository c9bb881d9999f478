import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { unlessTooDeep } from "./html-tree.ts";

/**
 * HTML in one spelling, to be compared: the same for the same elements, attributes and text,
 * whatever their quotes, order, character references, comments and the white space that browsers do
 * not show.
 */
export function canonicalHtml(html: string): string {
  return unlessTooDeep(html, () => {
    const spelling = toSpelling(fromHtml(html, { fragment: true }), false);
    return spelling.replace(besideBorders, border).trim();
  });
}

// HTML cannot hold a NUL: it marks the border of an element beside which no white space shows.
const border = "\0";
const besideBorders = / ?(?:\0 ?)+/g;

function toSpelling(node: Nodes, isVerbatim: boolean): string {
  if (node.type === "text") return toText(node.value, isVerbatim);
  if (node.type === "root") return spellAll(node.children, isVerbatim);
  if (node.type !== "element") return "";
  const { tagName, children, content } = node;
  const inner = spellAll(content?.children ?? children, isVerbatim || tagName === "pre");
  const mark = inlineElements.has(tagName) ? "" : border;
  return `${mark}<${tagName}${toAttributes(node)}>${mark}${inner}${mark}</${tagName}>${mark}`;
}

function spellAll(nodes: readonly Nodes[], isVerbatim: boolean): string {
  return nodes.map((node) => toSpelling(node, isVerbatim)).join("");
}

// Quoted, every space counts, also those beside a border.
function toText(text: string, isVerbatim: boolean): string {
  return isVerbatim ? JSON.stringify(text) : text.replace(/[ \t\n\f\r]+/g, " ");
}

function toAttributes({ properties }: Element): string {
  return Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .toSorted()
    .join("");
}

// https://html.spec.whatwg.org/multipage/dom.html#phrasing-content: white space beside them shows.
const inlineElements: ReadonlySet<string> = new Set(
  [
    "a abbr audio b bdi bdo button cite code data del dfn em i iframe img input ins kbd label mark",
    "math meter object output picture progress q ruby s samp select small span strong sub sup svg",
    "textarea time u var video wbr",
  ].flatMap((names) => names.split(" ")),
);
