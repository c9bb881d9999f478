import type { Element, Root, RootContent } from "hast";
import { startOfCharacter } from "../characters.ts";
import { readableText } from "./readable-text.ts";
import { eachElement } from "./walk.ts";

/** The longest summary that is made, in characters. */
const longestSummary = 300;

/**
 * The text that stands for an article: what comes before `<!-- more -->` (or `<!-- truncate -->`),
 * else the first paragraph, else all text; plain, cut at a sentence where one ends, else at a word.
 */
export function summarize(tree: Root): string {
  const text = excerpt(tree) || firstParagraph(tree) || readableText(tree.children);
  return cut(text, longestSummary);
}

function excerpt(tree: Root): string | undefined {
  const { nodes, isCut } = beforeMarker(tree.children);
  return isCut ? readableText(nodes) : undefined;
}

/** What comes before the marker, which may stand inside an element. */
function beforeMarker<Node extends RootContent>(
  nodes: readonly Node[],
): { readonly nodes: readonly Node[]; readonly isCut: boolean } {
  const before: Node[] = [];
  for (const node of nodes) {
    if (isMarker(node)) return { nodes: before, isCut: true };
    const inner = node.type === "element" ? beforeMarker(node.children) : undefined;
    if (inner?.isCut)
      return { nodes: [...before, { ...node, children: inner.nodes }], isCut: true };
    before.push(node);
  }
  return { nodes: before, isCut: false };
}

function isMarker(node: RootContent): boolean {
  return node.type === "comment" && /^\s*(?:more|truncate)\s*$/i.test(node.value);
}

function firstParagraph(tree: Root): string | undefined {
  let found: string | undefined;
  eachElement(tree, (element) => {
    if (isAside(element)) return "skip";
    if (element.tagName !== "p") return undefined;
    found = readableText([element]) || undefined;
    return found === undefined ? "skip" : "end";
  });
  return found;
}

// What is not the running text: footnotes, code, tables, captions.
function isAside({ tagName, properties }: Element): boolean {
  return "dataFootnotes" in properties || ["pre", "table", "figcaption"].includes(tagName);
}

/**
 * Cuts a text so that it is no longer than `most` characters: after a sentence where one ends in
 * its second half, else at a word, with an ellipsis.
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const sentence = endOfSentence(text, most);
  if (sentence > most / 2) return text.slice(0, sentence);
  const room = text.slice(0, most - 1);
  const space = room.lastIndexOf(" ");
  // Scripts without spaces are cut between characters as people see them, never inside one.
  const end = space > most / 2 ? space : startOfCharacter(text, most - 1);
  return `${room.slice(0, end).replace(/[\s,;:–—-]+$/, "")}…`;
}

// A full stop and a space, or one of the scripts that need none.
function endOfSentence(text: string, most: number): number {
  const ends = text.slice(0, most + 1).matchAll(/[.!?…]["'”’)\]]*(?=\s)|[。！？]["”’」』）]*/g);
  return (
    [...ends]
      .map(({ index, 0: { length } }) => index + length)
      .filter((end) => end <= most)
      .at(-1) ?? 0
  );
}
