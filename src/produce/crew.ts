import Tinypool from "tinypool";
import { addMessage } from "../message.ts";
import type { Article } from "../model.ts";
import { repeatMessages } from "../said-message.ts";
import { fewestForThreads, toBatches } from "./batches.ts";
import type { Recipe } from "./create-producer.ts";
import type { Hands, Produced, Product } from "./product.ts";
import { type SharedAddresses, shareAddresses } from "./shared-addresses.ts";
import type { SentArticle, Work } from "./worker.ts";

/**
 * Starts threads that produce articles. The first gets up to speed at once, while this one still has
 * something else to do. One that dies takes no other article with it: the one is an error on its file.
 *
 * @param jobs threads that may work at once
 */
export function startCrew(recipe: Recipe, jobs: number): Hands {
  const pool = new Tinypool({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: 1,
    maxThreads: jobs,
    workerData: recipe,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
  // Whatever it dies of, the first article will tell.
  pool.run(undefined, { name: "warmUp" }).catch(() => undefined);
  return {
    produce: (articles, addresses) => {
      const shared = shareAddresses(addresses);
      return produceAll(articles, (some) => produceBatch(pool, some, shared), jobs);
    },
    close: async () => await pool.destroy(),
  };
}

// What an article leaves behind dies young: with Node's own 48 threads take twice the memory.
const youngMegabytes = 16;

async function* produceAll(
  articles: readonly Article[],
  produce: (articles: readonly Article[]) => Promise<readonly Produced[]>,
  jobs: number,
): AsyncGenerator<Produced> {
  // As many as keep everybody busy, and no more in memory.
  const most = articles.length < fewestForThreads ? 1 : jobs * 2;
  const waiting: Promise<readonly Produced[]>[] = [];
  for (const batch of toBatches(articles)) {
    if (waiting.length >= most) yield* (await waiting.shift()) ?? [];
    waiting.push(produce(batch));
  }
  for (const batch of waiting) yield* await batch;
}

async function produceBatch(
  pool: Tinypool,
  articles: readonly Article[],
  addresses: SharedAddresses,
): Promise<readonly Produced[]> {
  try {
    const work: Work = { articles: articles.map(toSent), addresses };
    const products: readonly Product[] = await pool.run(work, { name: "produceSome" });
    return articles.flatMap((article, index) => {
      const product = products[index];
      if (!product) return [];
      repeatMessages(article.file, product.messages);
      return [[article, product] as const];
    });
  } catch (error) {
    if (!isDeath(error)) throw error;
    const [first] = articles;
    if (articles.length === 1 && first) return [[first, toFailure(first)]];
    const ones = await Promise.all(articles.map((one) => produceBatch(pool, [one], addresses)));
    return ones.flat();
  }
}

function toSent({ file, ...fields }: Article): SentArticle {
  return { fields, cwd: file.cwd };
}

// https://nodejs.org/api/errors.html#err_worker_out_of_memory, and tinypool's own words.
function isDeath(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    code.startsWith("ERR_WORKER") || /worker (?:exited|thread|terminated)/i.test(error.message)
  );
}

function toFailure(article: Article): Product {
  addMessage(article.file, {
    severity: "error",
    rule: "markdown",
    reason: "Expected Markdown that can be rendered, not one that ends the program",
    hint: "Simplify the text, or name the file in `content.exclude`",
    point: { line: 1, column: 1 },
  });
  return { entry: undefined, messages: [], links: [] };
}
