import { addMessage, quote } from "../message.ts";
import type { Article } from "../model.ts";

/**
 * Finds articles that share an address or an id: readers would show one and drop the other. Each
 * gets an error that names the other file.
 */
export function rejectDuplicates(articles: readonly Article[]): void {
  rejectShared(articles, "address", (article) => article.url);
  const others = articles.filter(({ id, url }) => id !== url);
  // An id may also be another article's address, which is that one's id.
  const ids = others.length > 0 ? articles : [];
  rejectShared(ids, "id", (article) => article.id);
}

function rejectShared(
  articles: readonly Article[],
  rule: "address" | "id",
  keyOf: (article: Article) => string,
): void {
  // All at once is many times as fast as one by one, and seldom is anything shared.
  if (new Set(articles.map(keyOf)).size === articles.length) return;
  const firstByKey = new Map<string, Article>();
  for (const article of articles) {
    const key = keyOf(article);
    const first = firstByKey.get(key);
    if (!first) firstByKey.set(key, article);
    else if (rule === "address" || first.url !== article.url) complain(rule, key, [first, article]);
  }
}

function complain(rule: string, key: string, [first, second]: readonly [Article, Article]): void {
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const) {
    addMessage(one.file, {
      severity: "error",
      rule: `duplicate-${rule}`,
      reason: `Expected an ${rule} of its own, not ${quote(key)}, which ${quote(other.source)} has too`,
      hint: `Give one of the two another ${rule === "id" ? "`id`" : "`slug` or `permalink`"}`,
      offset: 0,
    });
  }
}
