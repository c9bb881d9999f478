import { isTable } from "../table.ts";
import { diagnose } from "./diagnose.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { LedgerError } from "./ledger-error.ts";
import { readLine } from "./read-line.ts";

/**
 * Reads the text of a ledger. All of it is good, or none is used.
 *
 * @param file the file's name, for messages
 * @throws LedgerError with line and way out: merge conflicts, broken JSON, a newer version, wrong
 * values, two lines for one source, two articles with one id.
 */
export function parseLedger(text: string, file: string): Ledger {
  const entries = readEntries(text);
  if (entries) return { entries };
  const { mistakes, hint } = diagnose(text);
  throw new LedgerError(file, mistakes, hint);
}

// The way of a good ledger, which is short: what is wrong with a bad one is found out later.
function readEntries(text: string): ReadonlyMap<string, LedgerEntry> | undefined {
  const lines = readLines(text);
  if (!lines) return undefined;
  const entries = new Map<string, LedgerEntry>();
  const ids = new Set<string>();
  for (const value of lines) {
    const line = readLine(value);
    if ("problem" in line) return undefined;
    entries.set(line.source, line);
    ids.add(line.id);
  }
  return entries.size === lines.length && ids.size === lines.length ? entries : undefined;
}

function readLines(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return linesOf(value);
  } catch {
    return undefined;
  }
}

function linesOf(value: unknown): readonly unknown[] | undefined {
  if (!isTable(value)) return undefined;
  const { version, articles, ...others } = value;
  if (version !== 1 || !Array.isArray(articles) || Object.keys(others).length > 0) return undefined;
  return articles.at(-1) === null ? articles.slice(0, -1) : articles;
}
