import type { Article } from "../model.ts";

/** Newest first; of one moment by id, so that the order never depends on the file system. */
export function byNewest(left: Article, right: Article): number {
  return compare(toTimed(left), toTimed(right));
}

/** Articles in that order. Each is asked once for its time, not each time that it is compared. */
export function toNewestFirst<Item extends Article>(articles: readonly Item[]): readonly Item[] {
  return articles
    .map(toTimed)
    .sort(compare)
    .map(({ article }) => article);
}

/**
 * As many of the newest articles, in any order. Only they are compared by more than their time: there
 * may be twenty of a hundred thousand.
 *
 * @param count Infinity for all
 */
export function newestOf<Item extends Article>(
  articles: readonly Item[],
  count: number,
): readonly Item[] {
  if (count >= articles.length) return articles;
  const times = Float64Array.from(articles, ({ published }) => published.getTime()).sort();
  const least = times[times.length - count] ?? 0;
  const candidates = articles.filter(({ published }) => published.getTime() >= least);
  return toNewestFirst(candidates).slice(0, count);
}

interface Timed<Item extends Article> {
  readonly article: Item;
  /** In milliseconds since 1970. */
  readonly time: number;
}

function toTimed<Item extends Article>(article: Item): Timed<Item> {
  return { article, time: article.published.getTime() };
}

function compare(left: Timed<Article>, right: Timed<Article>): number {
  return right.time - left.time || (left.article.id < right.article.id ? -1 : 1);
}
