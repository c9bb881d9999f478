import type { Article } from "../model.ts";

/** Newest first; of one moment by id, so that the order never depends on the file system. */
export function byNewest(left: Article, right: Article): number {
  const difference = right.published.getTime() - left.published.getTime();
  return difference || (left.id < right.id ? -1 : 1);
}
