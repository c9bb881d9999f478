import type { Change, ChangeKind, Comparison } from "../../diff/change.ts";
import type { PublishedItem } from "../../published/published-feed.ts";
import { groupChanges, type NamedComparison } from "./describe-change.ts";

/** What subscribers see, for programs: one object with a comparison for each feed. */
export function toDiffJson(comparisons: readonly NamedComparison[]): string {
  return `${JSON.stringify({ version: 1, feeds: toPlainComparisons(comparisons) }, null, 2)}\n`;
}

/** Comparisons as plain data. */
export function toPlainComparisons(comparisons: readonly NamedComparison[]): readonly object[] {
  return comparisons.map(({ name, comparison }) => ({
    name,
    formats: comparison.formats,
    counts: countKinds(comparison),
    changes: comparison.changes.map(toPlainChange),
  }));
}

function countKinds(comparison: Comparison): Readonly<Record<ChangeKind | "unchanged", number>> {
  const groups = groupChanges(comparison);
  const countOf = (kind: ChangeKind) => groups.get(kind)?.length ?? 0;
  return {
    "delivered-again": countOf("delivered-again"),
    removed: countOf("removed"),
    new: countOf("new"),
    edited: countOf("edited"),
    moved: countOf("moved"),
    dropped: countOf("dropped"),
    unchanged: comparison.unchanged,
  };
}

function toPlainChange(change: Change) {
  const before = "before" in change ? toPlainItem(change.before) : null;
  const item = "item" in change ? toPlainItem(change.item) : null;
  const { kind } = change;
  if (change.kind === "edited") {
    return { kind, before, item, parts: change.parts, words: change.words };
  }
  if (change.kind === "delivered-again") return { kind, before, item, by: change.by };
  return change.kind === "new"
    ? { kind, before, item, isOld: change.isOld }
    : { kind, before, item };
}

function toPlainItem({ id, url, title, published, updated }: PublishedItem) {
  return {
    id,
    url: url ?? null,
    title: title ?? null,
    published: published?.toISOString() ?? null,
    updated: updated?.toISOString() ?? null,
  };
}
