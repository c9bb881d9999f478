import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";

/** A stretch of text: characters from its start, the end not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Where a text holds code, blocks and spans; what looks like a template there is a sample of one. */
export function findCode(text: string): readonly Range[] {
  const ranges: Range[] = [];
  const tree: Root = parser.parse(text);
  visit(tree, (node) => {
    if (node.type !== "code" && node.type !== "inlineCode") return;
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start !== undefined && end !== undefined) ranges.push({ start, end });
  });
  return ranges;
}

/** Whether a place lies in one of the ranges. */
export function isWithin(offset: number, ranges: readonly Range[]): boolean {
  return ranges.some(({ start, end }) => offset >= start && offset < end);
}
