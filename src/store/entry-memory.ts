import type { Addresses } from "../markdown/context.ts";
import type { Article, FeedEntry, FormatName } from "../model.ts";
import type { ProducedEntry, Product } from "../produce/product.ts";
import { repeatMessages } from "../said-message.ts";
import { digestOfText } from "../text-digest.ts";
import type { Packs } from "./packs.ts";
import type { Shelf } from "./shelf.ts";
import { sizeOf, spanAt, toNumbers } from "./spans.ts";
import type { KeptEntry } from "./state.ts";

/** The entries of earlier runs. */
export interface EntryMemory {
  /** An entry, if all that it was made of is still the same. */
  readonly recallEntry: (article: Article, addresses: Addresses) => FeedEntry | undefined;
  /** Keeps what became of an article. */
  readonly keepEntry: (article: Article, entry: ProducedEntry, product: Product) => FeedEntry;
  /** How many entries were recalled, and how many were not. */
  readonly counts: () => { readonly hits: number; readonly misses: number };
}

interface Making {
  readonly formats: readonly FormatName[];
  /** Fingerprint of what entries depend on beside the articles; undefined where nobody can know. */
  readonly entryPrint: string | undefined;
  /** The most that is kept, in bytes. */
  readonly maxSize: number;
}

/** Makes the memory of entries; their texts lie in packs. */
export function createEntryMemory(
  { old, rows, take, set }: Shelf,
  packs: Packs,
  { formats, entryPrint, maxSize }: Making,
): EntryMemory {
  let hits = 0;
  let misses = 0;
  let kept = 0;
  return {
    recallEntry: (article, addresses) => {
      const row = rows.get(article.source) ?? old.get(article.source);
      const entry = row?.entry;
      const isThere = row && entry && packs.has(entry.pack) && leadAlike(entry, addresses);
      if (!isThere || entry.key !== keyOf(article, entryPrint)) {
        misses += 1;
        return undefined;
      }
      hits += 1;
      kept += sizeOf(entry);
      take(article.source, row);
      repeatMessages(article.file, entry.messages);
      return toFeedEntry(article, entry, { packs, formats });
    },
    keepEntry: (article, produced, { messages, links }) => {
      const { title, summary, weight, hasMarkdown, digest, texts } = produced;
      const key = keyOf(article, entryPrint);
      const size = texts.reduce((sum, { length }) => sum + length, 0);
      // The newest come first: what is beyond the size is older.
      const isKept = key !== undefined && kept + size <= maxSize;
      const entry: KeptEntry = {
        key: key ?? "",
        links: links.length > 0 ? links : none,
        messages: messages.length > 0 ? messages : none,
        // One text in memory where the article states it.
        title: title === article.title ? article.title : title,
        summary: summary === article.summary ? article.summary : summary,
        weight,
        hasMarkdown,
        digest,
        published: article.published.toISOString(),
        pack: isKept ? packs.name : packs.lentName,
        spans: toNumbers(texts.map(isKept ? packs.add : packs.lend)),
      };
      const row = rows.get(article.source) ?? { state: "", digest: "", facts: "" };
      if (isKept) {
        kept += size;
        set(article.source, { ...row, entry });
      }
      return toFeedEntry(article, entry, { packs, formats });
    },
    counts: () => ({ hits, misses }),
  };
}

function keyOf(article: Article, print: string | undefined): string | undefined {
  const { body } = article;
  if (print === undefined || typeof body === "string") return undefined;
  // All but the body has one order, whether it was read anew or kept.
  const facts = { ...article, file: undefined, body: undefined };
  return digestOfText(JSON.stringify([print, body.digest, body.offset, facts]));
}

// Other articles may have moved, come or gone since the links were made.
function leadAlike({ links }: KeptEntry, addresses: Addresses): boolean {
  return links.every(([name, address]) => (addresses.get(name) ?? null) === address);
}

function toFeedEntry(
  article: Article,
  kept: KeptEntry,
  { packs, formats }: { readonly packs: Packs; readonly formats: readonly FormatName[] },
): FeedEntry {
  const { title, summary, weight, hasMarkdown, digest, pack, spans } = kept;
  const spanOf = (format: FormatName) => {
    const index = formats.indexOf(format);
    if (index !== -1) return spanAt(spans, index);
    throw new TypeError(`Expected an entry in ${format}`);
  };
  return {
    weight,
    hasMarkdown,
    digest,
    sizeIn: (format) => spanOf(format).length,
    readText: (format) => packs.read(pack, spanOf(format)),
    ...article,
    title,
    summary,
  };
}

// Most entries have no messages, and many no links.
const none: readonly never[] = [];
