import { Feed, type FeedOptions, type Item } from "feed";
import type { Element } from "xast";
import type { Entry, Envelope } from "../model.ts";
import { parseRoot, requireChild } from "./xml.ts";

// The only file that imports `feed`. The package composes each document's frame: addresses, dates,
// the order of things. It is given only what it writes right; texts, ids, people and categories,
// which it would escape wrongly, are set on the tree that it is read back into (rss.ts, atom.ts).

/** The `<channel>` of a feed without items, as the package composes it, in its `<rss>`. */
export function frameRss(feed: Envelope): Element {
  return parseRoot(new Feed(toOptions(feed)).rss2());
}

/** The `<feed>` of a feed without entries. */
export function frameAtom(feed: Envelope): Element {
  return parseRoot(new Feed(toOptions(feed)).atom1());
}

/** The `<item>` of an entry: link and date. */
export function frameRssItem(entry: Entry): Element {
  return requireChild(requireChild(parseRoot(withItem(entry).rss2()), "channel"), "item");
}

/** The `<entry>` of an entry: link and dates. */
export function frameAtomEntry(entry: Entry): Element {
  return requireChild(parseRoot(withItem(entry).atom1()), "entry");
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

/** An entry as JSON Feed 1: id, url, title, dates, tags. */
export function frameJsonItem(entry: Entry): unknown {
  const feed = new Feed(bare);
  feed.addItem({
    ...toItem(entry),
    id: entry.id,
    title: entry.title ?? "",
    category: entry.tags.map((name) => ({ name })),
  });
  return JSON.parse(feed.json1());
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

function withItem(entry: Entry): Feed {
  const feed = new Feed(bare);
  feed.addItem(toItem(entry));
  return feed;
}

function toItem(entry: Entry): Item {
  return {
    title: "",
    link: entry.url,
    date: entry.updated ?? entry.published,
    published: entry.published,
  };
}
