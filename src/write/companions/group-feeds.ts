import { posix } from "node:path";
import type { OfferedFeed } from "./companion.ts";

/** The formats of each feed together, in the order of the first. */
export function groupFeeds(feeds: readonly OfferedFeed[]): readonly (readonly OfferedFeed[])[] {
  const byFeed = new Map<string, OfferedFeed[]>();
  for (const feed of feeds) {
    // Feeds of groups may share a title, but no folder.
    const place = feed.group === null ? feed.title : posix.dirname(feed.path);
    const key = JSON.stringify([feed.group, place]);
    const known = byFeed.get(key);
    if (known) known.push(feed);
    else byFeed.set(key, [feed]);
  }
  return [...byFeed.values()];
}
