import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { expect } from "vitest";
import type { FormatName } from "../../src/model.ts";

/** An item of a feed, as a reader that is not feedwright sees it. */
export interface SeenItem {
  readonly id: string;
  readonly link: string;
  readonly content: string;
  readonly updated?: string | undefined;
  /** RSS says whether its guid is an address. */
  readonly isPermaLink?: boolean | undefined;
}

/** The items of the three feeds in an output folder, by format. */
export type SeenFeeds = Readonly<Record<FormatName, readonly SeenItem[]>>;

/** Reads the feeds in an output folder. */
export async function readFeeds(out: string): Promise<SeenFeeds> {
  const read = (name: string) => readFile(join(out, name), "utf8");
  return {
    rss: readRss(await read("rss.xml")),
    atom: readAtom(await read("atom.xml")),
    json: readJson(await read("feed.json")),
  };
}

function readRss(text: string): readonly SeenItem[] {
  return (parseRssFeed(text).items ?? []).map(({ guid, link, content, description, atom }) => ({
    id: guid?.value ?? "",
    link: link ?? "",
    content: content?.encoded ?? description ?? "",
    updated: atom?.updated,
    isPermaLink: guid?.isPermaLink,
  }));
}

function readAtom(text: string): readonly SeenItem[] {
  return (parseAtomFeed(text).entries ?? []).map(({ id, links, content, updated }) => ({
    id: id ?? "",
    link: links?.find(({ rel }) => rel === "alternate")?.href ?? "",
    content: content?.value ?? "",
    updated,
  }));
}

function readJson(text: string): readonly SeenItem[] {
  return (parseJsonFeed(text).items ?? []).map((item) => ({
    id: item.id ?? "",
    link: item.url ?? "",
    content: item.content_html ?? "",
    updated: item.date_modified,
  }));
}

/** Tells of an item which article it is, by something that the ledger does not go by. */
type KeyOf = (item: SeenItem) => string;

/**
 * Somebody with a feed reader, which shows an item once: when it has not seen its id before. Whoever
 * reads is never to see an article twice, nor another one under an id that is known.
 */
export class Subscriber {
  readonly #keyOf: KeyOf;
  readonly #keyById = new Map<string, string>();

  constructor(keyOf: KeyOf) {
    this.#keyOf = keyOf;
  }

  /** Reads a feed, and gives the articles that were shown as new, in the order of the feed. */
  read(items: readonly SeenItem[], when: string): readonly string[] {
    expect(new Set(items.map(({ id }) => id)).size, `ids of their own ${when}`).toBe(items.length);
    const shown = items.filter(({ id }) => !this.#keyById.has(id));
    for (const item of items) {
      const key = this.#keyOf(item);
      const known = this.#keyById.get(item.id) ?? key;
      expect(known, `the article of ${item.id} ${when}`).toBe(key);
    }
    const seen = new Set(this.#keyById.values());
    const again = shown.filter((item) => seen.has(this.#keyOf(item)));
    expect(
      again.map(({ id }) => id),
      `seen a second time ${when}`,
    ).toEqual([]);
    for (const item of shown) this.#keyById.set(item.id, this.#keyOf(item));
    return shown.map(this.#keyOf);
  }
}
