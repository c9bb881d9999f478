import type { Table } from "../../table.ts";
import { type Cursor, findEnd, plus, readValue, take } from "./python-values.ts";

/**
 * Reads the assignments of literals in a Python module: texts, numbers, `True`, `False`, `None`,
 * tuples, lists, sets, dictionaries, names assigned before, and sums of these. Nothing is run: what
 * is computed, or stands in a block, is left out. The last assignment of a name counts; where that
 * is no literal, the name is left out. `None` is null.
 * https://docs.python.org/3/reference/lexical_analysis.html#literals
 *
 * @param known what is assigned already, as by `from pelicanconf import *`
 */
export function readPython(text: string, known: Table = {}): Table {
  const cursor: Cursor = { text, at: 0, level: 0, names: new Map(Object.entries(known)) };
  while (cursor.at < text.length) {
    readAssignment(cursor);
    skipStatement(cursor);
  }
  return Object.fromEntries(cursor.names);
}

function readAssignment(cursor: Cursor): void {
  const [, name, sign] = take(cursor, /([a-z_]\w*)[ \t]*(?::[^=\n]+)?(\+?=)(?!=)/iy) ?? [];
  if (name === undefined) return;
  const { at } = cursor;
  const read = readValue(cursor);
  cursor.level = 0;
  const isWhole = take(cursor, /(?=[#;\r\n]|$)/y) !== undefined;
  const value = sign === "+=" ? plus(cursor.names.get(name), read) : read;
  if (isWhole && value !== undefined) cursor.names.set(name, value);
  else cursor.names.delete(name);
  if (!isWhole) cursor.at = at;
}

/** Goes behind the line break that ends a statement: one outside of brackets and texts. */
function skipStatement(cursor: Cursor): void {
  const { text } = cursor;
  let level = 0;
  while (cursor.at < text.length) {
    const [quote] = take(cursor, /'''|"""|'|"/y) ?? [];
    if (quote !== undefined) {
      cursor.at = (findEnd(text, cursor.at, quote) ?? cursor.at - quote.length) + quote.length;
      continue;
    }
    if (take(cursor, /#[^\n]*|\\\r?\n/y)) continue;
    const character = text.charAt(cursor.at++);
    if ("([{".includes(character)) level++;
    if (")]}".includes(character)) level--;
    if (character === "\n" && level <= 0) return;
  }
}
