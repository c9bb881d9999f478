import type { VFile } from "vfile";
import { plainRules } from "../config/conventions/plain.ts";
import type { FieldName, PathFacts, Rules } from "../config/conventions/rules.ts";
import { addMessage, quote } from "../message.ts";
import { toLine } from "../xml-text.ts";
import { canonical, warnOfDuplicateKeys } from "./duplicate-keys.ts";
import {
  fromPlain,
  type Mapping,
  type Member,
  nameKind,
  type Scalar,
  type Value,
} from "./value.ts";

/**
 * The fields of a file by canonical name, and the file, which the messages go to. Case, `_` and `-`
 * make no difference: `pubDate`, `pub_date` and `PubDate` are one.
 */
export interface Fields {
  readonly file: VFile;
  readonly members: ReadonlyMap<string, Member>;
  readonly rules: Rules;
}

/**
 * Gathers the fields: the file's own, then those of tables that stand for fields, then what the
 * rules take for said. Where one is given twice the last counts, with a warning unless the rules
 * know better.
 *
 * @param path below the base folder of the rules
 */
export function gatherFields(
  file: VFile,
  data: Mapping,
  { rules = plainRules, path = file.path, said = {} }: Around = {},
): Fields {
  const { doubledKeys } = rules;
  const counting = doubledKeys === "first" ? "first" : "last";
  if (doubledKeys !== "silent") warnOfDuplicateKeys(file, data, counting);
  const own = doubledKeys === "first" ? data.members.toReversed() : data.members;
  const inner = rules.tables.toReversed().flatMap((name) => {
    const value = data.members.findLast(({ key }) => canonical(key) === name)?.value;
    return value?.kind === "mapping" ? value.members : [];
  });
  const taken = rules.defaults.filter(({ covers }) => covers(path)).map(({ values }) => values);
  const members = new Map<string, Member>();
  for (const values of [...taken, said]) setAll(members, fromPlain(values).members);
  setAll(members, inner);
  setAll(members, own);
  return { file, members, rules };
}

function setAll(members: Map<string, Member>, given: readonly Member[]): void {
  for (const member of given) members.set(canonical(member.key), member);
}

/** What stands around a file's own fields. */
interface Around {
  readonly rules?: Rules;
  readonly path?: string;
  /** What the path says of fields. */
  readonly said?: PathFacts["fields"];
}

/** Every value given for a field, in the order of its names; empty ones are as if not given. */
export function fieldValues(fields: Fields, name: FieldName): readonly Value[] {
  const values: Value[] = [];
  for (const alias of fields.rules.fields[name]) {
    const value = fields.members.get(alias)?.value;
    if (value && !isEmpty(value)) values.push(value);
  }
  return values;
}

/** The value that counts for a field. */
export function fieldOf({ rules, members }: Fields, name: FieldName): Value | undefined {
  for (const alias of rules.fields[name]) {
    const value = members.get(alias)?.value;
    if (value && !isEmpty(value)) return value;
  }
  return undefined;
}

/** A field as text on one line. Numbers stay as they are written. */
export function textOf(fields: Fields, name: FieldName): string | undefined {
  const scalar = scalarOf(fields, name, "text");
  return scalar && (toLine(scalar.text) || undefined);
}

/** A field as a scalar; a list, a table, `true` or `false` is an error on the file. */
export function scalarOf(fields: Fields, name: FieldName, wanted: string): Scalar | undefined {
  const value = fieldOf(fields, name);
  if (!value || isText(value)) return value;
  addError(fields, name, value, `Expected ${wanted}`, hintOf(value));
  return undefined;
}

/** Whether a value can be read as text: a number and a date can, `true` and `false` cannot. */
export function isText(value: Value): value is Scalar {
  return value.kind === "scalar" && value.type !== "boolean";
}

function hintOf(value: Value): string | undefined {
  return value.kind === "scalar" ? "Put it in quotes if it is meant as text" : undefined;
}

/** Whether a value is that of a field whose text is never taken apart. */
export function isWhole({ members, rules }: Fields, value: Value): boolean {
  return rules.lists.whole.some((name) => members.get(name)?.value === value);
}

/** The values of a list, or the one value itself; empty ones are left out. */
export function itemsOf(value: Value): readonly Value[] {
  return (value.kind === "list" ? value.items : [value]).filter((item) => !isEmpty(item));
}

/** A field as a flag; undefined where it is not given or is no flag. */
export function flagOf(value: Value | undefined): boolean | undefined {
  if (value?.kind !== "scalar") return undefined;
  return flags.get(value.text.toLowerCase());
}

/** The value of `published` where it is a flag, not a date. */
export function publishedFlag(fields: Fields): Value | undefined {
  const value = fields.members.get("published")?.value;
  return flagOf(value) === undefined ? undefined : value;
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
    hint: hint ?? hints.get(rule),
    offset: value.offset,
  });
}

// What mends a value of the wrong kind, where the message alone does not show it.
const hints: ReadonlyMap<string, string> = new Map([
  ["title", "Write it as one text, in quotes where it begins with `[` or `{`"],
  ["summary", "Write it as one text, in quotes where it begins with `[` or `{`"],
  ["slug", "Write it as one text, such as `my-first-article`"],
  ["permalink", "Write it as `/notes/first/` or `https://example.com/notes/first/`"],
  ["id", "Write it as one text; without an id the address counts"],
  ["tags", "Write `tags: [first, second]` or `tags: first, second`"],
  ["author", "Write `author: Name` or `author: { name: Name, email: name@example.com }`"],
  ["authors", "Write `author: Name` or `author: { name: Name, email: name@example.com }`"],
  ["draft", "Write `draft: true`, or leave the line out"],
  ["unlisted", "Write `unlisted: true`, or leave the line out"],
  ["language", "Write the language as `en`, `ko` or `pt-BR`"],
  ["image", "Write `image: /pictures/cover.png`"],
  ["enclosure", "Write `enclosure: { url: /audio/first.mp3, length: 12345, type: audio/mpeg }`"],
  ["comments", "Write the address of the page where the article is discussed"],
]);

/** The first member of a mapping by these names, in any case; an empty one is as if not given. */
export function memberOf(mapping: Mapping, ...names: readonly string[]): Value | undefined {
  return membersOf(mapping, names).find((value) => !isEmpty(value));
}

/** Whether a mapping has one of these names, even if nothing stands there. */
export function hasMember(mapping: Mapping, ...names: readonly string[]): boolean {
  return membersOf(mapping, names).length > 0;
}

function membersOf(mapping: Mapping, names: readonly string[]): readonly Value[] {
  return names.flatMap((name) => {
    return mapping.members.findLast(({ key }) => canonical(key) === name)?.value ?? [];
  });
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

function isEmpty(value: Value): boolean {
  return value.kind === "scalar" && (value.type === "nothing" || value.text.trim() === "");
}
