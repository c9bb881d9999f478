import type { Root, RootContent } from "mdast";
import type { Context } from "../context.ts";
import { createParser } from "../parser.ts";
import type { MarkdownSettings } from "../settings.ts";

/** A stretch of text: characters from its start, the end not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

type ParserName = MarkdownSettings["parser"];

/**
 * Where a text holds code, blocks and spans; what looks like a template there is a sample of one.
 * Asking again for the text that was asked for last costs nothing.
 */
export function findCode(text: string, { settings }: Pick<Context, "settings">): readonly Range[] {
  const { parser } = settings;
  if (last?.text !== text || last.parser !== parser) {
    last = { text, parser, ranges: rangesOf(parserOf(parser).parse(text)) };
  }
  return last.ranges;
}

let last:
  | { readonly text: string; readonly parser: ParserName; readonly ranges: readonly Range[] }
  | undefined;

const parsers = new Map<ParserName, ReturnType<typeof createParser>>();

function parserOf(name: ParserName): ReturnType<typeof createParser> {
  const parser = parsers.get(name) ?? createParser({ parser: name, math: false }).freeze();
  parsers.set(name, parser);
  return parser;
}

function rangesOf(node: Root | RootContent): readonly Range[] {
  if ("children" in node) return node.children.flatMap(rangesOf);
  if (node.type !== "code" && node.type !== "inlineCode") return [];
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  return start === undefined || end === undefined ? [] : [{ start, end }];
}

/** Whether a place lies in one of the ranges. */
export function isWithin(offset: number, ranges: readonly Range[]): boolean {
  return ranges.some(({ start, end }) => offset >= start && offset < end);
}
