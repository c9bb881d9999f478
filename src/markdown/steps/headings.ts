import type { Element, Root } from "hast";
import { toString as textOfNode } from "hast-util-to-string";
import { toLine } from "../../xml-text.ts";
import { eachElement, hasElement } from "../walk.ts";
import { classesOf, type FinishingStep, isBlank, replaceElements, textProperty } from "./step.ts";

/** Takes out what themes put beside a heading to link to it. */
export const headingAnchors: FinishingStep = (tree) => {
  eachElement(tree, (heading) => {
    if (!isHeading(heading)) return;
    const inside: Root = { type: "root", children: heading.children };
    replaceElements(inside, (element) =>
      isAnchor(element) ? moveId(element, heading) : undefined,
    );
    heading.children = inside.children.filter((child) => child.type !== "doctype");
  });
};

function isAnchor(element: Element): boolean {
  if (element.tagName !== "a") return false;
  if (holdsPicture(element)) return false;
  const text = textOfNode(element).trim();
  const isNamed = classesOf(element).some((name) =>
    /^(?:anchor|header-?anchor|hash-link|headerlink|heading-link|permalink|direct-link)$/.test(
      name,
    ),
  );
  return (isNamed && text.length <= 2) || text === "" || /^[#¶§🔗\u200B]$/u.test(text);
}

function holdsPicture(element: Element): boolean {
  return hasElement(element, "img");
}

// The heading keeps what links look for.
function moveId(anchor: Element, heading: Element): readonly [] {
  const id = textProperty(anchor, "id") ?? textProperty(anchor, "name");
  if (id !== undefined) heading.properties["id"] ??= id;
  return [];
}

/**
 * Gives headings the ids that links within the article look for. Generators make ids of headings in
 * ways that differ in little but punctuation, so that only letters and digits are compared.
 */
export const headingIds: FinishingStep = (tree) => {
  const wanted = new Map<string, string>();
  eachElement(tree, (element) => {
    const href = element.tagName === "a" ? textProperty(element, "href") : undefined;
    if (!href?.startsWith("#")) return;
    const id = decode(href.slice(1));
    wanted.set(lettersOf(id), id);
  });
  if (wanted.size === 0) return;
  eachElement(tree, (element) => {
    const own = textProperty(element, "id") ?? textProperty(element, "name");
    if (own !== undefined) wanted.delete(lettersOf(own));
  });
  eachElement(tree, (heading) => {
    if (isHeading(heading)) takeId(heading, wanted);
  });
};

// Of headings with one text the first is meant; the others' ids end in a number.
function takeId(heading: Element, wanted: Map<string, string>): void {
  const letters = lettersOf(textOfNode(heading));
  const id = wanted.get(letters);
  if (id === undefined || letters === "") return;
  heading.properties["id"] ??= id;
  wanted.delete(letters);
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Leaves out headings that come first and only repeat the title: readers show the title. */
export const leadingHeading: FinishingStep = (tree, { article }) => {
  while (tree.children.length > 0 && article.title !== undefined) {
    const heading = tree.children.find((child) => !isBlank(child));
    if (heading?.type !== "element" || !repeats(heading, article.title)) return;
    tree.children = tree.children.slice(tree.children.indexOf(heading) + 1);
  }
};

function repeats(heading: Element, title: string): boolean {
  return isHeading(heading) && normalize(textOfNode(heading)) === normalize(title);
}

function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

function normalize(text: string): string {
  return toLine(text)
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
