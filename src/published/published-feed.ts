import type { FormatName } from "../model.ts";

/** An entry of a feed that somebody publishes, whatever its format. Addresses are absolute. */
export interface PublishedItem {
  /** By which readers know it: `guid`, `atom:id`, `id`; its address where it has none. */
  readonly id: string;
  readonly url?: string | undefined;
  /** Plain text on one line. */
  readonly title?: string | undefined;
  readonly published?: Date | undefined;
  readonly updated?: Date | undefined;
  /** The content, or the summary where there is nothing more. */
  readonly html?: string | undefined;
  /** Addresses of media files. */
  readonly enclosures: readonly string[];
}

/** A feed that somebody publishes. RSS 0.9x, 1.0 and 2.0 are all `rss`. */
export interface PublishedFeed {
  readonly format: FormatName;
  readonly title?: string | undefined;
  /** In the order of the feed. */
  readonly items: readonly PublishedItem[];
  /** Where it goes on: RFC 5005 §3 `next`, §4 `prev-archive`, JSON Feed 1.1 `next_url`. */
  readonly next?: string | undefined;
}
