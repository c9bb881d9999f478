import { escapeText } from "entities";
import type { JsonFeed } from "feedsmith";
import { resolveAddress } from "../address.ts";
import { toLine } from "../xml-text.ts";
import type { PublishedFeed, PublishedItem } from "./published-feed.ts";

/** JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function fromJson(feed: JsonFeed.Feed<Date | undefined>, address?: string): PublishedFeed {
  const base = address ?? feed.feed_url ?? feed.home_page_url;
  return {
    format: "json",
    title: feed.title && toLine(feed.title),
    items: (feed.items ?? []).map((item) => toItem(item, base)),
    next: feed.next_url === undefined ? undefined : resolveAddress(feed.next_url, base),
  };
}

function toItem(item: JsonFeed.Item<Date | undefined>, base: string | undefined): PublishedItem {
  const url = item.url === undefined ? undefined : resolveAddress(item.url, base);
  const text = item.content_text ?? item.summary;
  return {
    id: item.id ?? url ?? "",
    url,
    title: item.title && toLine(item.title),
    published: item.date_published,
    updated: item.date_modified,
    html: item.content_html ?? (text === undefined ? undefined : escapeText(text)),
    enclosures: (item.attachments ?? []).flatMap(({ url: media = "" }) => {
      return resolveAddress(media, base) ?? [];
    }),
  };
}
