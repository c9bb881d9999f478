import type { VFile } from "vfile";
import { addMessage, quote } from "../message.ts";
import { type Mapping, type Member, walk } from "./value.ts";

/** The form of a field's name that its spellings share: `pubDate`, `pub_date` and `Pub-Date`. */
export function canonical(key: string): string {
  return key.toLowerCase().replace(/[_-]/g, "");
}

/**
 * Warns once of each key that a table gives several times; the last one counts. Fields are one
 * whatever their spelling; in the tables below them only equal keys are.
 */
export function warnOfDuplicateKeys(file: VFile, data: Mapping): void {
  for (const value of walk(data)) {
    if (value.kind !== "mapping") continue;
    warnOfTwins(file, value, value === data ? canonical : (key) => key);
  }
}

function warnOfTwins(file: VFile, mapping: Mapping, nameOf: (key: string) => string): void {
  const names = new Set<string>();
  const twins = new Map<string, Member>();
  for (const member of mapping.members) {
    const name = nameOf(member.key);
    if (names.has(name)) twins.set(name, member);
    names.add(name);
  }
  for (const member of twins.values()) warn(file, member);
}

function warn(file: VFile, member: Member): void {
  addMessage(file, {
    severity: "warning",
    rule: "duplicate-key",
    reason: `Expected one ${quote(member.key)}, not several; the last one counts`,
    hint: "Remove the others",
    offset: member.offset,
  });
}
