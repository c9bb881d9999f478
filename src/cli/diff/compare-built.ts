import { join, relative } from "node:path";
import { UsageError } from "../../config/errors.ts";
import { compareFeeds } from "../../diff/compare-feeds.ts";
import { parseFeed } from "../../published/parse-feed.ts";
import type { PublishedFeed } from "../../published/published-feed.ts";
import { readFeed } from "../../published/read-feed.ts";
import { isFile } from "../../published/read-file.ts";
import type { Io } from "../io.ts";
import type { BuiltSite } from "./built-site.ts";
import type { NamedComparison } from "./describe-change.ts";

/** A feed and where it was found. */
export interface NamedFeed extends PublishedFeed {
  readonly name: string;
}

/** Compares a feed with each that was built. */
export async function compareBuilt(
  before: NamedFeed,
  { feeds, limit }: BuiltSite,
): Promise<readonly NamedComparison[]> {
  const comparing = feeds.map(async ({ path, text }) => {
    const comparison = compareFeeds(before, await parseFeed(text, path), { limit });
    return { name: `${before.name} → ${path}`, comparison };
  });
  return await Promise.all(comparing);
}

/**
 * Compares each feed with the file of its name in the output folder, as a commit has it.
 *
 * @throws UsageError where the commit has none of them.
 */
export async function compareSince(
  since: string,
  { feeds, limit, out }: BuiltSite,
  io: Io,
): Promise<readonly NamedComparison[]> {
  const comparisons: NamedComparison[] = [];
  const missing: string[] = [];
  for (const { path, text } of feeds) {
    const place = relative(io.cwd, join(out, path)).replaceAll("\\", "/");
    const before = await readOne(`${since}:./${place}`, io).catch(toReason);
    if (typeof before === "string") missing.push(before);
    else {
      const comparison = compareFeeds(before, await parseFeed(text, path), { limit });
      comparisons.push({ name: path, comparison });
    }
  }
  if (comparisons.length === 0) throw new UsageError(`${missing[0]}${advice}`);
  for (const reason of missing) io.stderr.write(`feedwright: warning: ${reason}\n`);
  return comparisons;
}

/** Compares each feed that was built with the file of its name in the output folder, if there is one. */
export async function comparePresent(
  { feeds, limit, out }: BuiltSite,
  io: Io,
): Promise<readonly NamedComparison[]> {
  const comparisons: NamedComparison[] = [];
  for (const { path, text } of feeds) {
    if (!(await isFile(path, out))) continue;
    const before = await readOne(join(out, path), io);
    const comparison = compareFeeds(before, await parseFeed(text, path), { limit });
    comparisons.push({ name: path, comparison });
  }
  return comparisons;
}

/** Reads a feed as its subscribers do: the named document alone. */
export async function readOne(place: string, { cwd }: Io): Promise<PublishedFeed> {
  return await readFeed(place, { cwd, limits: { pages: 1 } });
}

const advice = "; where the feeds are not committed, compare with the published one by its address";

// A format may be new.
function toReason(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  throw error;
}
