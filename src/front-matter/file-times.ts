import type { PathFacts } from "../config/conventions/rules.ts";
import { addMessage, quote } from "../message.ts";
import { publishedOf } from "./dates.ts";
import type { Fields } from "./fields.ts";
import type { FileTimes, ReadFileTimes } from "./git-times.ts";
import { fromPlain } from "./value.ts";

/**
 * Settles what `date: Created`, `Last Modified` and their `git` forms stand for, and an undated
 * article's date, which is that of its creation. A file's own times change with each clone, so that
 * git's count, with a warning where the article did not ask for them. Where git does not know,
 * nothing changes. https://www.11ty.dev/docs/dates/
 */
export async function settleFileTimes(
  fields: Fields,
  path: PathFacts,
  readTimes: ReadFileTimes,
): Promise<Fields> {
  const wish = wishOf(fields, path);
  if (!fields.rules.dates.fileTimes || !wish) return fields;
  const date = (await readTimes()).get(fields.file.path)?.[wish.time];
  const [member] = fromPlain({ date: date?.toISOString() }).members;
  if (!date || !member) return fields;
  if (!wish.isOfGit) warn(fields, wish, date);
  return { ...fields, members: new Map(fields.members).set("date", member) };
}

interface Wish {
  readonly time: keyof FileTimes;
  /** Whether the article asks for git's time itself. */
  readonly isOfGit: boolean;
  readonly text?: string | undefined;
  readonly offset: number;
}

function wishOf(fields: Fields, path: PathFacts): Wish | undefined {
  const value = publishedOf(fields);
  if (!value)
    return path.date === undefined ? { time: "created", isOfGit: false, offset: 0 } : undefined;
  const text = value.kind === "scalar" ? value.text.trim() : "";
  const [, git, word] = /^(git )?(created|last modified)$/i.exec(text) ?? [];
  if (word === undefined) return undefined;
  const time = word.toLowerCase() === "created" ? "created" : "modified";
  return { time, isOfGit: git !== undefined, text, offset: value.offset };
}

function warn({ file }: Fields, { text, offset }: Wish, date: Date): void {
  const found = text === undefined ? "" : `, not ${quote(text)}`;
  const day = date.toISOString().slice(0, 10);
  addMessage(file, {
    severity: "warning",
    rule: "date",
    reason: `Expected a date${found}; that of git counts: ${day}`,
    hint: `Write \`date: ${day}\`: the times of a file change with each clone`,
    offset,
  });
}
