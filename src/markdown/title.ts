import type { Element, Root } from "hast";
import { EXIT, SKIP, visit } from "unist-util-visit";
import { readableText } from "./readable-text.ts";

/** The title of an article that has none: the first heading that says something. */
export function findTitle(tree: Root): string | undefined {
  let title: string | undefined;
  visit(tree, "element", (element) => {
    // The footnotes' own heading is not the author's.
    if ("dataFootnotes" in element.properties) return SKIP;
    if (!/^h[1-6]$/.test(element.tagName)) return undefined;
    title = readableText(element.children) || altOf(element) || undefined;
    return title === undefined ? SKIP : EXIT;
  });
  return title;
}

// A heading may be a picture, of a logo as a rule.
function altOf(heading: Element): string {
  let alt = "";
  visit(heading, { tagName: "img" }, ({ properties }) => {
    alt = String(properties["alt"] ?? "").trim();
    return alt === "" ? undefined : EXIT;
  });
  return alt;
}
