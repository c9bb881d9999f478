import { addressKey, pathKey } from "../published/address-key.ts";
import { pairUp, type Round } from "../published/pair-up.ts";
import type { PublishedItem } from "../published/published-feed.ts";
import { dayKeys, titleKey } from "../published/text-keys.ts";
import type { Candidate, Match, MatchedBy, Matching } from "./matching.ts";
import { pairByText } from "./pair-by-text.ts";
import { explainArticle, explainItem } from "./reasons.ts";

/**
 * Matches the entries of a published feed with articles, one to one: by id, by address (also below
 * another host), by title and day, by what they say. Where there are two to choose from, none is
 * chosen.
 *
 * @param readBody reads an article's Markdown; asked only where all else failed
 */
export async function matchFeed<Article extends Candidate>(
  items: readonly PublishedItem[],
  articles: readonly Article[],
  readBody: (article: Article) => Promise<string>,
): Promise<Matching<Article>> {
  const named = pairUp<PublishedItem, Article, MatchedBy>(items, articles, rounds);
  const texts = named.left.length === 0 ? [] : await readAll(named.right, readBody);
  const told = pairByText(named.left, texts);
  const matches: readonly Match<Article>[] = [
    ...named.pairs.map(({ left: item, right: article, by }) => ({ item, article, by })),
    ...told,
  ];
  const found = new Set<unknown>(told.flatMap(({ item, article }) => [item, article]));
  const open = named.right.filter((article) => !found.has(article));
  return {
    matches,
    items: named.left
      .filter((item) => !found.has(item))
      .map((item) => ({ item, reason: explainItem(item, named.doubts.get(item), open) })),
    articles: open.map((article) => ({ article, reason: explainArticle(article, items) })),
  };
}

const rounds: readonly Round<PublishedItem, Candidate, MatchedBy>[] = [
  { by: "id", leftKeys: ({ id }) => [id], rightKeys: ({ id }) => [id] },
  {
    by: "address",
    leftKeys: ({ id, url = "" }) => [addressKey(url), addressKey(id)],
    rightKeys: ({ url }) => [addressKey(url)],
  },
  {
    by: "address",
    leftKeys: ({ id, url = "" }) => [pathKey(url), pathKey(id)],
    rightKeys: ({ url }) => [pathKey(url)],
  },
  roundByDay(0),
  roundByDay(1),
  {
    by: "title",
    leftKeys: ({ title, published }) => (published === undefined ? [titleKey(title)] : []),
    rightKeys: ({ title }) => [titleKey(title)],
  },
];

function roundByDay(around: number): Round<PublishedItem, Candidate, MatchedBy> {
  const keysOf = (title: string | undefined, days: readonly string[]) => {
    const key = titleKey(title);
    return key === undefined ? [] : days.map((day) => `${key}\n${day}`);
  };
  return {
    by: "title",
    leftKeys: ({ title, published }) => keysOf(title, dayKeys(published, 0)),
    rightKeys: ({ title, published }) => keysOf(title, dayKeys(published, around)),
  };
}

interface ArticleText<Article> {
  readonly article: Article;
  readonly text: string;
}

async function readAll<Article>(
  articles: readonly Article[],
  readBody: (article: Article) => Promise<string>,
): Promise<readonly ArticleText<Article>[]> {
  const texts: ArticleText<Article>[] = [];
  for (const article of articles) texts.push({ article, text: await readBody(article) });
  return texts;
}
