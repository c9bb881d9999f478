import { decodeHTMLStrict } from "entities";
import { toLine } from "../xml-text.ts";

/**
 * The text that a person reads where the author wrote a title or a description: character
 * references are resolved, backticks around code and paired phrasing tags (`<i>…</i>`) are dropped,
 * line breaks become spaces. `Vec<T>`, `AT&T`, `__init__` and `2 * 3` stay exactly that, and what
 * stands in backticks stays as it is. The time it takes grows with the text's length alone.
 */
export function toPlainText(text: string): string {
  const line = toLine(text);
  if (!/[&<`]/.test(line)) return line;
  const spans = findCode(line);
  const codes = spans.map(({ start, end, ticks }) => line.slice(start + ticks, end - ticks));
  // No NUL is left in a line, so that one can mark where code stood.
  const plain = decodeHTMLStrict(dropPhrasing(replaceSpans(line, spans, "\0")));
  const [first = "", ...rest] = plain.split("\0");
  return toLine(first + rest.map((part, index) => `${codes[index]}${part}`).join(""));
}

/** A part of a text, from its first character to behind its last. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface CodeSpan extends Span {
  /** How many backticks stand on either side. */
  readonly ticks: number;
}

/** Code as CommonMark §6.1 finds it: the run that closes is as long as the one that opens. */
function findCode(text: string): readonly CodeSpan[] {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }));
  const following = new Map<number, number>();
  const partners = runs.map(() => -1);
  for (const [at, { length }] of [...runs.entries()].toReversed()) {
    partners[at] = following.get(length) ?? -1;
    following.set(length, at);
  }
  const spans: CodeSpan[] = [];
  for (let at = 0; at < runs.length; at++) {
    const [opening, closing] = [runs[at], runs[partners[at] ?? -1]];
    if (!opening || !closing) continue;
    const { length: ticks, index: start } = opening;
    spans.push({ start, end: closing.index + ticks, ticks });
    at = partners[at] ?? at;
  }
  return spans;
}

// The elements whose content reads the same without them: HTML's text-level semantics and edits,
// https://html.spec.whatwg.org/multipage/text-level-semantics.html
const phrasing =
  "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var";

// Code inside a tag makes it none.
const tag = new RegExp(`<(/?)(${phrasing})(?:\\s[^<>\\0]*)?>`, "gi");

/** Drops the tags that have a partner: an end tag takes the nearest open one of its name. */
function dropPhrasing(text: string): string {
  const open = new Map<string, Span[]>();
  const paired: Span[] = [];
  for (const { 0: whole, 1: slash, 2: name = "", index } of text.matchAll(tag)) {
    const span = { start: index, end: index + whole.length };
    const before = open.get(name.toLowerCase()) ?? [];
    open.set(name.toLowerCase(), before);
    const partner = slash === "" ? undefined : before.pop();
    if (slash === "") before.push(span);
    if (partner) paired.push(partner, span);
  }
  return replaceSpans(text, paired.toSorted(byStart), "");
}

function byStart(left: Span, right: Span): number {
  return left.start - right.start;
}

function replaceSpans(text: string, spans: readonly Span[], by: string): string {
  let end = 0;
  const parts = spans.map((span) => {
    const part = text.slice(end, span.start) + by;
    end = span.end;
    return part;
  });
  return parts.join("") + text.slice(end);
}
