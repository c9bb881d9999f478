import type { Mapping, Member } from "./value.ts";

/** Where header lines stand in a text: characters from its start. */
export interface HeaderBlock {
  /** The lines, without fences, begin here … */
  readonly start: number;
  /** … and end here. */
  readonly end: number;
  /** Where the article's body begins. */
  readonly body: number;
}

/**
 * Finds lines of `Key: value` at the start of a text, as Python-Markdown does: a line `---` may come
 * first, indented lines continue a value, and an empty line, `---`, `...` or any other line ends them.
 * https://python-markdown.github.io/extensions/meta_data/
 *
 * @returns undefined where there are none.
 */
export function findHeaders(text: string): HeaderBlock | undefined {
  const fence = /^---.*(?:\n|$)/.exec(text)?.[0].length ?? 0;
  let end = fence;
  for (const line of linesOf(text, fence)) {
    const isHeader = header.test(line) || (end > fence && continuation.test(line));
    if (closing.test(line)) return { start: fence, end, body: end + line.trimEnd().length };
    if (line.trim() === "" || !isHeader) break;
    end += line.length;
  }
  return end === 0 ? undefined : { start: fence, end, body: end };
}

const header = /^ {0,3}([\w-]+):\s*/;
const continuation = /^(?: {4}| {0,3}\t)/;
const closing = /^(?:---|\.\.\.)/;

function* linesOf(text: string, start: number): Generator<string> {
  for (let at = start; at < text.length; ) {
    const next = text.indexOf("\n", at) + 1 || text.length;
    yield text.slice(at, next);
    at = next;
  }
}

/** Reads header lines. Values are texts; a key without one is as if not given, a doubled one stands twice. */
export function readHeaders(text: string, start: number): Mapping {
  const members: Member[] = [];
  let offset = start;
  for (const line of linesOf(text, 0)) {
    const found = header.exec(line);
    const [lead = "", key] = found ?? continuation.exec(line) ?? [];
    const part = { text: line.slice(lead.length).trim(), offset: offset + lead.length };
    const last = key === undefined ? members.pop() : undefined;
    if (last) members.push(continueWith(last, part.text));
    else members.push(toMember(key ?? "", part, offset + line.search(/\S/)));
    offset += line.length;
  }
  const given = members.filter(({ value }) => value.kind !== "scalar" || value.text !== "");
  return { kind: "mapping", members: given, offset: start };
}

interface Part {
  readonly text: string;
  readonly offset: number;
}

function toMember(key: string, { text, offset }: Part, place: number): Member {
  return { key, value: { kind: "scalar", type: "text", text, offset }, offset: place };
}

function continueWith(member: Member, line: string): Member {
  const { value } = member;
  if (value.kind !== "scalar") return member;
  return { ...member, value: { ...value, text: `${value.text}\n${line}`.trim() } };
}
