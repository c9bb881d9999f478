import { inspect } from "node:util";
import leven from "leven";
import * as v from "valibot";
import { quote } from "../message.ts";
import { ConfigError } from "./errors.ts";
import { findLists } from "./find-lists.ts";
import { type Options, optionsSchema } from "./options.ts";

/**
 * Checks what a config file says.
 *
 * @param value what the file holds
 * @param origin the file's name, which begins the message
 * @throws ConfigError with every mistake.
 */
export function checkOptions(value: unknown, origin: string): Options {
  const result = v.safeParse(optionsSchema, value);
  const lists = findLists(optionsSchema, value);
  if (result.success && lists.length === 0) return result.output;
  const issues = lists.length > 0 ? [] : (result.issues ?? []);
  const reasons = [
    ...lists.map(({ path, value, expected }) => toReason(expected, value, path)),
    ...issues.flatMap((issue) => describe(issue, [])),
  ];
  throw new ConfigError(
    origin,
    [...new Set(reasons)].map((reason) => ({ reason })),
  );
}

type Issue = v.BaseIssue<unknown>;
type Path = readonly string[];

function describe(issue: Issue, above: Path): readonly string[] {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => String(key))];
  const inner = closest(issue);
  if (inner.length > 0) return inner.flatMap((one) => describe(one, path));
  if (issue.type === "strict_object" && issue.expected === "never") return [describeUnknown(path)];
  const isMissing = issue.type === "strict_object" && issue.received === "undefined";
  if (isMissing) return [`Expected a value${nameOf(path)}`];
  return [toReason(issue.message, issue.input, path)];
}

function toReason(expected: string, value: unknown, path: Path): string {
  return `Expected ${expected}, not ${show(value)}${nameOf(path)}`;
}

function nameOf(path: Path): string {
  return path.length === 0 ? "" : ` for \`${path.join(".")}\``;
}

// Of several forms that a value may have, the one that it was meant to have: what is wrong in it.
function closest({ issues, input }: Issue): readonly Issue[] {
  const form = Array.isArray(input) ? "array" : "object";
  const isMeant = ({ path }: Issue) => path?.[0].type === form;
  return issues?.flatMap((issue) => (isMeant(issue) ? [issue] : closest(issue))) ?? [];
}

/** An unknown key: the sentence names the nearest known one. */
function describeUnknown(path: Path): string {
  const above = path.slice(0, -1);
  const known = knownKeys(optionsSchema, above);
  const near = nearest(path.at(-1) ?? "", known);
  const advice = near
    ? `did you mean \`${[...above, near].join(".")}\`?`
    : `known are ${known.map((key) => `\`${key}\``).join(", ")}`;
  return `Expected a known key, not ${quote(path.join("."))}; ${advice}`;
}

function show(value: unknown): string {
  if (typeof value !== "string") return quote(inspect(value, { breakLength: Infinity }));
  return value.trim() === "" ? "an empty one" : quote(value);
}

/** The name in a list that was most likely meant; undefined where none is near. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: leven(word.toLowerCase(), name.toLowerCase()) }))
    .toSorted((left, right) => left.distance - right.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, Math.floor(word.length / 3)) ? best.name : undefined;
}

/** The keys that an object of the schema knows, found by walking down the path. */
function knownKeys(schema: unknown, path: Path): readonly string[] {
  const [key, ...rest] = path;
  const entries = entriesOf(schema);
  if (key === undefined) return Object.keys(entries);
  return knownKeys(entries[key] ?? memberOf(schema), rest);
}

function entriesOf(schema: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(schema)) return {};
  if (isRecord(schema["entries"])) return schema["entries"];
  if (Array.isArray(schema["options"]))
    return Object.assign({}, ...schema["options"].map(entriesOf));
  return entriesOf(schema["wrapped"]);
}

// The members of a record or a list, whatever their key: `site.authors.*`.
function memberOf(schema: unknown): unknown {
  if (!isRecord(schema)) return undefined;
  if (Array.isArray(schema["options"])) return schema["options"].map(memberOf).find(isRecord);
  return schema["value"] ?? schema["item"] ?? memberOf(schema["wrapped"]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
