import type { Element, Root } from "hast";
import { readableText } from "./readable-text.ts";
import { eachElement } from "./walk.ts";

/** The title of an article that has none: the first heading that says something. */
export function findTitle(tree: Root): string | undefined {
  let title: string | undefined;
  eachElement(tree, (element) => {
    // The footnotes' own heading is not the author's.
    if ("dataFootnotes" in element.properties) return "skip";
    if (!/^h[1-6]$/.test(element.tagName)) return undefined;
    title = readableText(element.children) || altOf(element) || undefined;
    return title === undefined ? "skip" : "end";
  });
  return title;
}

// A heading may be a picture, of a logo as a rule.
function altOf(heading: Element): string {
  let alt = "";
  eachElement(heading, ({ tagName, properties }) => {
    if (tagName !== "img") return undefined;
    alt = String(properties["alt"] ?? "").trim();
    return alt === "" ? undefined : "end";
  });
  return alt;
}
