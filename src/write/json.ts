import type { Author, Enclosure, Entry, EntrySetting, Envelope } from "../model.ts";
import { type Framed, frameJson, frameJsonItems } from "./feed-package.ts";
import type { Frame } from "./frame.ts";
import { unknownType } from "./media.ts";
import { standIn } from "./stand-in.ts";

/** What stands around the items of a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function composeJsonFrame(feed: Envelope): Frame {
  const text = `${JSON.stringify({ ...composeTop(feed), items: [] }, null, 2)}\n`;
  // The items are the last member.
  const end = text.lastIndexOf("]");
  return { head: text.slice(0, end), tail: text.slice(end) };
}

/** Entries as items, each on lines of its own as they stand in the list. */
export function composeJsonItems(entries: readonly Entry[], feed: EntrySetting): readonly string[] {
  return frameJsonItems(entries).map((framed) => {
    const item = JSON.stringify(composeItem(framed, feed), null, 2);
    return `    ${item.replaceAll("\n", "\n    ")}`;
  });
}

function composeTop(feed: Envelope): object {
  const { site, urls, hubs, history } = feed;
  // The items come last.
  const { items: _, ...frame } = toRecord(frameJson(feed));
  return {
    ...frame,
    version: "https://jsonfeed.org/version/1.1",
    feed_url: urls.json,
    // §Top-level: where older items are.
    next_url: history && history.kind !== "complete" ? history.previous?.json : undefined,
    icon: site.image,
    favicon: site.icon,
    language: site.language,
    authors: listOrNothing(site.authors.map(composeAuthor)),
    hubs: listOrNothing(hubs.map((url) => ({ type: "WebSub", url }))),
  };
}

function composeItem({ entry, frame: whole }: Framed<unknown>, feed: EntrySetting): object {
  const { content_html: _, ...frame } = toRecord(whole);
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
function composeContent(entry: Entry, { content }: EntrySetting): object {
  return content === "full" && entry.html !== ""
    ? { content_html: entry.html, content_text: entry.markdown }
    : { content_text: standIn(entry) };
}

function composeAuthor({ name, url, email, avatar }: Author): object {
  return { name, url: url ?? (email && `mailto:${email}`), avatar };
}

function composeAttachment({ url, type = unknownType, length, duration }: Enclosure): object {
  return { url, mime_type: type, size_in_bytes: length, duration_in_seconds: duration };
}

/** Empty lists are left out. */
function listOrNothing<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list;
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
