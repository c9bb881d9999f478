import { Temporal } from "temporal-polyfill";
import type { FeedEntry, OutputFile, Site } from "../../model.ts";
import type { LatestArticle, OfferedFeed } from "./companion.ts";

/** The feeds of a site as they are offered to people: nobody subscribes to an archive, which is closed. */
export function offerFeeds(
  outputs: readonly Pick<OutputFile, "path" | "format" | "url" | "title" | "language" | "group">[],
): readonly OfferedFeed[] {
  return outputs
    .filter(({ group }) => group?.by !== "archive")
    .map(({ path, format, url, title, language, group }) => {
      return { title, url, format, path, language, group: group?.by ?? null };
    });
}

/** The articles of a feed as they are shown to people. */
export function offerArticles(entries: readonly FeedEntry[], site: Site): readonly LatestArticle[] {
  return entries.slice(0, mostArticles).map(({ title, summary, url, published, language }) => ({
    title: title ?? summary ?? url,
    url,
    date: toDay(published, site.timezone),
    summary: title === undefined ? undefined : summary,
    language: language === site.language ? undefined : language,
  }));
}

// More than any page shows.
const mostArticles = 50;

function toDay(date: Date, timezone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime());
  return instant.toZonedDateTimeISO(timezone).toPlainDate().toString();
}
