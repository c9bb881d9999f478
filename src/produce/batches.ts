import type { Article } from "../model.ts";

/** Articles that are sent to a thread, or watched, at once: either takes longer than many an article. */
const batchSize = 32;

/** Parts articles into batches, in their order. */
export function* toBatches(articles: readonly Article[]): Iterable<readonly Article[]> {
  for (let start = 0; start < articles.length; start += batchSize) {
    yield articles.slice(start, start + batchSize);
  }
}
