import type { Element, Nodes, Properties, Root, RootContent } from "hast";

/** What may stand in an element for the parser to leave it there. */
type Content = "blocks" | "phrases" | "items" | "sections" | "rows" | "cells" | "code" | "text";

interface Kind {
  /** Where the element may stand. */
  readonly place: readonly Content[];
  readonly content: Content | undefined;
}

const toKinds = (tagNames: string, kind: Kind) => tagNames.split(" ").map((one) => [one, kind]);

const kinds: Readonly<Record<string, Kind>> = Object.fromEntries([
  ...toKinds("h1 h2 h3 h4 h5 h6 p", { place: ["blocks"], content: "phrases" }),
  ...toKinds("blockquote div section", { place: ["blocks"], content: "blocks" }),
  ...toKinds("ol ul", { place: ["blocks"], content: "items" }),
  ...toKinds("li", { place: ["items"], content: "blocks" }),
  ...toKinds("table", { place: ["blocks"], content: "sections" }),
  ...toKinds("thead tbody", { place: ["sections"], content: "rows" }),
  ...toKinds("tr", { place: ["rows"], content: "cells" }),
  ...toKinds("td th", { place: ["cells"], content: "blocks" }),
  ...toKinds("pre", { place: ["blocks"], content: "code" }),
  ...toKinds("code", { place: ["blocks", "phrases", "code"], content: "text" }),
  ...toKinds("a b del em i s strong sub sup", { place: ["blocks", "phrases"], content: "phrases" }),
  ...toKinds("br img", { place: ["blocks", "phrases"], content: undefined }),
  ...toKinds("hr", { place: ["blocks"], content: undefined }),
]);

/**
 * Whether writing a tree and parsing it gives the same tree: it has only what Markdown makes, and
 * all of it stands where the parser leaves it
 * (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody). Of other trees it says
 * no, settled or not.
 */
export function isSettled(tree: Root): boolean {
  return holdsOnly("blocks", tree, false);
}

/**
 * Makes one text of those that stand side by side, and none of empty ones, as the parser does: steps
 * and lists leave such behind, and nothing else would keep the tree from being settled.
 */
export function joinTexts(parent: Root | Element): void {
  if (parent.type === "root") parent.children = joinIn(parent.children);
  else parent.children = joinIn(parent.children);
}

function joinIn<Child extends RootContent>(children: readonly Child[]): Child[] {
  const joined: Child[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (child.type === "text" && last?.type === "text") last.value += child.value;
    else if (child.type !== "text" || child.value !== "") joined.push(child);
    if (child.type === "element") joinTexts(child);
  }
  return joined;
}

function holdsOnly(content: Content, { children }: Root | Element, isInLink: boolean): boolean {
  return children.every((child, index) => {
    if (child.type === "element") return stands(child, content, isInLink);
    // The parser makes one of two texts, and none of an empty one.
    return isTextIn(content, child) && children[index - 1]?.type !== "text";
  });
}

function stands(element: Element, place: Content, isInLink: boolean): boolean {
  const { tagName, properties, children } = element;
  const kind = Object.hasOwn(kinds, tagName) ? kinds[tagName] : undefined;
  if (!kind?.place.includes(place) || !areSettled(properties)) return false;
  if (tagName === "pre" && !beginsWithText(element)) return false;
  const isLink = tagName === "a";
  if (isLink && isInLink) return false;
  return kind.content === undefined
    ? children.length === 0
    : holdsOnly(kind.content, element, isInLink || isLink);
}

// The parser takes out a line break that comes next after `pre`, wherever that is.
function beginsWithText({ children: [code] }: Element): boolean {
  const text = code?.type === "element" ? code.children[0] : undefined;
  return text?.type === "text" && !text.value.startsWith("\n");
}

function isTextIn(content: Content, node: Nodes): boolean {
  if (node.type !== "text" || node.value === "") return false;
  if (["blocks", "phrases", "text"].includes(content)) return true;
  // Between the parts of lists and tables space stays.
  return content !== "code" && /^[ \t\n]+$/.test(node.value);
}

// Attributes are read by their kind: `01` as the number 1, `a  b` as two words.
const texts = new Set(["align", "alt", "cite", "dateTime", "href", "id", "lang", "src", "title"]);
const numbers = new Set(["colSpan", "height", "rowSpan", "start", "width"]);

function areSettled(properties: Properties): boolean {
  return Object.entries(properties).every(([name, value]) => {
    if (typeof value === "string") return texts.has(name);
    if (typeof value === "number") return numbers.has(name) && Number.isSafeInteger(value);
    return name === "className" && Array.isArray(value) && value.every(isWord);
  });
}

function isWord(value: string | number): boolean {
  return typeof value === "string" && /^\S+$/.test(value);
}
