import type { RdfFeed, RssFeed } from "feedsmith";
import { isWeb, resolveAddress } from "../address.ts";
import { toLine } from "../xml-text.ts";
import { findNext } from "./next-page.ts";
import type { PublishedFeed, PublishedItem } from "./published-feed.ts";

type Rss = RssFeed.Feed<Date | undefined> | RdfFeed.Feed<Date | undefined>;
type Item = RssFeed.Item<Date | undefined> & Pick<RdfFeed.Item<Date | undefined>, "rdf">;

/** RSS 2.0 (https://www.rssboard.org/rss-specification) and its older relatives. */
export function fromRss(feed: Rss, address?: string): PublishedFeed {
  const base = address ?? feed.link;
  const items: readonly Item[] = feed.items ?? [];
  return {
    format: "rss",
    title: feed.title && toLine(feed.title),
    items: items.map((item) => toItem(item, base)),
    next: findNext(feed.atom?.links, base),
  };
}

function toItem(item: Item, base: string | undefined): PublishedItem {
  const { guid, title, link, description, content, rdf } = item;
  const permalink = guid?.isPermaLink === false ? undefined : guid?.value;
  const stated = link ?? (permalink && isWeb(permalink) ? permalink : undefined);
  const url = stated === undefined ? undefined : resolveAddress(stated, base);
  return {
    id: guid?.value ?? rdf?.about ?? url ?? title ?? "",
    url,
    title: title && toLine(title),
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
    html: content?.encoded ?? description,
    enclosures: (item.enclosures ?? []).flatMap(({ url: media = "" }) => {
      return resolveAddress(media, base) ?? [];
    }),
  };
}
