import type { Config } from "../config/resolve.ts";
import type { Article } from "../model.ts";
import { fewestForThreads, toBatches } from "./batches.ts";
import type { Recipe } from "./create-producer.ts";
import type { Hands, Produced } from "./product.ts";

/** How much there may be to do, and for how many. */
export interface Demand {
  /** Threads that may work at once. */
  readonly jobs: number;
  /** All that there are. Where they are many, threads start while the files are still being read. */
  readonly files: number;
}

/**
 * Finds whoever does the work. What it takes is loaded only where there is something to do: where
 * nothing has changed nothing is rendered, and it takes its time.
 */
export function findHands(config: Config, { jobs, files }: Demand): Hands {
  const { site, feed, markdown, podcast } = config;
  const recipe = { site, content: feed.content, formats: feed.formats, markdown, podcast };
  const isForSeveral = jobs > 1 && canBeSent(config);
  const hire = async () => (await import("./crew.ts")).startCrew(recipe, jobs);
  let crew: Promise<Hands> | undefined = isForSeveral && files >= manyFiles ? hire() : undefined;
  return {
    produce: async function* (articles, addresses) {
      if (articles.length === 0) return;
      if (isForSeveral && articles.length >= fewestForThreads) crew ??= hire();
      if (crew) yield* (await crew).produce(articles, addresses);
      else yield* produceAlone(recipe, articles, addresses);
    },
    close: async () => await (await crew)?.close(),
  };
}

/** Fewer are read before a thread has got up to speed. */
const manyFiles = 1000;

async function* produceAlone(
  recipe: Recipe,
  articles: readonly Article[],
  addresses: ReadonlyMap<string, string>,
): AsyncGenerator<Produced> {
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

// Plugins are programs, which cannot be sent to a thread; nor can modules be loaded there that are
// not compiled.
function canBeSent({ markdown: { remarkPlugins, rehypePlugins } }: Config): boolean {
  return remarkPlugins.length + rehypePlugins.length === 0 && import.meta.url.endsWith(".js");
}
