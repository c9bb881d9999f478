import type { Doubt } from "../published/pair-up.ts";
import type { PublishedItem } from "../published/published-feed.ts";
import { titleKey } from "../published/text-keys.ts";
import type { Candidate, MatchedBy } from "./matching.ts";

/**
 * Why an entry has no article.
 *
 * @param open the articles that no entry took
 */
export function explainItem(
  item: PublishedItem,
  doubt: Doubt<Candidate, MatchedBy> | undefined,
  open: readonly Candidate[],
): string {
  const choices = doubt?.candidates.filter((article) => open.includes(article)) ?? [];
  if (doubt && choices.length > 0) {
    const names = choices.map(({ source }) => `\`${source}\``).join(" or ");
    return choices.length === 1
      ? `another entry could be of ${names} too, by its ${doubt.by}`
      : `could be of ${names}, by its ${doubt.by}`;
  }
  const key = titleKey(item.title);
  const namesake = key && open.find(({ title }) => titleKey(title) === key);
  if (!namesake) return "no article has its address, its title and day, or its text";
  const day = namesake.published.toISOString().slice(0, 10);
  return `\`${namesake.source}\` has its title, but another date: ${day}`;
}

/** Why an article has no entry. */
export function explainArticle({ published }: Candidate, items: readonly PublishedItem[]): string {
  const times = items.flatMap((item) => item.published?.getTime() ?? []);
  if (times.length === 0) return nowhere;
  if (published.getTime() < times.reduce((a, b) => Math.min(a, b))) {
    return "older than every entry of the feed";
  }
  const newest = times.reduce((a, b) => Math.max(a, b));
  return published.getTime() > newest ? "newer than every entry of the feed" : nowhere;
}

const nowhere = "no entry has its address, its title and day, or its text";
