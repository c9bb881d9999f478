import leven from "leven";
import * as v from "valibot";
import { quote } from "../message.ts";
import { ConfigError } from "./errors.ts";
import { type Options, optionsSchema } from "./options.ts";

/**
 * Checks what a config file says.
 *
 * @param value what the file holds
 * @param origin the file's name, which begins the message
 * @throws ConfigError with every mistake on a line of its own.
 */
export function checkOptions(value: unknown, origin: string): Options {
  const result = v.safeParse(optionsSchema, value);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => `${origin}: ${describe(issue)}`);
  throw new ConfigError(problems.join("\n"));
}

type Issue = v.BaseIssue<unknown>;

function describe(issue: Issue): string {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const name = path.join(".");
  if (issue.type === "strict_object" && issue.expected === "never") return describeUnknown(issue);
  const found = issue.input === undefined ? "" : `, not ${quote(show(issue.input))}`;
  return `Expected ${issue.message}${found}${name ? ` for \`${name}\`` : ""}`;
}

/** An unknown key: the sentence names the nearest known one. */
function describeUnknown(issue: Issue): string {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const unknown = path.at(-1) ?? "";
  const known = knownKeys(optionsSchema, path.slice(0, -1));
  const near = nearest(unknown, known);
  const advice = near
    ? `did you mean \`${[...path.slice(0, -1), near].join(".")}\`?`
    : `known are ${known.map((key) => `\`${key}\``).join(", ")}`;
  return `Expected a known key, not \`${path.join(".")}\`; ${advice}`;
}

function show(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
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
function knownKeys(schema: unknown, path: readonly string[]): readonly string[] {
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
  if (isRecord(schema["wrapped"])) return entriesOf(schema["wrapped"]);
  return {};
}

// The members of a record or a list, whatever their key: `site.authors.*`.
function memberOf(schema: unknown): unknown {
  if (!isRecord(schema)) return undefined;
  return schema["value"] ?? schema["item"] ?? memberOf(schema["wrapped"]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
