import Tinypool from "tinypool";
import { addMessage } from "../message.ts";
import type { Article } from "../model.ts";
import { repeatMessages } from "../said-message.ts";
import { toBatches } from "./batches.ts";
import type { Product } from "./product.ts";
import { shareAddresses } from "./shared-addresses.ts";
import type { SentArticle, WorkerData } from "./worker.ts";

/** What a crew works by. */
interface CrewWork extends Pick<WorkerData, "recipe"> {
  readonly addresses: ReadonlyMap<string, string>;
}

/**
 * Produces articles in several threads at once, and gives the products in the order of the articles.
 * A thread that dies takes no other article with it: the one is an error on its file.
 */
export async function* produceInCrew(
  articles: readonly Article[],
  { recipe, addresses }: CrewWork,
  jobs: number,
): AsyncGenerator<readonly [Article, Product]> {
  const workerData: WorkerData = { recipe, addresses: shareAddresses(addresses) };
  const pool = new Tinypool({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: jobs,
    maxThreads: jobs,
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes, maxOldGenerationSizeMb },
  });
  try {
    const waiting: Promise<readonly (readonly [Article, Product])[]>[] = [];
    for (const batch of toBatches(articles)) {
      waiting.push(produceBatch(pool, batch));
      // As many as keep everybody busy, and no more in memory.
      if (waiting.length > jobs * 2) yield* (await waiting.shift()) ?? [];
    }
    for (const batch of waiting) yield* await batch;
  } finally {
    await pool.destroy();
  }
}

// What an article leaves behind dies young: with Node's own 48 threads take twice the memory.
const youngMegabytes = 16;

// Far more than an article takes. Below two gigabytes V8 lets twice as much gather as was left the last
// time before it collects again, above four times as much.
const maxOldGenerationSizeMb = 2000;

async function produceBatch(
  pool: Tinypool,
  articles: readonly Article[],
): Promise<readonly (readonly [Article, Product])[]> {
  try {
    const products: readonly Product[] = await pool.run(articles.map(toSent), {
      name: "produceSome",
    });
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
    const ones = await Promise.all(articles.map((one) => produceBatch(pool, [one])));
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
