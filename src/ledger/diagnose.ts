import {
  findNodeAtLocation,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Mistake } from "../config/errors.ts";
import { quote } from "../message.ts";
import { isTable } from "../table.ts";
import { readLine } from "./read-line.ts";

/** What is wrong with a ledger's text, and what to do where it cannot be repaired. */
export interface Diagnosis {
  readonly mistakes: readonly Mistake[];
  readonly hint?: string | undefined;
}

/** Finds out, line by line, why a text is no ledger. At most ten mistakes are told one by one. */
export function diagnose(text: string): Diagnosis {
  const conflicts = findConflicts(text);
  if (conflicts.length > 0) return { mistakes: conflicts.slice(0, most) };
  const broken = findBroken(text);
  if (broken) return { mistakes: [broken] };
  return diagnoseValue(JSON.parse(text), text);
}

/** The mark of a merge conflict that a line begins with: https://git-scm.com/docs/git-merge. */
export const conflictMark = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

const most = 10;

function findConflicts(text: string): readonly Mistake[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (!conflictMark.test(line) || !line.startsWith("<")) return [];
    return { line: index + 1, reason: `Expected no merge conflict, not ${quote(line)}` };
  });
}

function findBroken(text: string): Mistake | undefined {
  const reason = "Expected JSON that can be read";
  if (text.trim() === "") return { line: 1, reason: `${reason}, not an empty file` };
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (!first) return isJson(text) ? undefined : { line: 1, reason };
  const words = printParseErrorCode(first.error).replace(/([a-z])([A-Z])/g, "$1 $2");
  return { ...pointOf(text, first.offset), reason: `${reason} (${words.toLowerCase()})` };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function pointOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function diagnoseValue(value: unknown, text: string): Diagnosis {
  if (!isTable(value)) return { mistakes: [{ line: 1, reason: notALedger }] };
  const { version, articles, ...others } = value;
  if (typeof version === "number" && version > 1) return newerVersion(version);
  if (version !== 1) {
    return { mistakes: [{ line: 1, reason: 'Expected `"version": 1`, as every ledger has' }] };
  }
  if (!Array.isArray(articles)) return { mistakes: [{ line: 1, reason: notALedger }] };
  const strange = Object.keys(others).map((name) => {
    return { reason: `Expected \`version\` and \`articles\`, not ${quote(name)}` };
  });
  const lines = articles.at(-1) === null ? articles.slice(0, -1) : articles;
  return { mistakes: [...strange, ...limit(diagnoseLines(lines), text)] };
}

const notALedger = "Expected a ledger: a table with `version` and a list of `articles`";

/** The diagnosis of a ledger that a newer version wrote. */
export function newerVersion(version: number): Diagnosis {
  return {
    mistakes: [{ reason: `Expected a ledger of version 1, not ${version}, which is newer` }],
    hint: "Update feedwright: an older version must not rewrite what a newer one remembers",
  };
}

interface Found {
  readonly index: number;
  readonly reason: string;
}

function diagnoseLines(lines: readonly unknown[]): readonly Found[] {
  const sources = new Set<string>();
  const sourceById = new Map<string, string>();
  return lines.flatMap((value, index) => {
    const line = readLine(value);
    if ("problem" in line) return { index, reason: line.problem };
    const { source, id } = line;
    if (sources.has(source)) {
      return { index, reason: `Expected one line for ${quote(source)}, not a second` };
    }
    sources.add(source);
    const other = sourceById.get(id);
    sourceById.set(id, source);
    if (other === undefined) return [];
    const reason = `Expected an id of its own for ${quote(source)}, not ${quote(id)}, which ${quote(other)} has too`;
    return { index, reason };
  });
}

// Where the lines are is found out for those alone that are told.
function limit(found: readonly Found[], text: string): readonly Mistake[] {
  const root = parseTree(text);
  const told = found.slice(0, most).map(({ index, reason }) => {
    const node = root && findNodeAtLocation(root, ["articles", index]);
    return { line: pointOf(text, node?.offset ?? 0).line, reason };
  });
  const more = found.length - told.length;
  return more > 0 ? [...told, { reason: `Expected no more mistakes, not ${more} others` }] : told;
}
