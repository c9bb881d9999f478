import type { Config } from "../config/resolve.ts";
import { addressesOf } from "../markdown/links.ts";
import type { Article, FeedEntry } from "../model.ts";
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

/**
 * The entries of the newest articles, as many as a feed carries. An article of which nothing can be
 * made gives its place to the next; its file says why.
 *
 * @param articles newest first
 */
export async function produceNewest(
  articles: readonly Article[],
  means: Means,
): Promise<readonly FeedEntry[]> {
  const { store, config } = means;
  const { limit } = config.feed;
  const addresses = addressesOf(articles);
  const entries: FeedEntry[] = [];
  for (let next = 0; entries.length < limit && next < articles.length; ) {
    const batch = articles.slice(next, next + limit - entries.length);
    next += batch.length;
    const known = new Map<Article, FeedEntry | undefined>();
    for (const article of batch) known.set(article, store.recallEntry(article, addresses));
    const missing = batch.filter((article) => !known.get(article));
    let done = entries.length + batch.length - missing.length;
    for await (const [article, product] of produceAll(missing, addresses, means)) {
      if (product.entry) known.set(article, store.keepEntry(article, product.entry, product));
      done += 1;
      means.onProgress?.(done, entries.length + batch.length);
    }
    for (const entry of known.values()) if (entry) entries.push(entry);
  }
  return entries;
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
  const { site, feed, markdown } = config;
  const recipe = { site, content: feed.content, formats: feed.formats, markdown };
  if (jobs > 1 && articles.length >= fewestForThreads && canBeSent(config)) {
    const { produceInCrew } = await import("./crew.ts");
    yield* produceInCrew(articles, { recipe, addresses }, jobs);
    return;
  }
  const { createProducer } = await import("./create-producer.ts");
  const produce = createProducer(recipe);
  for (const batch of toBatches(articles)) {
    const products = await produce(batch, addresses);
    for (const [index, article] of batch.entries()) {
      const product = products[index];
      if (product) yield [article, product];
    }
  }
}

const fewestForThreads = 100;

// Plugins are programs, which cannot be sent to a thread; nor can modules be loaded there that are
// not compiled.
function canBeSent({ markdown: { remarkPlugins, rehypePlugins } }: Config): boolean {
  return remarkPlugins.length + rehypePlugins.length === 0 && import.meta.url.endsWith(".js");
}
