import { readPythonText } from "./python-texts.ts";

/** A place in a module. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** How many brackets are open. */
  level: number;
  /** What is assigned already. */
  readonly names: Map<string, unknown>;
}

/** Reads a literal or a sum of them, and the space behind; undefined for anything else. */
export function readValue(cursor: Cursor): unknown {
  let sum = readOperand(cursor);
  while (sum !== undefined && take(cursor, /\+/y)) sum = plus(sum, readOperand(cursor));
  return sum;
}

/** Adds texts, lists or numbers. */
export function plus(left: unknown, right: unknown): unknown {
  if (typeof left === "string" && typeof right === "string") return left + right;
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  return typeof left === "number" && typeof right === "number" ? left + right : undefined;
}

/** Takes what a sticky pattern matches at the cursor. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text) ?? undefined;
  cursor.at += match?.[0].length ?? 0;
  return match;
}

/** Where a text that began before ends; undefined where it is not closed. */
export function findEnd(text: string, start: number, quote: string): number | undefined {
  for (let at = start; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text.startsWith(quote, at)) return at;
    else if (text[at] === "\n" && quote.length === 1) return undefined;
  }
  return undefined;
}

function readOperand(cursor: Cursor): unknown {
  skipSpace(cursor);
  const { at } = cursor;
  for (const read of [readTexts, readNumber, readName, readGroup, readTable]) {
    const value = read(cursor);
    if (value !== undefined) skipSpace(cursor);
    // A name that is not known is no literal, whatever comes next.
    if (value !== undefined || cursor.at > at) return value;
  }
  return undefined;
}

// Within brackets a value may go on in the next line.
function skipSpace(cursor: Cursor): void {
  take(cursor, cursor.level > 0 ? /(?:\s|\\\r?\n|#[^\n]*)*/y : /(?:[ \t]|\\\r?\n)*/y);
}

// Texts side by side are one.
function readTexts(cursor: Cursor): string | undefined {
  let whole: string | undefined;
  for (let next = readText(cursor); next !== undefined; next = readText(cursor)) {
    whole = (whole ?? "") + next;
    skipSpace(cursor);
  }
  return whole;
}

function readText(cursor: Cursor): string | undefined {
  const { at } = cursor;
  const [, prefix = "", quote] = take(cursor, /([rbuf]{0,2})('''|"""|'|")/iy) ?? [];
  const end = quote === undefined ? undefined : findEnd(cursor.text, cursor.at, quote);
  const inner = end === undefined ? undefined : cursor.text.slice(cursor.at, end);
  const text = inner === undefined ? undefined : readPythonText(inner, prefix);
  cursor.at = text === undefined ? at : (end ?? at) + (quote?.length ?? 0);
  return text;
}

function readNumber(cursor: Cursor): number | undefined {
  const number = /[+-]?(?:0[xob][\da-f_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?)/iy;
  const [digits] = take(cursor, number) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll("_", ""));
}

function readName(cursor: Cursor): unknown {
  const [name] = take(cursor, /[a-z_]\w*/iy) ?? [];
  return name !== undefined && constants.has(name)
    ? constants.get(name)
    : cursor.names.get(name ?? "");
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ["True", true],
  ["False", false],
  ["None", null],
]);

/** A list, a tuple, or a value in parentheses. */
function readGroup(cursor: Cursor): unknown {
  const [opening] = take(cursor, /[[(]/y) ?? [];
  if (opening === undefined) return undefined;
  const items = readItems(cursor, opening === "(" ? /\)/y : /\]/y, readValue);
  const isAlone = opening === "(" && items?.values.length === 1 && !items.endsWithComma;
  return isAlone ? items.values[0] : items?.values;
}

/** A dictionary; a set is a list. */
function readTable(cursor: Cursor): unknown {
  if (!take(cursor, /\{/y)) return undefined;
  let isSet = false;
  const items = readItems(cursor, /\}/y, (inner) => {
    const key = readValue(inner);
    const isPair = take(inner, /:/y) !== undefined;
    isSet ||= !isPair;
    const value = isPair ? readValue(inner) : key;
    return key === undefined || value === undefined ? undefined : [String(key), value];
  });
  const pairs = items?.values.filter((one) => Array.isArray(one));
  return isSet ? pairs?.map(([, value]) => value) : pairs && Object.fromEntries(pairs);
}

interface Items {
  readonly values: readonly unknown[];
  readonly endsWithComma: boolean;
}

function readItems(
  cursor: Cursor,
  closing: RegExp,
  read: (cursor: Cursor) => unknown,
): Items | undefined {
  if (++cursor.level > deepest) return undefined;
  const values: unknown[] = [];
  let endsWithComma = false;
  for (skipSpace(cursor); !take(cursor, closing); skipSpace(cursor)) {
    if (values.length > 0 && !endsWithComma) return undefined;
    const value = read(cursor);
    if (value === undefined) return undefined;
    values.push(value);
    endsWithComma = take(cursor, /,/y) !== undefined;
  }
  cursor.level--;
  return { values, endsWithComma };
}

/** The most brackets, one inside the other; the stack's end is another one on every machine. */
const deepest = 64;
