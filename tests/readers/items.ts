import { readFileSync } from "node:fs";

/** An item of a feed.json, as far as every reader of the other formats can show it. */
export interface Item {
  readonly id: string;
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** Seconds since 1970: RSS has no smaller unit. */
  readonly published: number | undefined;
  /** Names: the item's own authors, else those of the feed. */
  readonly authors: readonly string[];
  readonly hasOwnAuthors: boolean;
  /** Where its links lead and its pictures are, in order. */
  readonly addresses: readonly string[];
}

interface JsonAuthors {
  readonly authors?: readonly { readonly name?: string }[];
}

interface JsonItem extends JsonAuthors {
  readonly id: string;
  readonly url?: string;
  readonly title?: string;
  readonly date_published?: string;
  readonly content_html?: string;
}

interface JsonFeed extends JsonAuthors {
  readonly items: readonly JsonItem[];
}

/**
 * The items of a feed.json that keeps the rules; an item without authors has those of the feed:
 * JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/#items-a-name-items-a).
 */
export function readItems(path: string): readonly Item[] {
  const feed: JsonFeed = JSON.parse(readFileSync(path, "utf8"));
  return feed.items.map((item) => ({
    id: item.id,
    url: item.url,
    title: item.title,
    published: item.date_published === undefined ? undefined : toSeconds(item.date_published),
    authors: (item.authors ?? feed.authors ?? []).flatMap(({ name }) => name ?? []),
    hasOwnAuthors: item.authors !== undefined,
    addresses: addressesIn(item.content_html ?? ""),
  }));
}

function toSeconds(date: string): number {
  return Math.floor(Date.parse(date) / 1000);
}

/** The addresses of links and pictures in HTML, in order. */
export function addressesIn(html: string): readonly string[] {
  return [...html.matchAll(/<(?:a|img)\s[^>]*?(?:href|src)="([^"]*)"/g)].map(([, address = ""]) => {
    return address.replaceAll("&amp;", "&").replaceAll("&#x26;", "&");
  });
}
