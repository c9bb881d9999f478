import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { formats } from "../formats.ts";
import { markOf, type OfferedFeed } from "./companion.ts";
import { formatLabels } from "./format-labels.ts";

/** The tags by which a page names its feeds, to be pasted into its head: the preferred format first. */
export function composeLinkTags(feeds: readonly OfferedFeed[]): string {
  return `<!-- ${markOf(feeds)} -->\n${feeds.map((feed) => `${composeLinkTag(feed)}\n`).join("")}`;
}

/** The tag of one feed. */
export function composeLinkTag(feed: OfferedFeed): string {
  return toHtml({ type: "root", children: [...composeLinks([feed])] });
}

/** The same as elements (https://html.spec.whatwg.org/multipage/links.html#rel-alternate). */
export function composeLinks(feeds: readonly OfferedFeed[]): readonly Element[] {
  return feeds.map(({ title, url, format }) => {
    const type = formats[format].mediaType;
    return h("link", {
      rel: ["alternate"],
      type,
      title: `${title} (${formatLabels[format]})`,
      href: url,
    });
  });
}
