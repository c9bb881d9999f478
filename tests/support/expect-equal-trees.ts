import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { expect } from "vitest";

/** Parses with the whole of GFM, as remark does by itself. */
export const wholeParser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Expects a parser to make the tree that remark makes by itself, positions included. */
export function expectEqualTrees(parser: Pick<Processor, "parse">, text: string): void {
  expect(treeOf(parser, text)).toEqual(treeOf(wholeParser, text));
}

// A box behind an empty list item trips a check that the extension makes under test alone.
function treeOf(parser: Pick<Processor, "parse">, text: string): object {
  try {
    return parser.parse(text);
  } catch (error) {
    return { error: String(error) };
  }
}
