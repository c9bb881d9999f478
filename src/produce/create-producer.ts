import { createHash } from "node:crypto";
import type { Addresses } from "../markdown/context.ts";
import { loadMath } from "../markdown/math.ts";
import { createRender, mayHaveMath, renderLimitMs } from "../markdown/render.ts";
import type { MarkdownSettings } from "../markdown/settings.ts";
import { TimeLimitError, withinTime } from "../markdown/time-limit.ts";
import type { Article, Entry, EntrySetting, FormatName } from "../model.ts";
import { messagesSince } from "../said-message.ts";
import { formats } from "../write/formats.ts";
import type { ProducedEntry, Product } from "./product.ts";

/** What entries are made by. */
export interface Recipe extends EntrySetting {
  readonly markdown: MarkdownSettings;
  readonly formats: readonly FormatName[];
}

/**
 * Renders articles and composes their entries once in each format; the products are in the order of
 * the articles. Messages go to their files too.
 */
export type Produce = (
  articles: readonly Article[],
  addresses: Addresses,
) => Promise<readonly Product[]>;

/**
 * Makes the producer of a run.
 *
 * @throws UsageError where the parser is not installed.
 */
export async function createProducer(recipe: Recipe): Promise<Produce> {
  // Whoever renders together cannot wait for it.
  if (mayHaveMath(recipe.markdown)) await loadMath();
  const produce = createProducerOfOne(recipe);
  const { remarkPlugins, rehypePlugins } = recipe.markdown;
  const isSynchronous = remarkPlugins.length + rehypePlugins.length === 0;
  return async (articles, addresses) => {
    const together = isSynchronous
      ? startTogether(articles, (one) => produce(one, addresses))
      : undefined;
    if (together) return await Promise.all(together);
    const products: Product[] = [];
    for (const article of articles) products.push(await produce(article, addresses));
    return products;
  };
}

type ProduceOne = (article: Article, addresses: Addresses) => Promise<Product>;

// All under one limit of time, since watching it costs more than many an article; where it is over,
// each has to be tried by itself to tell which it was. All of the rendering is done by the time the
// functions return.
function startTogether(
  articles: readonly Article[],
  produce: (article: Article) => Promise<Product>,
): readonly Promise<Product>[] | undefined {
  const counts = articles.map(({ file }) => file.messages.length);
  try {
    return withinTime(renderLimitMs, () => articles.map(produce));
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    for (const [index, { file }] of articles.entries()) file.messages.length = counts[index] ?? 0;
    return undefined;
  }
}

function createProducerOfOne(recipe: Recipe): ProduceOne {
  const render = createRender(recipe.site, recipe.markdown);
  return async (article, addresses) => {
    const said = article.file.messages.length;
    const links = new Map<string, string | null>();
    const noting: Addresses = {
      get: (name) => {
        const address = addresses.get(name);
        links.set(name, address ?? null);
        return address;
      },
    };
    const entry = await render(article, noting);
    return {
      entry: entry && compose(entry, recipe),
      messages: messagesSince(article.file, said),
      links: [...links],
    };
  };
}

function compose(entry: Entry, recipe: Recipe): ProducedEntry {
  const texts = recipe.formats.map((format) => {
    // Not `Buffer.from`, whose bytes are part of larger ones, all of which would be sent.
    return encoder.encode(formats[format].composeEntry(entry, recipe));
  });
  const digest = createHash("sha256");
  for (const text of texts) digest.update(text);
  const { title, summary, html, markdown = "" } = entry;
  return {
    title,
    summary,
    weight: Buffer.byteLength(html) + Buffer.byteLength(markdown),
    hasMarkdown: entry.markdown !== undefined,
    digest: digest.digest("base64url"),
    texts,
  };
}

const encoder = new TextEncoder();
