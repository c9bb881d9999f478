import { isWeb } from "../address.ts";
import { UsageError } from "../config/errors.ts";
import { decodeText } from "./decode-text.ts";
import { fetchPage } from "./fetch-page.ts";
import { type Budget, generousLimits, type Limits, openBudget } from "./limits.ts";
import type { Page } from "./page.ts";
import { parseFeed } from "./parse-feed.ts";
import type { PublishedFeed, PublishedItem } from "./published-feed.ts";
import { isFile, readFileWithin } from "./read-file.ts";
import { readRevision, toRevision } from "./read-revision.ts";

/** How a feed is read. */
export interface ReadOptions {
  /** The folder that paths are meant from, absolute. */
  readonly cwd: string;
  readonly limits?: Partial<Limits>;
}

/**
 * Reads a feed in any format: a file, an http(s) address, or `REV:path` of a git repository. Of a
 * feed on the web the pages that it names are read too, as long as they lie on the same host;
 * `next` is then the first that was not.
 *
 * @throws UsageError where there is no feed, or it is too large or too slow.
 */
export async function readFeed(place: string, options: ReadOptions): Promise<PublishedFeed> {
  const budget = openBudget({ ...generousLimits, ...options.limits });
  const first = await readPage(place, options.cwd, budget);
  return first.address === undefined ? first.feed : await followPages(first, first.address, budget);
}

interface ReadPage {
  readonly feed: PublishedFeed;
  readonly address?: string | undefined;
}

async function readPage(place: string, cwd: string, budget: Budget): Promise<ReadPage> {
  const page = await findPage(place, cwd, budget);
  return { feed: await parseFeed(decodeText(page, place), place, page.address), ...page };
}

async function findPage(place: string, cwd: string, budget: Budget): Promise<Page> {
  if (place.trim() === "") throw new UsageError("Expected a feed, not an empty name");
  if (isWeb(place)) return await fetchPage(place, budget);
  const revision = (await isFile(place, cwd)) ? undefined : toRevision(place);
  return revision
    ? await readRevision(revision, cwd, budget)
    : await readFileWithin(place, cwd, budget);
}

async function followPages(
  { feed: first }: ReadPage,
  address: string,
  budget: Budget,
): Promise<PublishedFeed> {
  const seen = new Set([address]);
  const items = [...first.items];
  let next = first.next;
  while (next !== undefined && isBeside(next, address) && !seen.has(next)) {
    if (seen.size >= budget.limits.pages) break;
    seen.add(next);
    const page: ReadPage = await readPage(next, "", budget);
    items.push(...page.feed.items);
    next = page.feed.next;
  }
  const rest = next === undefined || seen.has(next) ? undefined : next;
  return { ...first, items: firstOfEach(items), next: rest };
}

// Whoever names a feed names its host; a feed could name any.
function isBeside(next: string, address: string): boolean {
  return isWeb(next) && new URL(next).host === new URL(address).host;
}

// While pages are read a new article can push one to the next page.
function firstOfEach(items: readonly PublishedItem[]): readonly PublishedItem[] {
  const byId = new Map<string, PublishedItem>();
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()];
}
