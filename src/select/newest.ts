import type { Article } from "../model.ts";

/** Newest first; of one moment by id, so that the order never depends on the file system. */
export function byNewest(left: Article, right: Article): number {
  const difference = right.published.getTime() - left.published.getTime();
  return difference || (left.id < right.id ? -1 : 1);
}

/** Articles in that order. Each is asked once for its time, not each time that it is compared. */
export function toNewestFirst<Item extends Article>(articles: readonly Item[]): readonly Item[] {
  const timed = articles.map((article) => ({ article, time: article.published.getTime() }));
  timed.sort(
    (left, right) => right.time - left.time || (left.article.id < right.article.id ? -1 : 1),
  );
  return timed.map(({ article }) => article);
}
