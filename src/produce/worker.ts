import Tinypool from "tinypool";
import { VFile } from "vfile";
import type { Article } from "../model.ts";
import { createProducer, type Produce } from "./create-producer.ts";
import type { Product } from "./product.ts";
import { createAddressReader, type SharedAddresses } from "./shared-addresses.ts";
import { trialArticle } from "./trial-article.ts";

/** What a thread of the crew does at a time. Its recipe it was given when it started. */
export interface Work {
  readonly articles: readonly SentArticle[];
  readonly addresses: SharedAddresses;
}

/** An article on its way to a thread: its file is known by where it lies. */
export interface SentArticle {
  readonly fields: Omit<Article, "file">;
  /** The content folder, absolute. */
  readonly cwd: string;
}

/** Produces some articles. */
export async function produceSome({ articles, addresses }: Work): Promise<readonly Product[]> {
  return await producer()(articles.map(toArticle), readAddresses(addresses));
}

/** Does for nobody what will be done for articles: what is done the first time takes long. */
export async function warmUp(): Promise<void> {
  await producer()([trialArticle()], new Map());
}

function toArticle({ fields, cwd }: SentArticle): Article {
  return { ...fields, file: new VFile({ cwd, path: fields.source }) };
}

// A recipe may name what is not installed: the work has to fail then, not the thread.
let produce: Produce | undefined;

function producer(): Produce {
  produce ??= createProducer(Tinypool.workerData);
  return produce;
}

const readAddresses = createAddressReader();
