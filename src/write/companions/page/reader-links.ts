/** A reader in the web, and the address at which it asks whether to subscribe. */
interface Reader {
  readonly name: string;
  readonly href: string;
}

/** Where common readers subscribe to a feed, each as its maker says. */
export function readersOf(feedUrl: string): readonly Reader[] {
  const feed = encodeURIComponent(feedUrl);
  return [
    { name: "Feedly", href: `https://feedly.com/i/subscription/feed%2F${feed}` },
    { name: "Inoreader", href: `https://www.inoreader.com/?add_feed=${feed}` },
    { name: "NewsBlur", href: `https://www.newsblur.com/?url=${feed}` },
    { name: "The Old Reader", href: `https://theoldreader.com/feeds/subscribe?url=${feed}` },
  ];
}

/**
 * The address by which a browser hands a feed to a program of the device
 * (https://datatracker.ietf.org/doc/html/draft-obasanjo-feed-uri-scheme-02).
 */
export function feedSchemeOf(feedUrl: string): string {
  return `feed:${feedUrl}`;
}
