import type { VFile } from "vfile";
import { addMessage, quote } from "../message.ts";
import { type Mapping, type Member, type Value, walk } from "./value.ts";

/** The form of a field's name that its spellings share: `pubDate`, `pub_date` and `Pub-Date`. */
export function canonical(key: string): string {
  return key.toLowerCase().replace(/[_-]/g, "");
}

/**
 * Warns once of each key that a table gives several times; the last one counts, or the first. Fields
 * are one whatever their spelling; in the tables below them only equal keys are.
 */
export function warnOfDuplicateKeys(
  file: VFile,
  data: Mapping,
  counting: "first" | "last" = "last",
): void {
  for (const member of findTwins(data, canonical)) warn(file, member, counting);
  if (!data.members.some(({ value }) => holdsTable(value))) return;
  for (const value of walk(data)) {
    if (value.kind !== "mapping" || value === data) continue;
    for (const member of findTwins(value, (key) => key)) warn(file, member, counting);
  }
}

// Most front matter is flat. What lies deeper is walked through to be sure.
function holdsTable(value: Value): boolean {
  return value.kind === "list"
    ? value.items.some(({ kind }) => kind !== "scalar")
    : value.kind === "mapping";
}

function findTwins(mapping: Mapping, nameOf: (key: string) => string): Iterable<Member> {
  const names = new Set<string>();
  const twins = new Map<string, Member>();
  for (const member of mapping.members) {
    const name = nameOf(member.key);
    if (names.has(name)) twins.set(name, member);
    names.add(name);
  }
  return twins.values();
}

function warn(file: VFile, member: Member, counting: string): void {
  addMessage(file, {
    severity: "warning",
    rule: "duplicate-key",
    reason: `Expected one ${quote(member.key)}, not several; the ${counting} one counts`,
    hint: "Remove the others",
    offset: member.offset,
  });
}
