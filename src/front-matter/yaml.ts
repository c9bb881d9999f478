import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from "js-yaml";
import { readPlainYaml } from "./plain-yaml.ts";
import {
  deepest,
  FrontMatterError,
  type List,
  type Mapping,
  type Member,
  mostValues,
  type Scalar,
  type Value,
} from "./value.ts";

/**
 * Reads YAML 1.2 (core schema, https://yaml.org/spec/1.2.2/#103-core-schema) from the parser's
 * events, which say where each value stands. Dates stay text. Merge keys (`<<`) work.
 *
 * @throws FrontMatterError for broken YAML, more than one document, or aliases that would grow
 *   beyond `mostValues`.
 */
export function readYaml(text: string, start: number): Value {
  return readPlainYaml(text, start, typeOf) ?? parseYaml(text, start);
}

/** Reads YAML of any kind; the same as `readYaml`, which takes a short cut. */
export function parseYaml(text: string, start: number): Value {
  try {
    const events = parseEvents(text, { maxDepth: deepest });
    const cursor = {
      text,
      start,
      events,
      next: 1,
      anchors: new Map<string, Value>(),
      sizes: new Map(),
    };
    const value = readValue(cursor);
    refuseSecond(cursor);
    return value;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = start + (error.mark?.position ?? 0);
    throw new FrontMatterError(`Expected YAML (${error.reason})`, offset, { cause: error });
  }
}

function refuseSecond(cursor: Cursor): void {
  const second = cursor.events.findLastIndex(({ type }) => type === EVENT_ID.DOCUMENT);
  if (second <= 0) return;
  cursor.next = second + 1;
  const { offset } = readValue(cursor);
  throw new FrontMatterError("Expected one YAML document, not several", offset);
}

interface Cursor {
  readonly text: string;
  readonly start: number;
  readonly events: readonly Event[];
  next: number;
  readonly anchors: Map<string, Value>;
  /** How many values a value holds, itself included, its aliases followed. */
  readonly sizes: Map<Value, number>;
}

function readValue(cursor: Cursor): Value {
  const event = cursor.events[cursor.next++];
  if (!event) return nothing(cursor.start);
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return keepAnchor(cursor, event, readScalar(cursor, event));
    case EVENT_ID.SEQUENCE:
      return keepAnchor(cursor, event, readList(cursor, event.start));
    case EVENT_ID.MAPPING:
      return keepAnchor(cursor, event, readMapping(cursor, event.start));
    case EVENT_ID.ALIAS:
      return readAlias(cursor, event);
    default:
      return nothing(cursor.start);
  }
}

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;
type Anchored = Extract<Event, { anchorStart: number }>;

function readScalar(cursor: Cursor, event: ScalarEvent): Scalar {
  const text = getScalarValue(cursor.text, event);
  const isPlain = event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1;
  const isQuoted =
    event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return {
    kind: "scalar",
    type: isPlain ? typeOf(text) : "text",
    text,
    offset: cursor.start + Math.max(0, event.valueStart - (isQuoted ? 1 : 0)),
  };
}

function readList(cursor: Cursor, start: number): List {
  const items: Value[] = [];
  while (!isEnd(cursor)) items.push(readValue(cursor));
  const list: List = { kind: "list", items, offset: cursor.start + start };
  measure(cursor, list, items);
  return list;
}

function readMapping(cursor: Cursor, start: number): Mapping {
  const members: Member[] = [];
  const merged: Member[] = [];
  while (!isEnd(cursor)) {
    const key = readValue(cursor);
    const value = readValue(cursor);
    if (key.kind !== "scalar") continue;
    if (key.text === "<<") merged.push(...membersOf(value));
    else members.push({ key: key.text, value, offset: key.offset });
  }
  const all = [...withoutKeysOf(members, merged), ...members];
  const mapping: Mapping = { kind: "mapping", members: all, offset: cursor.start + start };
  measure(
    cursor,
    mapping,
    all.map(({ value }) => value),
  );
  return mapping;
}

// https://yaml.org/type/merge.html: a mapping or a list of mappings, the first of which wins.
function membersOf(value: Value): readonly Member[] {
  if (value.kind === "mapping") return value.members;
  return value.kind === "list" ? value.items.toReversed().flatMap(membersOf) : [];
}

function withoutKeysOf(own: readonly Member[], merged: readonly Member[]): readonly Member[] {
  const byKey = new Map(merged.map((member) => [member.key, member]));
  for (const { key } of own) byKey.delete(key);
  return [...byKey.values()];
}

function readAlias(cursor: Cursor, event: Anchored): Value {
  const name = cursor.text.slice(event.anchorStart, event.anchorEnd);
  const value = cursor.anchors.get(name);
  if (value) return value;
  const offset = cursor.start + event.anchorStart;
  throw new FrontMatterError(`Expected an anchor named \`${name}\` before its alias`, offset);
}

function keepAnchor(cursor: Cursor, event: Anchored, value: Value): Value {
  if (event.anchorStart === -1) return value;
  cursor.anchors.set(cursor.text.slice(event.anchorStart, event.anchorEnd), value);
  return value;
}

// A few aliases of aliases can stand for billions of values ("billion laughs").
function measure(cursor: Cursor, whole: List | Mapping, parts: readonly Value[]): void {
  const size = parts.reduce((sum, part) => sum + (cursor.sizes.get(part) ?? 1), 1);
  cursor.sizes.set(whole, size);
  if (size <= mostValues) return;
  throw new FrontMatterError(
    `Expected at most ${mostValues} values in front matter, aliases included`,
    whole.offset,
  );
}

function isEnd(cursor: Cursor): boolean {
  const event = cursor.events[cursor.next];
  if (event && event.type !== EVENT_ID.POP) return false;
  cursor.next++;
  return true;
}

function nothing(offset: number): Scalar {
  return { kind: "scalar", type: "nothing", text: "", offset };
}

/** What an unquoted word stands for: https://yaml.org/spec/1.2.2/#1032-tag-resolution */
export function typeOf(text: string): Scalar["type"] {
  if (/^(?:null|Null|NULL|~|)$/.test(text)) return "nothing";
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return "boolean";
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(text)) return "number";
  return timestamp.test(text) ? "date" : "text";
}

// https://yaml.org/type/timestamp.html: what YAML 1.1 reads as a moment, though YAML 1.2 does not.
const timestamp =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(?:\.\d*)?[ \t]*(?:Z|[-+]\d{1,2}(?::?\d{2})?)?$/;
