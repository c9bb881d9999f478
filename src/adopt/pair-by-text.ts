import { textOf } from "../published/html-tree.ts";
import type { PublishedItem } from "../published/published-feed.ts";
import { bareWordsOf } from "../published/words.ts";

/** An article's text, in Markdown. */
interface Text<Article> {
  readonly article: Article;
  readonly text: string;
}

interface TextPair<Article> {
  readonly item: PublishedItem;
  readonly article: Article;
  readonly by: "content";
}

/**
 * Pairs entries and articles by what they say, one to one. An entry may be the beginning of its
 * article only, so what counts is how much of the entry stands in the article: the share of its runs
 * of six words. It must be most of them, and far more than in any other article.
 */
export function pairByText<Article>(
  items: readonly PublishedItem[],
  articles: readonly Text<Article>[],
): readonly TextPair<Article>[] {
  const holders = indexRuns(articles);
  const byArticle = new Map<Article, PublishedItem[]>();
  for (const item of items) {
    const article = findHolder(runsOf(textOf(item.html ?? "")), holders);
    if (article !== undefined) byArticle.set(article, [...(byArticle.get(article) ?? []), item]);
  }
  return [...byArticle].flatMap(([article, [item, ...others]]) => {
    return item === undefined || others.length > 0 ? [] : [{ item, article, by: "content" }];
  });
}

/** Three would do for words, but not for the characters of Chinese and Japanese. */
const runLength = 6;
/** Fewer runs than these could stand anywhere. */
const fewestRuns = 8;
/** What stands in more articles than these tells nothing. */
const mostHolders = 20;
const leastShare = 0.7;
const leastLead = 0.2;
/** Characters. */
const longestText = 100_000;

function runsOf(text: string): ReadonlySet<string> {
  const words = bareWordsOf(text.slice(0, longestText));
  return new Set(
    words.slice(runLength - 1).map((_, at) => words.slice(at, at + runLength).join(" ")),
  );
}

function indexRuns<Article>(articles: readonly Text<Article>[]): ReadonlyMap<string, Article[]> {
  const holders = new Map<string, Article[]>();
  for (const { article, text } of articles) {
    for (const run of runsOf(withoutAddresses(text))) {
      const found = holders.get(run);
      if (found) found.push(article);
      else holders.set(run, [article]);
    }
  }
  return holders;
}

// Where a link leads is no word that its readers see.
function withoutAddresses(markdown: string): string {
  return markdown.replace(/\]\([^)\n]{0,2000}\)/g, "]");
}

function findHolder<Article>(
  runs: ReadonlySet<string>,
  holders: ReadonlyMap<string, readonly Article[]>,
): Article | undefined {
  const telling = [...runs].filter((run) => (holders.get(run)?.length ?? 0) <= mostHolders);
  if (telling.length < fewestRuns) return undefined;
  const counts = new Map<Article, number>();
  for (const article of telling.flatMap((run) => holders.get(run) ?? [])) {
    counts.set(article, (counts.get(article) ?? 0) + 1);
  }
  const [best, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (best === undefined) return undefined;
  const share = best[1] / telling.length;
  const lead = share - (second?.[1] ?? 0) / telling.length;
  return share >= leastShare && lead >= leastLead ? best[0] : undefined;
}
