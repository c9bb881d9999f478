import type { Element } from "xast";
import type { Site } from "../../model.ts";
import { element, textElement, withChildren, writeDocument } from "../xml.ts";
import { markOf, type OfferedFeed } from "./companion.ts";
import { formatLabels } from "./format-labels.ts";

/**
 * The list of all feeds in OPML 2.0 (http://opml.org/spec2.opml#subscriptionLists): every format of
 * the main feed, then those of each kind of group below an outline of their own, all in one file,
 * since hardly a reader follows `include`.
 */
export function composeOpml(feeds: readonly OfferedFeed[], site: Site): string {
  const groups = [...new Set(feeds.flatMap(({ group }) => group ?? []))].map((name) => {
    return withChildren(element("outline", { text: name }), toOutlines(feeds, name, site));
  });
  return writeList(site.title, [...toOutlines(feeds, null, site), ...groups], { feeds, site });
}

/** A list that another one includes: of the feeds of a kind of group. */
export interface Inclusion {
  /** As in `tag`. */
  readonly by: string;
  /** Absolute. */
  readonly url: string;
}

/**
 * The list that has the main feed, and includes the lists of the groups
 * (http://opml.org/spec2.opml#inclusion). It stands beside the whole list, not in its place: newsboat
 * 2.21, for one, takes the address of an included list for a feed's.
 */
export function composeIncludingOpml(
  feeds: readonly OfferedFeed[],
  lists: readonly Inclusion[],
  site: Site,
): string {
  const inclusions = lists.map(({ by, url }) => {
    return element("outline", { type: "include", text: by, url });
  });
  return writeList(site.title, [...toOutlines(feeds, null, site), ...inclusions], { feeds, site });
}

/** The list of the feeds of one kind of group alone. */
export function composeIncludedOpml(feeds: readonly OfferedFeed[], by: string, site: Site): string {
  return writeList(`${site.title} (${by})`, toOutlines(feeds, by, site), { feeds, site });
}

interface Around {
  /** All of the site. */
  readonly feeds: readonly OfferedFeed[];
  readonly site: Site;
}

function writeList(title: string, outlines: readonly Element[], { feeds, site }: Around): string {
  const head = withChildren(element("head", {}), [
    element("title", {}, title),
    textElement("ownerName", site.authors[0]?.name),
    element("docs", {}, "http://opml.org/spec2.opml"),
  ]);
  const opml = withChildren(element("opml", { version: "2.0" }), [
    { type: "comment", value: ` ${markOf(feeds)} ` },
    head,
    withChildren(element("body", {}), outlines),
  ]);
  return writeDocument(opml);
}

function toOutlines(
  feeds: readonly OfferedFeed[],
  by: string | null,
  site: Site,
): readonly Element[] {
  return feeds.filter(({ group }) => group === by).map((feed) => composeOutline(feed, site));
}

function composeOutline({ title, url, format, language, group }: OfferedFeed, site: Site): Element {
  const text = `${title} (${formatLabels[format]})`;
  return element("outline", {
    // For every format of feeds, by the specification.
    type: "rss",
    text,
    title: text,
    xmlUrl: url,
    htmlUrl: site.url,
    description: site.description,
    language,
    // RSS's are known by number; a name of another format says nothing to those who know none.
    version: format === "rss" ? "RSS2" : undefined,
    category: group === null ? undefined : `/${group}`,
  });
}
