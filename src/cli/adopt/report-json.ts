import type { Arguments } from "../arguments.ts";
import type { Io } from "../io.ts";
import type { AdoptedFeed } from "./match-all.ts";
import type { Adoption } from "./report.ts";

/** The whole adoption as one JSON object on stdout, for programs. */
export function reportAdoptionJson(adoption: Adoption, _: Arguments, io: Io): void {
  const { ok, isWritten, feeds, adopted, replaced, refused } = adoption;
  const report = {
    version: 1,
    ok,
    written: isWritten,
    feeds: feeds.map(toPlainFeed),
    adopted: adopted.map(({ atomId = null, ...one }) => ({ ...one, atomId })),
    replaced,
    refused,
  };
  io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

function toPlainFeed({ place, format, next, ...found }: AdoptedFeed) {
  return {
    feed: place,
    format,
    next: next ?? null,
    matched: found.matches.map(({ item, article, by }) => ({
      source: article.source,
      id: item.id,
      url: item.url ?? null,
      by,
    })),
    entries: found.items.map(({ item: { id, url, title }, reason }) => {
      return { id, url: url ?? null, title: title ?? null, reason };
    }),
    articles: found.articles.map(({ article: { source, status }, reason }) => {
      return { source, status, reason };
    }),
  };
}
