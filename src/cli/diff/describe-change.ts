import type { Change, ChangeKind, Comparison, Edited, Part } from "../../diff/change.ts";
import type { PublishedItem } from "../../published/published-feed.ts";

/** A piece of a sentence: ours, or a value that stands in it as it is. */
export type Piece = string | { readonly value: string };

/** A change as people read it. */
export interface DescribedChange {
  /** The entry's title, else its address, else its id. */
  readonly name: string;
  readonly url: string | undefined;
  readonly details: readonly (readonly Piece[])[];
}

/** Two feeds that were compared, by what their subscribers call them. */
export interface NamedComparison {
  readonly name: string;
  readonly comparison: Comparison;
  /** Whether it is a feed of a group: an article may leave that one. */
  readonly isOfGroup?: boolean | undefined;
}

/** What each kind of change is called. */
export const kindNames = {
  "delivered-again": "delivered again",
  removed: "removed",
  new: "new",
  edited: "edited",
  moved: "moved in time",
  dropped: "dropped out of the window",
} as const satisfies Record<ChangeKind, string>;

/** The changes of a comparison by their kinds, those that matter most first. */
export function groupChanges({ changes }: Comparison): ReadonlyMap<ChangeKind, readonly Change[]> {
  const groups = new Map<ChangeKind, Change[]>();
  for (const change of changes) {
    groups.set(change.kind, [...(groups.get(change.kind) ?? []), change]);
  }
  return groups;
}

/** The counts of a comparison: `1 delivered again, 2 new, 17 as before`. */
export function countChanges(comparison: Comparison): string {
  const groups = [...groupChanges(comparison)];
  const counts = groups.map(([kind, changes]) => `${changes.length} ${kindNames[kind]}`);
  return [...counts, `${comparison.unchanged} as before`].join(", ");
}

/** Tells a change. */
export function describeChange(change: Change): DescribedChange {
  const item = "item" in change ? change.item : change.before;
  return { name: nameOf(item), url: item.url, details: detailsOf(change) };
}

function nameOf({ title, url, id }: PublishedItem): string {
  return title || url || id;
}

function detailsOf(change: Change): DescribedChange["details"] {
  if (change.kind === "edited") return change.parts.map((part) => describePart(part, change));
  if (change.kind === "moved") return [toChange("date", toTime(change.from), toTime(change.to))];
  if (change.kind === "new") return change.isOld ? [["older than all that were there"]] : [];
  if (change.kind !== "delivered-again") return [];
  const { before, item, by } = change;
  return [toChange("id", before.id, item.id), [`known again by its ${by}`]];
}

function describePart(part: Part, { before, item, words }: Edited): readonly Piece[] {
  if (part === "title") return toChange("title", before.title ?? "", item.title ?? "");
  if (part === "address") return toChange("address", before.url ?? "", item.url ?? "");
  if (part === "updated") return toChange("updated", toTime(before.updated), toTime(item.updated));
  if (part === "enclosures") return ["media files"];
  const { added, removed } = words;
  if (added + removed === 0) return ["content: markup, links, or the order of words"];
  return [`content: ${added} ${added === 1 ? "word" : "words"} added, ${removed} removed`];
}

function toChange(what: string, from: string, to: string): readonly Piece[] {
  if (from === "" || to === "")
    return [`${what}: ${to === "" ? "was" : "now"} `, { value: from || to }];
  return [`${what}: `, { value: from }, " is now ", { value: to }];
}

function toTime(date: Date | undefined): string {
  return date?.toISOString() ?? "";
}
