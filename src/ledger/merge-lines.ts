import { quote } from "../message.ts";
import type { LedgerEntry } from "./ledger.ts";
import { parkLine } from "./move-lines.ts";
import { doubtful, isTelling, likeness } from "./sketch.ts";

/**
 * Leaves one line for each id and one id for each source. No id goes: it would be given anew.
 *
 * Two lines of one id become one: that of the file that is there, as after a rename on one branch;
 * else the one that was updated last; else the first, which in a merge is the branch that others are
 * merged into. It keeps the earlier date of publication. Where their texts are unlike, two branches
 * gave one address to two articles: the one that was published first keeps the id, and the next build
 * gives the other an id of its own. Where one source has two ids, the article
 * that was published first keeps it, since readers have known it longer; the other line is put aside
 * (`parkLine`), and the next build finds its article by its text.
 *
 * @param steps gets a sentence for each line that is no longer what it was
 */
export function mergeLines(
  lines: readonly LedgerEntry[],
  present: ReadonlySet<string>,
  steps: string[],
): ReadonlyMap<string, LedgerEntry> {
  const byId = new Map<string, LedgerEntry>();
  for (const line of lines) {
    const other = byId.get(line.id);
    byId.set(line.id, other ? mergeTwo(other, line, { present, steps }) : line);
  }
  const bySource = new Map<string, LedgerEntry>();
  const aside: LedgerEntry[] = [];
  for (const line of byId.values()) {
    const other = bySource.get(line.source);
    const [kept, second] = other && isOlder(other, line) ? [other, line] : [line, other];
    bySource.set(line.source, kept);
    if (second) aside.push(second);
  }
  for (const line of aside) {
    const name = parkLine(bySource, line);
    const sentence = `${quote(line.source)} has two ids; ${quote(line.id)} is put aside as ${quote(name)}`;
    steps.push(`${sentence}, until a build finds its article`);
  }
  return bySource;
}

interface Context {
  readonly present: ReadonlySet<string>;
  readonly steps: string[];
}

function mergeTwo(one: LedgerEntry, other: LedgerEntry, { present, steps }: Context): LedgerEntry {
  if (areUnlike(one, other)) return partTwo(one, other, steps);
  const isOther =
    present.has(one.source) === present.has(other.source)
      ? (other.updated ?? "") > (one.updated ?? "")
      : present.has(other.source);
  const [kept, lost] = isOther ? [other, one] : [one, other];
  const from = kept.source === lost.source ? "" : `, and ${quote(lost.source)} has no line`;
  steps.push(`two lines with the id ${quote(kept.id)} became that of ${quote(kept.source)}${from}`);
  const published = isOlder(kept, lost) ? kept.published : lost.published;
  const updated = [kept.updated, lost.updated].filter(Boolean).toSorted().at(-1);
  return { ...lost, ...kept, published, updated };
}

function areUnlike(one: LedgerEntry, other: LedgerEntry): boolean {
  if (one.source === other.source || !isTelling(one.sketch) || !isTelling(other.sketch))
    return false;
  return likeness(one.sketch, other.sketch) < doubtful;
}

function partTwo(one: LedgerEntry, other: LedgerEntry, steps: string[]): LedgerEntry {
  const [kept, lost] = isOlder(one, other) ? [one, other] : [other, one];
  steps.push(
    `${quote(kept.id)} stays the id of ${quote(kept.source)}; ${quote(lost.source)} is another article, to which the next build gives an id of its own`,
  );
  return kept;
}

// Of two that are equal in that, the first.
function isOlder(one: LedgerEntry, other: LedgerEntry): boolean {
  if (one.published === "" || other.published === "") return other.published === "";
  return Date.parse(one.published) <= Date.parse(other.published);
}
