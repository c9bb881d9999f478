import Tinypool from "tinypool";
import { VFile } from "vfile";
import type { Article } from "../model.ts";
import { createProducer, type Recipe } from "./create-producer.ts";
import type { Product } from "./product.ts";
import { openAddresses, type SharedAddresses } from "./shared-addresses.ts";

/** What a worker is given when it starts. */
export interface WorkerData {
  readonly recipe: Recipe;
  readonly addresses: SharedAddresses;
}

/** An article on its way to a worker: its file is known by where it lies. */
export interface SentArticle {
  readonly fields: Omit<Article, "file">;
  /** The content folder, absolute. */
  readonly cwd: string;
}

/** What a worker of the crew does: some articles at a time. */
export async function produceSome(articles: readonly SentArticle[]): Promise<readonly Product[]> {
  return await produce(articles.map(toArticle), addresses);
}

function toArticle({ fields, cwd }: SentArticle): Article {
  // The file first: what follows a spread would give every article a shape of its own.
  return { file: new VFile({ cwd, path: fields.source }), ...fields };
}

const { recipe, addresses: shared }: WorkerData = Tinypool.workerData;
const addresses = openAddresses(shared);
const produce = await createProducer(recipe);
