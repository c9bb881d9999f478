import type { PublishedFeed, PublishedItem } from "../published/published-feed.ts";
import type { Added, Change, ChangeKind, Comparison } from "./change.ts";
import { compareItems } from "./compare-items.ts";
import { findRedelivered } from "./redelivered.ts";
import { sameItems } from "./same-items.ts";
import { toDeparture } from "./window.ts";

/** What is known of the feeds besides their text. */
export interface CompareOptions {
  /** The most entries that the new feed may have, where that is known. */
  readonly limit?: number | undefined;
}

/**
 * Compares two feeds as their subscribers' readers do: entries are known by their ids. The order of
 * entries, and another spelling of the same HTML, are no change.
 */
export function compareFeeds(
  before: PublishedFeed,
  after: PublishedFeed,
  { limit }: CompareOptions = {},
): Comparison {
  const { same, gone, come } = sameItems(before, after);
  const survivors = same.map(({ left }) => left);
  const again = findRedelivered(gone, come, survivors);
  const known = new Set(again.flatMap((change) => [change.before, change.item]));
  const window = { before: before.items, after: after.items, limit };
  const changes: readonly Change[] = [
    ...again,
    ...gone.filter((item) => !known.has(item)).map((item) => toDeparture(item, window)),
    ...come.filter((item) => !known.has(item)).map((item) => toAdded(item, before.items)),
    ...same.flatMap(({ left, right }) => {
      return compareItems(left, right, before.format === after.format);
    }),
  ];
  const changed = new Set(
    changes.map((change) => ("item" in change ? change.item : change.before)),
  );
  return {
    changes: changes.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    unchanged: same.filter(({ right }) => !changed.has(right)).length,
    formats: { old: before.format, new: after.format },
  };
}

const order: readonly ChangeKind[] = [
  "delivered-again",
  "removed",
  "new",
  "edited",
  "moved",
  "dropped",
];

function toAdded(item: PublishedItem, before: readonly PublishedItem[]): Added {
  const { published } = item;
  const isOld =
    published !== undefined &&
    before.length > 0 &&
    before.every((other) => other.published !== undefined && other.published > published);
  return { kind: "new", item, isOld };
}
