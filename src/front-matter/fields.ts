import type { VFile } from "vfile";
import { addMessage, quote } from "../message.ts";
import { toLine } from "../xml-text.ts";
import { type Mapping, type Member, nameKind, type Scalar, type Value } from "./value.ts";

/**
 * The fields of an article and the names that people give them. Case, `_` and `-` make no
 * difference: `pubDate`, `pub_date` and `PubDate` are one. The first name present counts.
 */
export const fieldNames = {
  title: ["title"],
  published: ["date", "published", "pubdate", "publishdate", "publishedat"],
  updated: ["updated", "lastmod", "lastmodifiedat", "modified"],
  summary: ["description", "summary", "excerpt"],
  authors: ["author", "authors"],
  tags: ["tags", "categories", "category", "keywords"],
  categories: ["categories", "category"],
  draft: ["draft"],
  publish: ["published", "publish"],
  unlisted: ["unlisted"],
  feed: ["feed"],
  slug: ["slug"],
  permalink: ["permalink", "url"],
  id: ["id", "guid"],
  language: ["lang", "language"],
  image: ["image", "cover"],
  enclosure: ["enclosure"],
  comments: ["comments"],
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof fieldNames;

/** The fields of a file by canonical name, and the file, which the messages go to. */
export interface Fields {
  readonly file: VFile;
  readonly members: ReadonlyMap<string, Member>;
}

/** Gathers the fields; where one is given twice the last counts, with a warning. */
export function gatherFields(file: VFile, data: Mapping): Fields {
  const members = new Map<string, Member>();
  for (const member of data.members) {
    const name = canonical(member.key);
    if (members.has(name)) warnOfTwice(file, member);
    members.set(name, member);
  }
  return { file, members };
}

/** Every value given for a field, in the order of its names; empty ones are as if not given. */
export function fieldValues(fields: Fields, name: FieldName): readonly Value[] {
  return fieldNames[name].flatMap((alias) => {
    const value = fields.members.get(alias)?.value;
    return value && !isEmpty(value) ? [value] : [];
  });
}

/** The value that counts for a field. */
export function fieldOf(fields: Fields, name: FieldName): Value | undefined {
  return fieldValues(fields, name)[0];
}

/** A field as text on one line. Numbers stay as they are written. */
export function textOf(fields: Fields, name: FieldName): string | undefined {
  const scalar = scalarOf(fields, name, "text");
  return scalar && (toLine(scalar.text) || undefined);
}

/** A field as a scalar; anything else is an error on the file. */
export function scalarOf(fields: Fields, name: FieldName, wanted: string): Scalar | undefined {
  const value = fieldOf(fields, name);
  if (!value || value.kind === "scalar") return value;
  addError(fields, name, value, `Expected ${wanted}`);
  return undefined;
}

/** A field as a flag; undefined where it is not given or is no flag. */
export function flagOf(value: Value | undefined): boolean | undefined {
  if (value?.kind !== "scalar") return undefined;
  return flags.get(value.text.toLowerCase());
}

/** Says what is wrong with a value: `Expected X, not \`Y\`` at its place. */
export function addError(
  fields: Fields,
  rule: string,
  value: Value,
  expected: string,
  hint?: string,
): void {
  const found = value.kind === "scalar" ? quote(value.text) : nameKind(value);
  addMessage(fields.file, {
    severity: "error",
    rule,
    reason: `${expected}, not ${found}`,
    hint,
    offset: value.offset,
  });
}

/** A member of a mapping, its name in any case. */
export function memberOf(mapping: Mapping, ...names: readonly string[]): Value | undefined {
  const member = mapping.members.findLast(({ key }) => names.includes(canonical(key)));
  return member && !isEmpty(member.value) ? member.value : undefined;
}

// YAML 1.1's words too: what an author means by `draft: yes` is plain.
const flags: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["on", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["off", false],
  ["0", false],
]);

function canonical(key: string): string {
  return key.toLowerCase().replace(/[_-]/g, "");
}

function isEmpty(value: Value): boolean {
  return value.kind === "scalar" && (value.type === "nothing" || value.text.trim() === "");
}

function warnOfTwice(file: VFile, member: Member): void {
  addMessage(file, {
    severity: "warning",
    rule: "duplicate-key",
    reason: `Expected one \`${member.key}\`, not several; the last one counts`,
    hint: "Remove the others",
    offset: member.offset,
  });
}
