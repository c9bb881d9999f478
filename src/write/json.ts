import type { Author, Enclosure, Entry, FeedDocument } from "../model.ts";
import { frameJson, frameJsonItem } from "./feed-package.ts";
import { unknownType } from "./media.ts";
import { standIn } from "./stand-in.ts";

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function composeJson(feed: FeedDocument): string {
  const document = {
    ...composeTop(feed),
    items: feed.entries.map((entry) => composeItem(entry, feed)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function composeTop(feed: FeedDocument): object {
  const { site, urls, hubs } = feed;
  // The items come last.
  const { items: _, ...frame } = toRecord(frameJson(feed));
  return {
    ...frame,
    version: "https://jsonfeed.org/version/1.1",
    feed_url: urls.json,
    icon: site.image,
    favicon: site.icon,
    language: site.language,
    authors: listOrNothing(site.authors.map(composeAuthor)),
    hubs: listOrNothing(hubs.map((url) => ({ type: "WebSub", url }))),
  };
}

function composeItem(entry: Entry, feed: FeedDocument): object {
  const [framed = {}] = toList(toRecord(frameJsonItem(entry))["items"]);
  const { content_html: _, ...frame } = toRecord(framed);
  return {
    ...frame,
    ...composeContent(entry, feed),
    external_url: entry.externalUrl,
    summary: entry.summary,
    image: entry.image,
    date_modified: entry.updated?.toISOString(),
    authors: listOrNothing(entry.authors.map(composeAuthor)),
    tags: listOrNothing(entry.tags),
    language: entry.language === feed.site.language ? undefined : entry.language,
    attachments: listOrNothing(entry.enclosures.map(composeAttachment)),
  };
}

// An item has one of the two, even if there is nothing to say.
function composeContent(entry: Entry, { content }: FeedDocument): object {
  return content === "full" && entry.html !== ""
    ? { content_html: entry.html, content_text: entry.markdown }
    : { content_text: standIn(entry) };
}

function composeAuthor({ name, url, email, avatar }: Author): object {
  return { name, url: url ?? (email && `mailto:${email}`), avatar };
}

function composeAttachment({ url, type = unknownType, length }: Enclosure): object {
  return { url, mime_type: type, size_in_bytes: length };
}

/** Empty lists are left out. */
function listOrNothing<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list;
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
