import type { Element, Root, RootContent } from "hast";
import { toText } from "hast-util-to-text";
import { EXIT, SKIP, visit } from "unist-util-visit";
import { toLine } from "../xml-text.ts";
import type { FinishingStep } from "./finish.ts";

/** The longest summary that is made, in characters. */
export const longestSummary = 300;

/**
 * Finds the text that stands for the article: what comes before `<!-- more -->` (or
 * `<!-- truncate -->`), else the first paragraph with text, else all text; plain, cut at a word.
 */
export const summarize: FinishingStep = (tree, context) => {
  if (context.article.summary !== undefined) return;
  const text = excerpt(tree) ?? firstParagraph(tree) ?? textOf(tree.children);
  context.summary = cut(text, longestSummary) || undefined;
};

function excerpt(tree: Root): string | undefined {
  const end = tree.children.findIndex(isMarker);
  return end === -1 ? undefined : textOf(tree.children.slice(0, end)) || undefined;
}

function isMarker(node: RootContent): boolean {
  return node.type === "comment" && /^\s*(?:more|truncate)\b/i.test(node.value);
}

function firstParagraph(tree: Root): string | undefined {
  let found: string | undefined;
  visit(tree, "element", (element) => {
    if (isAside(element)) return SKIP;
    if (element.tagName !== "p") return undefined;
    found = textOf([element]) || undefined;
    return found === undefined ? SKIP : EXIT;
  });
  return found;
}

// What is not the running text: footnotes, code, tables, captions.
function isAside({ tagName, properties }: Element): boolean {
  return "dataFootnotes" in properties || ["pre", "table", "figcaption"].includes(tagName);
}

/** The text of nodes as a browser shows it, without headings, footnote marks and what is not shown. */
function textOf(nodes: readonly RootContent[]): string {
  const shown = nodes.map(withoutNoise).filter((node) => node !== undefined);
  return toLine(toText({ type: "root", children: shown }));
}

function withoutNoise(node: RootContent): RootContent | undefined {
  if (node.type !== "element") return node;
  if (isNoise(node)) return undefined;
  const children = node.children.flatMap((child) => {
    const kept = withoutNoise(child);
    return kept?.type === "element" || kept?.type === "text" ? [kept] : [];
  });
  return { ...node, children };
}

function isNoise({ tagName, properties }: Element): boolean {
  return (
    /^(?:h[1-6]|script|style|iframe|object|template|noscript)$/.test(tagName) ||
    "dataFootnotes" in properties ||
    "dataFootnoteRef" in properties
  );
}

/** Cuts a text at a word so that it is no longer than `most` characters, the ellipsis included. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const space = room.lastIndexOf(" ");
  // Scripts without spaces are cut at a character, never inside one.
  const end = space > most / 2 ? space : lastCharacter(room, text);
  return `${room.slice(0, end).replace(/[\s,;:–—-]+$/, "")}…`;
}

// Not before a combining mark, a variation selector or a joiner, nor between surrogates.
function lastCharacter(room: string, text: string): number {
  let end = room.length;
  while (end > 0 && /^(?:\p{M}|\u200D|[\uDC00-\uDFFF])/u.test(text.slice(end, end + 2))) end--;
  if (/[\u200D\uD800-\uDBFF]$/.test(text.slice(0, end))) end--;
  return end;
}
