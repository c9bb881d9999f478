import { resolveAddress } from "../address.ts";
import type { Config } from "../config/resolve.ts";
import type { Entry, FeedDocument, FormatName, OutputFile } from "../model.ts";
import { composeAtom } from "./atom.ts";
import { composeJson } from "./json.ts";
import { composeRss } from "./rss.ts";

/** What a format is: its media type, and how a feed becomes its text. */
interface Format {
  readonly mediaType: string;
  readonly compose: (feed: FeedDocument) => string;
}

/** Every format. To add one, write its function and give it a line here and in `formatNames`. */
const formats = {
  rss: { mediaType: "application/rss+xml", compose: composeRss },
  atom: { mediaType: "application/atom+xml", compose: composeAtom },
  json: { mediaType: "application/feed+json", compose: composeJson },
} as const satisfies Record<FormatName, Format>;

/** Composes the documents of one feed, one for each format asked for. */
export function composeFeed(entries: readonly Entry[], config: Config): readonly OutputFile[] {
  const { site, feed } = config;
  const urls = {
    rss: addressOf(feed.paths.rss, site.url),
    atom: addressOf(feed.paths.atom, site.url),
    json: addressOf(feed.paths.json, site.url),
  };
  const { hubs, ttl, content } = feed;
  const document = { site, entries, updated: newestChange(entries), urls, hubs, ttl, content };
  const sources = entries.map(({ source }) => source);
  return feed.formats.map((format) => ({
    path: feed.paths[format],
    format,
    url: urls[format],
    sources,
    text: formats[format].compose(document),
  }));
}

function addressOf(path: string, siteUrl: string): string {
  return resolveAddress(path.split("/").map(encodeURIComponent).join("/"), siteUrl) ?? siteUrl;
}

// The date of a feed is that of its data: a build that changes nothing must not change a byte.
function newestChange(entries: readonly Entry[]): Date | undefined {
  const times = entries.map(({ updated, published }) => (updated ?? published).getTime());
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.max(a, b)));
}
