import type { Element } from "hast";
import { EXIT, SKIP, visit } from "unist-util-visit";
import type { FinishingStep } from "./finish.ts";
import { readableText } from "./readable-text.ts";

/** Finds the title of an article that has none: the first heading that says something. */
export const findTitle: FinishingStep = (tree, context) => {
  if (context.article.title !== undefined) return;
  visit(tree, "element", (element) => {
    // The footnotes' own heading is not the author's.
    if ("dataFootnotes" in element.properties) return SKIP;
    if (!/^h[1-6]$/.test(element.tagName)) return undefined;
    context.title = readableText(element.children) || altOf(element) || undefined;
    return context.title === undefined ? SKIP : EXIT;
  });
};

// A heading may be a picture, of a logo as a rule.
function altOf(heading: Element): string {
  let alt = "";
  visit(heading, { tagName: "img" }, ({ properties }) => {
    alt = String(properties["alt"] ?? "").trim();
    return alt === "" ? undefined : EXIT;
  });
  return alt;
}
