import { createHash } from "node:crypto";
import type { Addresses } from "../markdown/context.ts";
import { loadParts } from "../markdown/late-parts.ts";
import { createRender, renderLimitMs } from "../markdown/render.ts";
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
 * Renders articles and then composes their entries, all together, once in each format; the products
 * are in the order of the articles. Messages go to their files too.
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
  await loadParts(recipe.markdown);
  const render = createNotingRender(recipe);
  const { remarkPlugins, rehypePlugins } = recipe.markdown;
  const isSynchronous = remarkPlugins.length + rehypePlugins.length === 0;
  return async (articles, addresses) => {
    const together = isSynchronous
      ? startTogether(articles, (one) => render(one, addresses))
      : undefined;
    if (together) return compose(await Promise.all(together), recipe);
    const rendered: Rendered[] = [];
    for (const article of articles) rendered.push(await render(article, addresses));
    return compose(rendered, recipe);
  };
}

/** A product whose entry is yet to be composed. */
interface Rendered extends Pick<Product, "messages" | "links"> {
  readonly entry: Entry | undefined;
}

type NotingRender = (article: Article, addresses: Addresses) => Promise<Rendered>;

// All under one limit of time, since watching it costs more than many an article; where it is over,
// each has to be tried by itself to tell which it was. All of the rendering is done by the time the
// functions return.
function startTogether(
  articles: readonly Article[],
  render: (article: Article) => Promise<Rendered>,
): readonly Promise<Rendered>[] | undefined {
  const counts = articles.map(({ file }) => file.messages.length);
  try {
    return withinTime(renderLimitMs, () => articles.map(render));
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    for (const [index, { file }] of articles.entries()) file.messages.length = counts[index] ?? 0;
    return undefined;
  }
}

// Notes what the renderer says of an article and asks for.
function createNotingRender(recipe: Recipe): NotingRender {
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
    return { entry, messages: messagesSince(article.file, said), links: [...links] };
  };
}

function compose(rendered: readonly Rendered[], recipe: Recipe): readonly Product[] {
  const entries = rendered.flatMap(({ entry }) => entry ?? []);
  const inFormats = recipe.formats.map((format) => formats[format].composeEntries(entries, recipe));
  const produced = new Map(
    entries.map((entry, index) => {
      // Not `Buffer.from`, whose bytes are part of larger ones, all of which would be sent.
      const texts = inFormats.map((texts) => encoder.encode(texts[index]));
      return [entry, toProduced(entry, texts)];
    }),
  );
  return rendered.map(({ entry, ...noted }) => ({ ...noted, entry: entry && produced.get(entry) }));
}

function toProduced(entry: Entry, texts: readonly Uint8Array[]): ProducedEntry {
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
