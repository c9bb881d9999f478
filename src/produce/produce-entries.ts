import type { Config } from "../config/resolve.ts";
import { addressesOf } from "../markdown/links.ts";
import type { Article, FeedEntry } from "../model.ts";
import type { FeedPlan } from "../select/choose-feeds.ts";
import { toNewestFirst } from "../select/newest.ts";
import type { Store } from "../store/store.ts";
import { toBatches } from "./batches.ts";
import type { Product } from "./product.ts";

/** By what entries are made, and by whom. */
export interface Means {
  readonly config: Config;
  readonly store: Store;
  /** Threads that may work at once. */
  readonly jobs: number;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

/** An article's entry; undefined where nothing could be made of it, as its file says. */
export type Entries = ReadonlyMap<Article, FeedEntry | undefined>;

/**
 * The entries of the articles that feeds carry: each is made once, however many feeds carry it. An
 * article of which nothing can be made gives its place to the next.
 *
 * @param all every article that links may lead to
 */
export async function produceEntries(
  feeds: readonly FeedPlan[],
  all: readonly Article[],
  means: Means,
): Promise<Entries> {
  const addresses = addressesOf(all);
  const entries = new Map<Article, FeedEntry | undefined>();
  for (;;) {
    const wanted = new Set(feeds.flatMap((feed) => carriedBy(feed, entries)));
    const missing = toNewestFirst([...wanted].filter((article) => !entries.has(article)));
    if (missing.length === 0) return entries;
    await produceMissing(missing, { addresses, entries, means });
  }
}

/** The articles that a feed carries, as far as is known. */
export function carriedBy({ articles, limit }: FeedPlan, entries: Entries): readonly Article[] {
  const carried: Article[] = [];
  for (const article of articles) {
    if (carried.length >= limit) break;
    if (!entries.has(article) || entries.get(article)) carried.push(article);
  }
  return carried;
}

interface Making {
  readonly addresses: ReadonlyMap<string, string>;
  readonly entries: Map<Article, FeedEntry | undefined>;
  readonly means: Means;
}

async function produceMissing(
  articles: readonly Article[],
  { addresses, entries, means }: Making,
): Promise<void> {
  const { store, onProgress } = means;
  for (const article of articles) entries.set(article, store.recallEntry(article, addresses));
  const unknown = articles.filter((article) => !entries.get(article));
  let done = articles.length - unknown.length;
  for await (const [article, product] of produceAll(unknown, addresses, means)) {
    if (product.entry) entries.set(article, store.keepEntry(article, product.entry, product));
    done += 1;
    onProgress?.(done, articles.length);
  }
}

type Produced = AsyncGenerator<readonly [Article, Product]>;

// What does the work is loaded here: where nothing has changed nothing is rendered, and it takes its
// time. So does a thread to start, and to get up to speed.
async function* produceAll(
  articles: readonly Article[],
  addresses: ReadonlyMap<string, string>,
  { config, jobs }: Means,
): Produced {
  if (articles.length === 0) return;
  const { site, feed, markdown, podcast } = config;
  const recipe = { site, content: feed.content, formats: feed.formats, markdown, podcast };
  if (jobs > 1 && articles.length >= fewestForThreads && canBeSent(config)) {
    const { produceInCrew } = await import("./crew.ts");
    yield* produceInCrew(articles, { recipe, addresses }, jobs);
    return;
  }
  const { createProducer } = await import("./create-producer.ts");
  const produce = await createProducer(recipe);
  for (const batch of toBatches(articles)) {
    const products = await produce(batch, addresses);
    for (const [index, article] of batch.entries()) {
      const product = products[index];
      if (product) yield [article, product];
    }
  }
}

const fewestForThreads = 300;

// Plugins are programs, which cannot be sent to a thread; nor can modules be loaded there that are
// not compiled.
function canBeSent({ markdown: { remarkPlugins, rehypePlugins } }: Config): boolean {
  return remarkPlugins.length + rehypePlugins.length === 0 && import.meta.url.endsWith(".js");
}
