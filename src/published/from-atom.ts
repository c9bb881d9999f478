import { escapeText } from "entities";
import type { AtomFeed } from "feedsmith";
import { resolveAddress } from "../address.ts";
import { toLine } from "../xml-text.ts";
import { textOf } from "./html-tree.ts";
import { findNext } from "./next-page.ts";
import type { PublishedFeed, PublishedItem } from "./published-feed.ts";

type Entry = AtomFeed.Entry<Date | undefined>;
type Link = NonNullable<Entry["links"]>[number];

/** Atom (RFC 4287). */
export function fromAtom(feed: AtomFeed.Feed<Date | undefined>, address?: string): PublishedFeed {
  const base = rebase(feed.xml?.base, address) ?? hrefOf(feed.links, "self", undefined);
  return {
    format: "atom",
    title: toPlain(feed.title),
    items: (feed.entries ?? []).map((entry) => toItem(entry, rebase(entry.xml?.base, base))),
    next: findNext(feed.links, base),
  };
}

function toItem(entry: Entry, base: string | undefined): PublishedItem {
  const { id, title, published, updated, content, summary, links = [] } = entry;
  const url = hrefOf(links, "alternate", base);
  return {
    id: id ?? url ?? "",
    url,
    title: toPlain(title),
    published,
    updated,
    html: toHtml(content) ?? toHtml(summary),
    enclosures: links.flatMap(({ rel, href = "" }) => {
      return rel === "enclosure" ? (resolveAddress(href, base) ?? []) : [];
    }),
  };
}

// RFC 4287 §4.2.7.2: without `rel` it is an alternate. Of several, browsers open HTML.
function hrefOf(
  links: readonly Link[] = [],
  rel: string,
  base: string | undefined,
): string | undefined {
  const found = links.filter((link) => (link.rel ?? "alternate") === rel);
  const { href } = found.find(({ type = "text/html" }) => type.startsWith("text/html")) ?? {
    ...found[0],
  };
  return href === undefined ? undefined : resolveAddress(href, base);
}

function rebase(reference: string | undefined, base: string | undefined): string | undefined {
  return reference === undefined ? base : (resolveAddress(reference, base) ?? base);
}

type Text = Pick<AtomFeed.Content, "type" | "value">;

// RFC 4287 §3.1.1: text without a type is plain.
function toPlain(text: Text | undefined): string | undefined {
  if (text?.value === undefined) return undefined;
  return toLine(isMarkup(text.type) ? textOf(text.value) : text.value);
}

function toHtml(text: Text | undefined): string | undefined {
  return text?.value === undefined || isMarkup(text.type) ? text?.value : escapeText(text.value);
}

function isMarkup(type = "text"): boolean {
  return /^(?:html|xhtml|text\/html|application\/xhtml\+xml)$/.test(type);
}
