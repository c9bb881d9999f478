import type { VFile } from "vfile";
import type { PathFacts } from "../config/conventions/rules.ts";
import type { PermalinkPart } from "../config/permalink-pattern.ts";
import { addMessage } from "../message.ts";
import type { Fields } from "./fields.ts";
import type { PermalinkFacts } from "./permalink.ts";

/** Whether an article lacks a field that a pattern holds, without which there is no address; says so. */
export function isLackingField(
  { file }: Fields,
  pattern: readonly PermalinkPart[],
  { field }: PermalinkFacts,
): boolean {
  const lacking = pattern.find((part) => "field" in part && !field(part.field));
  if (!lacking || !("field" in lacking)) return false;
  addMessage(file, {
    severity: "error",
    rule: "permalink",
    reason: `Expected a field \`${lacking.field}\` for the address`,
    hint: `Give \`${lacking.field}\` in front matter, or a \`permalink\``,
    offset: 0,
  });
  return true;
}

/** Warns of a program that may give the article another address than its convention does. */
export function warnOfProgram(file: VFile, { program }: PathFacts): void {
  if (program === undefined) return;
  addMessage(file, {
    severity: "warning",
    rule: "permalink",
    reason: `Expected an address that is written out, not made by the program \`${program}\``,
    hint: "Programs are not run: give `content.permalink` in a config file, or a `permalink` here",
    offset: 0,
  });
}
