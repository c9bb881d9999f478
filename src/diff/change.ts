import type { FormatName } from "../model.ts";
import type { PublishedItem } from "../published/published-feed.ts";

/** What subscribers of one feed see when another takes its place. */
export interface Comparison {
  /** Those that matter most come first; in each kind as in the feeds. */
  readonly changes: readonly Change[];
  /** How many entries are as they were. */
  readonly unchanged: number;
  readonly formats: { readonly old: FormatName; readonly new: FormatName };
}

/** A change that subscribers see. */
export type Change = Redelivered | Removed | Added | Edited | Moved | Dropped;

/** The name of a change. */
export type ChangeKind = Change["kind"];

/** The same article under another id: every reader shows it as new. */
export interface Redelivered {
  readonly kind: "delivered-again";
  readonly item: PublishedItem;
  readonly before: PublishedItem;
  /** How it was known again. */
  readonly by: "address" | "title" | "content";
}

/** Gone, though older ones are still there. */
export interface Removed {
  readonly kind: "removed";
  readonly before: PublishedItem;
}

/** There for the first time. */
export interface Added {
  readonly kind: "new";
  readonly item: PublishedItem;
  /** Whether it is older than all that were there: it may have come back into the window. */
  readonly isOld: boolean;
}

/** Still there, but another text. */
export interface Edited {
  readonly kind: "edited";
  readonly item: PublishedItem;
  readonly before: PublishedItem;
  readonly parts: readonly Part[];
  /** Of the content. Nothing of either where only markup or the order of words is another. */
  readonly words: WordCount;
}

/** What of an entry is another. */
export type Part = "title" | "content" | "address" | "enclosures" | "updated";

/** How many words came and went. */
export interface WordCount {
  readonly added: number;
  readonly removed: number;
}

/** Still there, with another date of publication. */
interface Moved {
  readonly kind: "moved";
  readonly item: PublishedItem;
  readonly before: PublishedItem;
  readonly from: Date;
  readonly to: Date;
}

/** Pushed out by newer ones, as it happens to every entry. */
export interface Dropped {
  readonly kind: "dropped";
  readonly before: PublishedItem;
}
