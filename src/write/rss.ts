import type { Element } from "xast";
import type { Author, Entry, EntrySetting, Envelope } from "../model.ts";
import { type Framed, frameRss, frameRssItems } from "./feed-package.ts";
import { entryMarker, type Frame, splitAtEntries } from "./frame.ts";
import { generator } from "./generator.ts";
import { historyElement, historyLinks, historyNamespace } from "./history.ts";
import { imageElement, unknownType } from "./media.ts";
import { composePodcast, podcastNamespaces } from "./podcast-channel.ts";
import { composeEpisode } from "./podcast-item.ts";
import { standIn } from "./stand-in.ts";
import { styleInstruction } from "./style-instruction.ts";
import {
  childOf,
  element,
  requireChild,
  textElement,
  withChildren,
  writeDocument,
  writeElement,
} from "./xml.ts";

/**
 * What stands around the items of a feed in RSS 2.0 (https://www.rssboard.org/rss-specification), by
 * the advice of the RSS Advisory Board's profile (https://www.rssboard.org/rss-profile).
 */
export function composeRssFrame(feed: Envelope): Frame {
  return splitAtEntries(
    writeDocument(composeChannel(feed), styleInstruction(feed.urls.rss, feed.style)),
  );
}

function composeChannel(feed: Envelope): Element {
  const { site } = feed;
  const frame = frameRss(feed);
  const channel = requireChild(frame, "channel");
  const children = [
    element("title", {}, site.title),
    requireChild(channel, "link"),
    element("description", {}, site.description ?? site.title),
    textElement("language", site.language),
    textElement("copyright", site.copyright),
    textElement("managingEditor", site.authors.map(toMailbox).find(Boolean)),
    // Without articles there is no date that is not the clock's.
    feed.updated && requireChild(channel, "lastBuildDate"),
    textElement("generator", `${generator.name} ${generator.version} (${generator.url})`),
    requireChild(channel, "docs"),
    childOf(channel, "ttl"),
    composeImage(feed),
    element("atom:link", { href: feed.urls.rss, rel: "self", type }),
    ...historyLinks(feed, "rss").map((one) => element("atom:link", { ...one, type })),
    historyElement(feed),
    ...feed.hubs.map((href) => element("atom:link", { href, rel: "hub" })),
    ...composePodcast(feed),
    entryMarker,
  ];
  return {
    ...frame,
    attributes: { version: "2.0", ...namespacesOf(feed), ...historyNamespace(feed) },
    children: [withChildren(channel, children)],
  };
}

const type = "application/rss+xml";

const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
  "xmlns:source": "http://source.scripting.com/",
};

// Declared only where it is used: a namespace that is new to a feed changes its every byte.
function namespacesOf(feed: Envelope): Readonly<Record<string, string>> {
  const { "xmlns:source": source, ...always } = namespaces;
  return {
    ...always,
    ...(feed.content === "full" && feed.hasMarkdown ? { "xmlns:source": source } : {}),
    ...(feed.podcast ? podcastNamespaces : {}),
  };
}

// The specification knows GIF, JPEG and PNG; title and link are those of the channel.
function composeImage({ site }: Envelope): Element | undefined {
  if (site.image === undefined || /\.svg$/i.test(new URL(site.image).pathname)) return undefined;
  return withChildren(element("image", {}), [
    element("url", {}, site.image),
    element("title", {}, site.title),
    element("link", {}, site.url),
  ]);
}

/**
 * Entries as items: the title is plain text, the summary stands before the content, and authors are
 * names in `dc:creator`, since `author` is an e-mail address.
 */
export function composeRssItems(entries: readonly Entry[], feed: EntrySetting): readonly string[] {
  return frameRssItems(entries).map((framed) => composeItem(framed, feed));
}

function composeItem({ entry, frame }: Framed<Element>, feed: EntrySetting): string {
  const item = withChildren(frame, [
    textElement("title", entry.title),
    requireChild(frame, "link"),
    element("guid", { isPermaLink: String(entry.id === entry.url) }, entry.id),
    requireChild(frame, "pubDate"),
    ...composeTexts(entry, feed),
    feed.content === "full" ? textElement("source:markdown", entry.markdown) : undefined,
    // `author` would say the same again, and W3C's validator warns of both.
    ...entry.authors.map(({ name }) => element("dc:creator", {}, name)),
    ...entry.tags.map((tag) => element("category", {}, tag)),
    composeEnclosure(entry),
    imageElement(entry.image),
    textElement("comments", entry.comments),
    entry.language === feed.site.language ? undefined : textElement("dc:language", entry.language),
    ...composeEpisode(entry, feed),
  ]);
  return writeElement(item, 2);
}

// The summary comes first; where there is none, the whole text takes its place. An item has a title
// or a description (https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt).
function composeTexts(entry: Entry, { content }: EntrySetting): readonly (Element | undefined)[] {
  const html = content === "full" ? entry.html : "";
  if (entry.summary === undefined && html !== "") return [element("description", {}, html)];
  return [
    element("description", {}, escapeHtml(standIn(entry))),
    textElement("content:encoded", html),
  ];
}

/** RSS descriptions are HTML: plain text is escaped, so that `Vec<T>` is no tag. */
function escapeHtml(text: string): string {
  return text.replace(/[&<]/g, (character) => (character === "&" ? "&amp;" : "&lt;"));
}

// `mail (Name)`: RSS has no other place for a person with an address. The name is a comment, whose
// brackets would have to pair (RFC 5322 §3.2.2), and commas part mailboxes for some readers.
function toMailbox({ name, email }: Author): string | undefined {
  return email === undefined ? undefined : `${email} (${name.replace(/[(),\\]/g, "")})`;
}

// At most one, by the profile; a length that is not known is 0.
function composeEnclosure({ enclosures: [first] }: Entry): Element | undefined {
  if (!first) return undefined;
  const { url, length = 0, type = unknownType } = first;
  return element("enclosure", { url, length, type });
}
