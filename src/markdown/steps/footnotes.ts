import type { Element, ElementContent, Properties, Root } from "hast";
import { h } from "hastscript";
import { eachElement } from "../walk.ts";
import { type FinishingStep, replaceElements, textProperty } from "./step.ts";

/**
 * Makes footnotes work in readers: ids begin with `fn` or `fnref`, which NetNewsWire looks for, and
 * hold the article's slug, so that two articles on one page do not collide; a rule stands where
 * GitHub's stylesheet would hide a heading; the way back is text.
 */
export const footnotes: FinishingStep = (tree, { article }) => {
  // Few articles have any.
  if (eachElement(tree, ({ properties }) => (isOfNotes(properties) ? "end" : undefined))) return;
  const slug = slugOf(article.url);
  eachElement(tree, (element) => {
    const { properties } = element;
    if ("dataFootnotes" in properties) {
      eachElement(element, (note) => {
        if (note.tagName === "li") rename(note, "id", slug);
      });
    } else if (isOfNotes(properties)) {
      rename(element, "id", slug);
      rename(element, "href", slug);
      properties["ariaLabel"] = undefined;
      properties["ariaDescribedBy"] = undefined;
    }
  });
  replaceSection(tree);
};

function isOfNotes(properties: Properties): boolean {
  return names.some((name) => name in properties);
}

const names = ["dataFootnotes", "dataFootnoteRef", "dataFootnoteBackref"];

/** The last part of an address in letters that every reader finds again in an id. */
export function slugOf(url: string): string {
  const segments = new URL(url).pathname.split("/").filter(Boolean);
  return (segments.at(-1) ?? "index").replace(/\.\w+$/, "").replace(/[^\w.-]/g, "");
}

function rename(element: Element, name: "id" | "href", slug: string): void {
  const value = textProperty(element, name);
  if (value === undefined) return;
  element.properties[name] = value.replace(/^(#?)(fn|fnref)-(.+)$/, `$1$2-${slug}-$3`);
}

function replaceSection(tree: Root): void {
  replaceElements(tree, (element) => {
    if (!("dataFootnotes" in element.properties)) return undefined;
    const notes = element.children.filter(
      (child) => child.type === "element" && child.tagName === "ol",
    );
    return [h("hr"), { type: "text", value: "\n" }, ...notes];
  });
}

/**
 * The mark of the way back: an arrow as text, which no reader makes an emoji, numbered where a note
 * is called several times.
 */
export function toBackMark(_reference: number, call: number): ElementContent[] {
  const arrow: ElementContent = { type: "text", value: "↩\uFE0E" };
  return call > 1 ? [arrow, h("sup", String(call))] : [arrow];
}
