import type { Element } from "xast";
import { startOfCharacter } from "../characters.ts";
import type { Author, Enclosure, Entry, EntrySetting, Envelope } from "../model.ts";
import { toAtomId } from "./atom-id.ts";
import { type Framed, frameAtom, frameAtomEntries } from "./feed-package.ts";
import { entryMarker, type Frame, splitAtEntries } from "./frame.ts";
import { generator } from "./generator.ts";
import { historyElement, historyLinks, historyNamespace } from "./history.ts";
import { imageElement, unknownType } from "./media.ts";
import { standIn } from "./stand-in.ts";
import { styleInstruction } from "./style-instruction.ts";
import {
  element,
  requireChild,
  textElement,
  withChildren,
  writeDocument,
  writeElement,
} from "./xml.ts";

/** What stands around the entries of a feed in Atom 1.0 (RFC 4287, https://www.rfc-editor.org/rfc/rfc4287). */
export function composeAtomFrame(feed: Envelope): Frame {
  return splitAtEntries(
    writeDocument(composeFeedElement(feed), styleInstruction(feed.urls.atom, feed.style)),
  );
}

function composeFeedElement(feed: Envelope): Element {
  const { site } = feed;
  const frame = frameAtom(feed);
  return {
    ...withChildren(frame, [
      element("id", {}, feed.id),
      element("title", { type: "text" }, site.title),
      site.description === undefined
        ? undefined
        : element("subtitle", { type: "text" }, site.description),
      requireChild(frame, "updated"),
      ...feedAuthors(feed).map(composeAuthor),
      link("alternate", site.url, "text/html"),
      link("self", feed.urls.atom, "application/atom+xml"),
      ...historyLinks(feed, "atom").map(({ rel, href }) => link(rel, href, "application/atom+xml")),
      historyElement(feed),
      ...feed.hubs.map((href) => element("link", { rel: "hub", href })),
      textElement("icon", site.icon),
      textElement("logo", site.image),
      site.copyright === undefined
        ? undefined
        : element("rights", { type: "text" }, site.copyright),
      element("generator", { uri: generator.url, version: generator.version }, generator.name),
      entryMarker,
    ]),
    attributes: {
      ...namespaces,
      ...historyNamespace(feed),
      ...(site.language ? { "xml:lang": site.language } : {}),
    },
  };
}

const namespaces = {
  xmlns: "http://www.w3.org/2005/Atom",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

// §4.1.1: a feed has an author unless each of its entries has; a site without one speaks for itself.
function feedAuthors({ site, lacksAuthor }: Envelope): readonly Author[] {
  if (site.authors.length > 0) return site.authors;
  return lacksAuthor ? [{ name: site.title }] : [];
}

/** Entries as Atom has them (RFC 4287 §4.1.2). */
export function composeAtomEntries(
  entries: readonly Entry[],
  feed: EntrySetting,
): readonly string[] {
  return frameAtomEntries(entries).map((framed) => composeEntry(framed, feed));
}

function composeEntry({ entry, frame }: Framed<Element>, feed: EntrySetting): string {
  const composed = withChildren(frame, [
    element("id", {}, entry.atomId ?? toAtomId(entry, feed.site.url)),
    element("title", { type: "text" }, titleOf(entry)),
    requireChild(frame, "updated"),
    requireChild(frame, "published"),
    link("alternate", entry.url, "text/html"),
    ...entry.authors.map(composeAuthor),
    ...entry.tags.map((tag) => element("category", { term: tag, label: tag })),
    ...entry.enclosures.map(composeEnclosure),
    entry.externalUrl === undefined
      ? undefined
      : element("link", { rel: "related", href: entry.externalUrl }),
    entry.comments === undefined ? undefined : link("replies", entry.comments, "text/html"),
    ...composeTexts(entry, feed),
    imageElement(entry.image),
  ]);
  const differs = entry.language !== undefined && entry.language !== feed.site.language;
  const attributes = differs ? { "xml:lang": entry.language ?? "" } : {};
  return writeElement({ ...composed, attributes }, 1);
}

// §4.1.2: an entry without content should have a summary.
function composeTexts(entry: Entry, { content }: EntrySetting): readonly (Element | undefined)[] {
  const isFull = content === "full" && entry.html !== "";
  const summary = isFull ? entry.summary : standIn(entry);
  return [
    summary === undefined ? undefined : element("summary", { type: "text" }, summary),
    isFull ? element("content", { type: "html" }, entry.html) : undefined,
  ];
}

/** §4.2.14 requires a title: where there is none, the summary's first words. */
function titleOf({ title, summary, url }: Entry): string {
  if (title !== undefined || summary === undefined) return title ?? url;
  const words = summary.split(" ").slice(0, mostTitleWords).join(" ");
  const first = words.slice(0, startOfCharacter(words, mostTitleLength));
  return first === summary ? first : `${first.replace(/…$/, "")}…`;
}

const mostTitleWords = 8;
const mostTitleLength = 80;

function composeAuthor({ name, url, email }: Author): Element {
  return withChildren(element("author", {}), [
    element("name", {}, name),
    textElement("uri", url),
    textElement("email", email),
  ]);
}

function composeEnclosure({ url, type = unknownType, length }: Enclosure): Element {
  return element("link", { rel: "enclosure", href: url, type, length });
}

function link(rel: string, href: string, type: string): Element {
  return element("link", { rel, type, href });
}
