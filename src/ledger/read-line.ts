import { quote } from "../message.ts";
import { isTable } from "../table.ts";
import type { LedgerEntry } from "./ledger.ts";

/** A line's article, or what is wrong with the line. */
export type Line = LedgerEntry | { readonly problem: string };

/**
 * Reads what JSON says of one article. What is left out is not known; an address that is left out is
 * the id. Fields of other names stay.
 */
export function readLine(value: unknown): Line {
  if (!isTable(value)) return { problem: `Expected an article, not ${quoteValue(value)}` };
  if (!isStored(value)) return { problem: describeProblem(value) };
  const { source, id, url = id, published = "", updated, digest = "", sketch = "" } = value;
  const entry = { source, id, url, published, updated, digest, sketch };
  return hasMore(value) ? { ...value, ...entry } : entry;
}

/** The fields that a line may do without, since the next build fills them in, each with its check. */
export const optionalFields: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ["url", isFilled],
  ["published", isTime],
  ["updated", isTime],
  ["digest", isText],
  ["sketch", isText],
  ["atomId", isFilled],
]);

/** A line as it stands in the file. */
interface StoredLine {
  readonly source: string;
  readonly id: string;
  readonly url?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly digest?: string;
  readonly sketch?: string;
  readonly atomId?: string;
}

// Spelt out, since a ledger may have a hundred thousand lines.
function isStored(line: Readonly<Record<string, unknown>> | StoredLine): line is StoredLine {
  const { source, id, url, published, updated, digest, sketch, atomId } = line;
  return (
    isPath(source) &&
    isFilled(id) &&
    (url === undefined || isFilled(url)) &&
    (published === undefined || isTime(published)) &&
    (updated === undefined || isTime(updated)) &&
    (digest === undefined || isText(digest)) &&
    (sketch === undefined || isText(sketch)) &&
    (atomId === undefined || isFilled(atomId))
  );
}

const usualFields: ReadonlySet<string> = new Set(
  "source id url published updated digest sketch".split(" "),
);

function hasMore(line: object): boolean {
  for (const name in line) if (!usualFields.has(name)) return true;
  return false;
}

const checks = [["source", isPath] as const, ["id", isFilled] as const, ...optionalFields];

function findBad(line: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, isGood] of checks) {
    const value = line[name];
    if (value === undefined && optionalFields.has(name)) continue;
    if (!isGood(value)) return name;
  }
  return undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isFilled(value: unknown): value is string {
  return isText(value) && value !== "" && value.trim() === value;
}

// A path that leads out of the content folder is nobody's article.
function isPath(value: unknown): value is string {
  return isText(value) && value !== "" && !/^\/|(?:^|\/)\.\.?(?:\/|$)|[\\\0]/.test(value);
}

function isTime(value: unknown): value is string {
  return isText(value) && timePattern.test(value);
}

// Not narrower than a `Date` that is written: years may have six digits, and seconds thousandths.
const timePattern =
  /^(?:\d{4}|[+-]\d{6})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

const expectations: Readonly<Record<string, string>> = {
  source: "a path below the content folder",
  id: "an id, which is never empty",
  url: "an address",
  published: "a time such as `2024-07-31T09:00:00Z`",
  updated: "a time such as `2024-07-31T09:00:00Z`",
  digest: "a text",
  sketch: "a text",
  atomId: "an id, which is never empty",
};

function describeProblem(line: Readonly<Record<string, unknown>>): string {
  const name = findBad(line) ?? "source";
  const { source } = line;
  const whose = isPath(source) ? ` of ${quote(source)}` : "";
  return `Expected ${expectations[name]}, not ${quoteValue(line[name])}, for \`${name}\`${whose}`;
}

function quoteValue(value: unknown): string {
  return value === undefined ? "nothing" : quote(JSON.stringify(value));
}
