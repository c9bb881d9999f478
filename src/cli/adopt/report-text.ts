import { ledgerName } from "../../ledger/ledger-name.ts";
import type { Arguments } from "../arguments.ts";
import type { Io } from "../io.ts";
import { alignRows, type Cell } from "../reporters/align-rows.ts";
import { toLine } from "../reporters/text.ts";
import type { AdoptedFeed } from "./match-all.ts";
import { type Adoption, countWays } from "./report.ts";

/**
 * The adoption for people: on stdout a row for each match, on stderr what has no partner and why,
 * and the counts.
 */
export function reportAdoptionText(adoption: Adoption, { switches }: Arguments, io: Io): void {
  const isQuiet = switches.has("quiet");
  if (!isQuiet) for (const row of toTable(adoption, io)) io.stdout.write(`${row}\n`);
  const lines = [
    ...adoption.feeds.flatMap((feed) => describeFeed(feed, switches.has("verbose"))),
    ...adoption.replaced.map(({ source, from, to }) => {
      return `warning: \`${toLine(source)}\` had the id \`${toLine(from)}\`, and has \`${toLine(to)}\` now`;
    }),
    ...adoption.refused.map(({ source, id, holder }) => {
      return `warning: \`${toLine(source)}\` cannot have the id \`${toLine(id)}\`, which is that of \`${toLine(holder)}\``;
    }),
    ...(isQuiet ? [] : [conclude(adoption)]),
  ];
  for (const line of lines) io.stderr.write(`feedwright: ${line}\n`);
}

function toTable({ feeds }: Adoption, { stdout }: Io): readonly string[] {
  const rows = feeds.flatMap(({ matches }) =>
    matches.map(({ item, article, by }): readonly Cell[] => [
      { text: by, cut: "never" },
      { text: toLine(article.source), cut: "start" },
      { text: toLine(item.id), cut: "start" },
    ]),
  );
  const most = stdout.isTTY === true ? stdout.columns : undefined;
  return alignRows(rows, most).map((cells) => cells.join("  ").trimEnd());
}

function describeFeed(feed: AdoptedFeed, isVerbose: boolean): readonly string[] {
  const { place, next, items, articles, matches } = feed;
  const ways = countWays(feed).map(([by, count]) => `${count} by ${by}`);
  const open = articles.filter(({ article }) => article.status === "published");
  return [
    `${place}: ${matches.length} of ${matches.length + items.length} entries matched${ways.length > 0 ? `: ${ways.join(", ")}` : ""}`,
    ...items.map(({ item, reason }) => {
      return `warning: entry \`${toLine(item.id)}\` (${toLine(item.title ?? "no title")}) has no article: ${toLine(reason)}`;
    }),
    ...(isVerbose
      ? open.map(({ article, reason }) => `\`${toLine(article.source)}\` has no entry: ${reason}`)
      : countReasons(open)),
    ...(next === undefined
      ? []
      : [`warning: more entries stand on a page that was not read; name it too: ${toLine(next)}`]),
  ];
}

function countReasons(articles: readonly { readonly reason: string }[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { reason } of articles) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => {
    return `${count} published ${count === 1 ? "article has" : "articles have"} no entry: ${reason}`;
  });
}

function conclude({ adopted, refused, isWritten }: Adoption): string {
  const count = adopted.length - refused.length;
  const ids = `the ids of ${count} ${count === 1 ? "article" : "articles"}`;
  return isWritten ? `${ledgerName} has ${ids}` : `nothing was written; ${ids} would be taken over`;
}
