import { quote } from "../message.ts";
import { isTable } from "../table.ts";
import { conflictMark, newerVersion } from "./diagnose.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { LedgerError } from "./ledger-error.ts";
import { mergeLines } from "./merge-lines.ts";
import { optionalFields, readLine } from "./read-line.ts";

/** A ledger that is good again, and what was done for it: a sentence for each step. */
export interface Repaired {
  readonly ledger: Ledger;
  readonly steps: readonly string[];
}

/**
 * Makes a good ledger of a damaged one. Of a merge conflict both sides are taken; broken lines go,
 * and of a line whose source and id are good only the broken fields. Then every source gets one line
 * and every id one source (`mergeLines`). Nothing is done without a word.
 *
 * @param present the files of the content folder: of two lines with one id that of the file that is
 * there counts
 * @throws LedgerError where a newer version wrote it.
 */
export function repairLedger(text: string, present: ReadonlySet<string>, file: string): Repaired {
  refuseNewer(text, file);
  const steps: string[] = [];
  const lines = readValues(text, steps).flatMap(({ value, line }) => {
    const mended = mend(value, line, steps);
    return mended ? [mended] : [];
  });
  const entries = mergeLines(lines, present, steps);
  return { ledger: { entries }, steps };
}

/** The sources that a ledger names, however damaged it is. */
export function sourcesIn(text: string): readonly string[] {
  const entries = readValues(text, []).flatMap(({ value, line }) => mend(value, line, []) ?? []);
  return [...new Set(entries.map(({ source }) => source))];
}

function refuseNewer(text: string, file: string): void {
  const [, version = "1"] = /^\s*\{?\s*"version":\s*(\d+)/m.exec(text) ?? [];
  if (version === "1") return;
  const { mistakes, hint } = newerVersion(Number(version));
  throw new LedgerError(file, mistakes, hint);
}

interface Value {
  readonly value: unknown;
  /** As people find it: `line 12`. */
  readonly line: string;
}

function readValues(text: string, steps: string[]): readonly Value[] {
  const whole = parse(text);
  const articles = isTable(whole) ? whole["articles"] : undefined;
  if (!Array.isArray(articles)) return readPhysicalLines(text, steps);
  return articles
    .map((value, index) => ({ value, line: `article ${index + 1}` }))
    .filter(({ value }) => value !== null);
}

// An article a line, as `writeLedger` leaves it and git merges it.
function readPhysicalLines(text: string, steps: string[]): readonly Value[] {
  let isBase = false;
  return text.split(/\r?\n/).flatMap((raw, index) => {
    const line = `line ${index + 1}`;
    const json = raw.trim().replace(/,$/, "");
    const mark = conflictMark.exec(raw)?.[0].trim();
    // With `merge.conflictStyle=diff3` git shows what was there before, too, which is neither side.
    if (mark) isBase = mark.startsWith("|");
    if (mark?.startsWith("<")) steps.push(`${line}: both sides of the merge conflict are taken`);
    if (mark || isBase || frame.test(json)) return [];
    const value = parse(json);
    if (value !== undefined) return [{ value, line }];
    steps.push(`${line}: dropped, since it cannot be read: ${quote(json)}`);
    return [];
  });
}

// What stands around the articles.
const frame = /^(?:[{}[\]]*|null|"version": ?\d+|"articles": ?\[)$/;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function mend(value: unknown, line: string, steps: string[]): LedgerEntry | undefined {
  const read = readLine(value);
  if (!("problem" in read)) return read;
  const bare = isTable(value) ? withoutBroken(value) : value;
  const mended = readLine(bare);
  const isMended = !("problem" in mended);
  steps.push(`${line}: dropped${isMended ? " what is wrong of it" : ""}: ${read.problem}`);
  return isMended ? mended : undefined;
}

function withoutBroken(value: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(value).filter(([name, part]) => optionalFields.get(name)?.(part) ?? true),
  );
}
