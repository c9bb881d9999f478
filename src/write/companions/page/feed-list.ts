import type { Element } from "hast";
import { h } from "hastscript";
import type { OfferedFeed } from "../companion.ts";
import { formatLabels } from "../format-labels.ts";
import { groupFeeds } from "../group-feeds.ts";
import { copyScript } from "./copy-script.ts";
import type { PageInput } from "./page-input.ts";
import { takeWithin } from "./within.ts";

/** The feeds with their addresses: the main ones to be copied, those of groups as links. */
export function composeFeedList(input: PageInput): readonly Element[] {
  const { feeds, texts, listUrl } = input;
  const main = groupFeeds(feeds.filter(({ group }) => group === null));
  const others = groupFeeds(feeds.filter(({ group }) => group !== null));
  const list = others.map(composeGroup);
  const shown = takeWithin(list, groupBytes);
  return [
    h("p", { dir: "auto" }, texts.howTo),
    ...main.flatMap((one) => composeFeed(one, main.length > 1, input)),
    h("p", { id: "copied", className: ["quiet"], role: "status" }),
    h("p", { className: ["quiet"], dir: "auto" }, texts.noLinks),
    ...(shown.length > 0
      ? [h("h3", { dir: "auto" }, texts.moreFeeds), h("ul", { className: ["groups"] }, ...shown)]
      : []),
    ...(listUrl === undefined
      ? []
      : [h("p", { dir: "auto" }, h("a", { href: listUrl }, texts.allFeeds))]),
    h("script", { type: "text/javascript" }, copyScript),
  ];
}

// Of 30 KB in all, the rest is in the OPML.
const groupBytes = 8_000;

function composeFeed(
  feeds: readonly OfferedFeed[],
  isOneOfSeveral: boolean,
  input: PageInput,
): readonly Element[] {
  const [first] = feeds;
  const items = feeds.map((feed) => composeItem(feed, input));
  return [
    ...(isOneOfSeveral ? [h("h3", { dir: "auto" }, first?.title ?? "")] : []),
    h("ul", { className: ["feeds"] }, items),
  ];
}

function composeItem({ url, format, title }: OfferedFeed, { texts }: PageInput): Element {
  const label = formatLabels[format];
  return h("li", [
    h("a", { href: url }, label),
    " ",
    h("code", { dir: "ltr" }, ...breakAfterSlashes(url)),
    " ",
    h(
      "button",
      {
        type: "button",
        hidden: true,
        dataCopy: "",
        dataCopied: texts.copied,
        ariaLabel: `${texts.copy}: ${title} (${label})`,
      },
      texts.copy,
    ),
  ]);
}

// Else Chromium breaks a long address within a word. A copy of the text is without the breaks.
function breakAfterSlashes(url: string): readonly (Element | string)[] {
  const parts = url.split(/(?<=\/)(?=[^/])/);
  return parts.flatMap((part, index) => (index === 0 ? [part] : [h("wbr"), part]));
}

function composeGroup(feeds: readonly OfferedFeed[]): Element {
  const links = feeds.flatMap(({ url, format }, index) => [
    index === 0 ? ": " : " · ",
    h("a", { href: url }, formatLabels[format]),
  ]);
  return h("li", [h("bdi", feeds[0]?.title ?? ""), ...links]);
}
