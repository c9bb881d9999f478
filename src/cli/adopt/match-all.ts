import { matchFeed } from "../../adopt/match-feed.ts";
import type { Matching } from "../../adopt/matching.ts";
import { UsageError } from "../../config/errors.ts";
import type { Article, FormatName, Status } from "../../model.ts";
import { readFeed } from "../../published/read-feed.ts";
import type { Decision } from "../../select/publishable.ts";
import { bodyOf } from "../../source-file.ts";

/** An article, and what becomes of it. */
interface AdoptableArticle extends Article {
  readonly status: Status;
}

/** A published feed, matched with the articles. */
export interface AdoptedFeed extends Matching<AdoptableArticle> {
  readonly place: string;
  readonly format: FormatName;
  /** The first page that was not read. */
  readonly next: string | undefined;
}

/**
 * Reads published feeds and matches each with the articles. Articles that no feed would carry today
 * take part too: they may have stood in one.
 *
 * @throws UsageError where there is none, or one cannot be read.
 */
export async function matchAll(
  places: readonly string[],
  decisions: readonly Decision[],
  cwd: string,
): Promise<readonly AdoptedFeed[]> {
  if (places.length === 0) {
    throw new UsageError("Expected a feed to take over: `feedwright adopt FEED...`");
  }
  const articles = decisions.flatMap(({ reading: { article }, status }) => {
    return article ? [{ ...article, title: article.title ?? headingOf(article), status }] : [];
  });
  const feeds: AdoptedFeed[] = [];
  for (const place of places) {
    const { format, items, next } = await readFeed(place, { cwd });
    feeds.push({ place, format, next, ...(await matchFeed(items, articles, readBody)) });
  }
  return feeds;
}

async function readBody(article: Article): Promise<string> {
  return bodyOf(article);
}

// Nothing is rendered for the title of an article that has it in a heading.
function headingOf(article: Article): string | undefined {
  return /^#{1,6}[ \t]+(.+?)[ \t]*#*$/m.exec(bodyOf(article))?.[1];
}
