import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FeedFolder, feedFolders } from "../support/feed-files.ts";
import { type Item, readItems } from "./items.ts";

/** The formats that have readers besides the feed.json they are compared with. */
export type ReadFormat = "rss" | "atom";

/** What a reader shows of an entry: an empty text and `null` where it shows nothing. */
export interface Shown {
  readonly id: string;
  readonly link: string;
  readonly title: string;
  readonly published: number | null;
  readonly author: string;
  /** Where its links lead and its pictures are, footnotes' links included. */
  readonly addresses: readonly string[];
}

/** What a reader should show of an entry: values, or Vitest's asymmetric matchers. */
type Expected = { readonly [Key in keyof Shown]: unknown };

/** A program that reads feeds. */
export interface Reader {
  readonly name: string;
  /** Reads a feed; the folder is empty, and the reader's own. */
  readonly read: (feed: string, folder: string) => Promise<readonly Shown[]>;
  /** Where the reader cannot but show something else than feed.json has. */
  readonly limits: (item: Item, format: ReadFormat) => Partial<Expected>;
}

/** For values that feed.json does not determine, or that the reader makes up. */
export const anyValue: unknown = expect.toSatisfy(() => true, "any value");

/** One of several texts. */
export function oneOf(...texts: readonly string[]): unknown {
  return expect.toBeOneOf([...texts]);
}

/**
 * Tests for a reader: of each feed, all entries arrive, and of each entry the id, the link, the
 * title, the date, the authors, the links and the pictures, as the feed.json beside it has them.
 */
export function testReader(reader: Reader): void {
  describe(reader.name, () => {
    const folders = feedFolders().filter(({ rss, atom }) => rss ?? atom);

    test("there are feeds to read", () => {
      expect(folders.filter(({ json }) => json)).not.toEqual([]);
    });

    for (const folder of folders) testFolder(reader, folder);
  });
}

function testFolder(reader: Reader, { name, json, ...feeds }: FeedFolder): void {
  for (const format of ["rss", "atom"] as const) {
    const feed = feeds[format];
    if (feed === undefined) continue;
    if (json === undefined) test.skip(`${name} ${format}: no feed.json to compare with`);
    else test(`${name} ${format}`, () => compare(reader, format, feed, readItems(json)), 60_000);
  }
}

async function compare(
  reader: Reader,
  format: ReadFormat,
  feed: string,
  items: readonly Item[],
): Promise<void> {
  const shown = await readAlone(reader, feed);
  const found = items.map((item) => shown.find((entry) => shows(entry, item)));
  expect(found).toEqual(items.map((item) => expectedOf(reader, item, format)));
  expect(shown).toHaveLength(items.length);
}

async function readAlone(reader: Reader, feed: string): Promise<readonly Shown[]> {
  const folder = await mkdtemp(join(tmpdir(), "feedwright-reader-"));
  try {
    return await reader.read(feed, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** By link, since an Atom feed cannot have an id that is no IRI; by the id where there is no link. */
function shows(entry: Shown, { id, url }: Item): boolean {
  return url === undefined ? entry.id.endsWith(encodeURI(id)) : entry.link === url;
}

function expectedOf(reader: Reader, item: Item, format: ReadFormat): Expected {
  const exact = {
    id: format === "atom" ? anyValue : item.id,
    link: item.url ?? "",
    title: item.title ?? (format === "atom" ? atomNeedsTitle : ""),
    published: item.published ?? (format === "atom" ? atomNeedsDate : null),
    author: item.authors.join(", "),
    addresses: item.addresses,
  };
  const nobody = format === "atom" && item.authors.length === 0;
  return {
    ...exact,
    ...reader.limits(item, format),
    ...(nobody && { author: atomNeedsAuthor }),
  };
}

/** An Atom entry must have a title, so one without a title in feed.json has one made for it. */
const atomNeedsTitle = anyValue;

/** An Atom entry must have an author, so one is made up for it where feed.json names none. */
const atomNeedsAuthor = anyValue;

/** An Atom entry must have a date, so readers have one to show where feed.json has none. */
const atomNeedsDate = anyValue;
