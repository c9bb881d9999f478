import type { PublishedItem } from "../published/published-feed.ts";
import type { Dropped, Removed } from "./change.ts";

/** The entries of both feeds, and how many the new one may have, where that is known. */
export interface Window {
  readonly before: readonly PublishedItem[];
  readonly after: readonly PublishedItem[];
  readonly limit: number | undefined;
}

/**
 * How an entry left: newer ones pushed it out of a feed that has no room for more, or it was
 * removed. Without a known limit a feed that is no shorter than it was counts as full.
 */
export function toDeparture(before: PublishedItem, window: Window): Dropped | Removed {
  const isFull = window.after.length >= (window.limit ?? window.before.length);
  const isPushed = isFull && isBehindAll(before, window);
  return { kind: isPushed ? "dropped" : "removed", before };
}

function isBehindAll(item: PublishedItem, { before, after }: Window): boolean {
  const { published } = item;
  const times = after.flatMap((other) => other.published?.getTime() ?? []);
  const oldest = times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));
  const time = published?.getTime() ?? oldest;
  if (time !== oldest && time !== undefined && oldest !== undefined) return time < oldest;
  // Of one moment, or without dates, the feed's order says which is the oldest.
  const ids = new Set(after.map(({ id }) => id));
  const lastKept = before.findLastIndex(({ id }) => ids.has(id));
  return lastKept < before.indexOf(item) && (lastKept !== -1 || published === undefined);
}
