import type { Element } from "xast";
import type { Site } from "../../model.ts";
import { element, textElement, withChildren, writeDocument } from "../xml.ts";
import { markOf, type OfferedFeed } from "./companion.ts";
import { formatLabels } from "./format-labels.ts";

/**
 * The list of all feeds in OPML 2.0 (http://opml.org/spec2.opml#subscriptionLists): every format of
 * the main feed, then those of each group below an outline of their own, all in one file, since not
 * every reader follows `include`.
 */
export function composeOpml(feeds: readonly OfferedFeed[], site: Site): string {
  const toOutline = (feed: OfferedFeed) => composeOutline(feed, site);
  const groups = [...new Set(feeds.flatMap(({ group }) => group ?? []))].map((name) => {
    const ofGroup = feeds.filter(({ group }) => group === name);
    return withChildren(element("outline", { text: name }), ofGroup.map(toOutline));
  });
  const head = withChildren(element("head", {}), [
    element("title", {}, site.title),
    textElement("ownerName", site.authors[0]?.name),
    element("docs", {}, "http://opml.org/spec2.opml"),
  ]);
  const main = feeds.filter(({ group }) => group === null).map(toOutline);
  const body = withChildren(element("body", {}), [...main, ...groups]);
  const opml = withChildren(element("opml", { version: "2.0" }), [
    { type: "comment", value: ` ${markOf(feeds)} ` },
    head,
    body,
  ]);
  return writeDocument(opml);
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
