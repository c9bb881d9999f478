import type pico from "picocolors";
import type { Outcome } from "../outcome.ts";
import { plural } from "./plural.ts";

type Colors = ReturnType<typeof pico.createColors>;

type Feed = Outcome["feeds"][number];

/**
 * What became of each file, a line each. Of a site with feeds of many groups their number is told,
 * by what became of them.
 *
 * @param isWhole whether every file is told, however many there are
 */
export function describeFeeds(
  { feeds, ledger }: Outcome,
  colors: Colors,
  isWhole: boolean,
): readonly string[] {
  const ofGroups = feeds.filter(({ group }) => group !== null);
  const isShort = isWhole || ofGroups.length <= mostLines;
  const shown = isShort ? feeds : feeds.filter(({ group }) => group === null);
  const lines = shown.map((feed) => describeFeed(feed, colors));
  return [
    ...lines,
    ...(isShort ? [] : countFeeds(ofGroups, colors)),
    ...(ledger && ledger.status !== "unchanged"
      ? [describeFile(ledger, colors.dim(plural(ledger.articles, "article")))]
      : []),
  ];
}

const mostLines = 24;

function describeFeed(feed: Feed, colors: Colors): string {
  const items = feed.format === null ? "" : `${plural(feed.items, "item")}, `;
  return describeFile(feed, colors.dim(`${items}${feed.bytes} bytes`));
}

function describeFile(
  { status, path }: { readonly status: string; readonly path: string },
  size: string,
): string {
  return `${status.padEnd(12)} ${path}  ${size}`;
}

function countFeeds(feeds: readonly Feed[], colors: Colors): readonly string[] {
  const counts = new Map<string, number>();
  for (const { status } of feeds) counts.set(status, (counts.get(status) ?? 0) + 1);
  const kinds = [...new Set(feeds.flatMap(({ group }) => group?.by ?? []))].join(", ");
  return [...counts].map(([status, count]) => {
    return `${status.padEnd(12)} ${plural(count, "feed")}  ${colors.dim(`by ${kinds}`)}`;
  });
}
