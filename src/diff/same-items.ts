import type { PublishedFeed, PublishedItem } from "../published/published-feed.ts";

/** An entry as both feeds have it. */
interface SameItem {
  readonly left: PublishedItem;
  readonly right: PublishedItem;
}

/** The entries that two feeds share, and those that only one of them has. */
export interface SameItems {
  readonly same: readonly SameItem[];
  readonly gone: readonly PublishedItem[];
  readonly come: readonly PublishedItem[];
}

/** Finds the entries that a reader takes for the same: their ids are, to the letter. */
export function sameItems(before: PublishedFeed, after: PublishedFeed): SameItems {
  const isAcross = before.format !== after.format;
  const keyOf = ({ id }: PublishedItem) => (isAcross ? withoutTag(id) : id);
  const old = new Map(before.items.toReversed().map((item) => [keyOf(item), item]));
  const current = new Map(after.items.toReversed().map((item) => [keyOf(item), item]));
  const same = [...current].flatMap(([key, right]) => {
    const left = old.get(key);
    return left ? [{ left, right }] : [];
  });
  return {
    same: same.toReversed(),
    gone: [...old].flatMap(([key, item]) => (current.has(key) ? [] : item)).toReversed(),
    come: [...current].flatMap(([key, item]) => (old.has(key) ? [] : item)).toReversed(),
  };
}

// Atom wants an IRI, so that an id that is none stands there in a `tag:` URI (RFC 4151).
function withoutTag(id: string): string {
  const specific = /^tag:[^:,]+,\d{4}[\d-]*:(.+)$/.exec(id)?.[1];
  if (specific === undefined) return id;
  try {
    return decodeURIComponent(specific);
  } catch {
    return specific;
  }
}
