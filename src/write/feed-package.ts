import { Feed, type FeedOptions, type Item } from "feed";
import type { Element } from "xast";
import type { Entry, Envelope } from "../model.ts";
import { childrenOf, parseRoot, requireChild } from "./xml.ts";

// The only file that imports `feed`. The package composes each document's frame: addresses, dates,
// the order of things. It is given only what it writes right; texts, ids, people and categories,
// which it would escape wrongly, are set on the tree that it is read back into (rss.ts, atom.ts).
// A document around a single entry is most of the work, so that it composes many entries at once.

/** An entry, and what the package makes of it. */
export interface Framed<Frame> {
  readonly entry: Entry;
  readonly frame: Frame;
}

/** The `<channel>` of a feed without items, as the package composes it, in its `<rss>`. */
export function frameRss(feed: Envelope): Element {
  return parseRoot(new Feed(toOptions(feed)).rss2());
}

/** The `<feed>` of a feed without entries. */
export function frameAtom(feed: Envelope): Element {
  return parseRoot(new Feed(toOptions(feed)).atom1());
}

/** The `<item>` of each entry: link and date. */
export function frameRssItems(entries: readonly Entry[]): readonly Framed<Element>[] {
  const channel = requireChild(parseRoot(withItems(entries.map(toItem)).rss2()), "channel");
  return pair(entries, childrenOf(channel, "item"));
}

/** The `<entry>` of each entry: link and dates. */
export function frameAtomEntries(entries: readonly Entry[]): readonly Framed<Element>[] {
  const feed = parseRoot(withItems(entries.map(toItem)).atom1());
  return pair(entries, childrenOf(feed, "entry"));
}

/** A feed without items as JSON Feed 1: title, addresses, description. */
export function frameJson(feed: Envelope): unknown {
  return JSON.parse(
    new Feed({
      ...toOptions(feed),
      title: feed.site.title,
      ...(feed.site.description ? { description: feed.site.description } : {}),
      ...(feed.site.image ? { image: feed.site.image } : {}),
    }).json1(),
  );
}

/** Each entry as JSON Feed 1: id, url, title, dates, tags. */
export function frameJsonItems(entries: readonly Entry[]): readonly Framed<unknown>[] {
  const feed: { readonly items: readonly unknown[] } = JSON.parse(
    withItems(entries.map(toJsonItem)).json1(),
  );
  return pair(entries, feed.items);
}

// Without a date of its own the package would take the clock's.
const epoch = new Date(0);

const bare: FeedOptions = { title: "", id: "", copyright: "", updated: epoch, generator: false };

function toOptions({ site, urls, updated, ttl }: Envelope): FeedOptions {
  return {
    ...bare,
    id: site.url,
    link: site.url,
    updated: updated ?? epoch,
    docs: "https://www.rssboard.org/rss-specification",
    feedLinks: urls,
    ...(ttl === undefined ? {} : { ttl }),
  };
}

function withItems(items: readonly Item[]): Feed {
  const feed = new Feed(bare);
  for (const item of items) feed.addItem(item);
  return feed;
}

function pair<Frame>(
  entries: readonly Entry[],
  frames: readonly Frame[],
): readonly Framed<Frame>[] {
  return entries.map((entry, index) => {
    const frame = frames[index];
    if (frame === undefined) throw new TypeError("Expected a frame for each entry");
    return { entry, frame };
  });
}

function toJsonItem(entry: Entry): Item {
  return {
    ...toItem(entry),
    id: entry.id,
    title: entry.title ?? "",
    category: entry.tags.map((name) => ({ name })),
  };
}

function toItem(entry: Entry): Item {
  return {
    title: "",
    link: entry.url,
    date: entry.updated ?? entry.published,
    published: entry.published,
  };
}
