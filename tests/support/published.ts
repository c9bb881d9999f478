import type { PublishedFeed, PublishedItem } from "../../src/published/published-feed.ts";

/** An entry that states only what a test is about. */
export function published(stated: Partial<PublishedItem> = {}): PublishedItem {
  const id = stated.id ?? "https://example.com/a/";
  return {
    id,
    url: id,
    title: "A",
    published: new Date("2024-01-02T03:04:05Z"),
    html: "<p>Text</p>",
    enclosures: [],
    ...stated,
  };
}

/** An RSS feed of entries. */
export function feedOf(...items: readonly PublishedItem[]): PublishedFeed {
  return { format: "rss", title: "Example", items };
}

/** A whole RSS document around items. */
export function rssText(items: string, head = ""): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title>${head}${items}</channel></rss>`;
}

/** An `<item>` of that id. */
export function rssItem(id: string): string {
  return `<item><title>${id}</title><guid isPermaLink="false">${id}</guid></item>`;
}
