import { join, relative } from "node:path";
import { UsageError } from "../../config/errors.ts";
import { compareFeeds } from "../../diff/compare-feeds.ts";
import { parseFeed } from "../../published/parse-feed.ts";
import type { PublishedFeed } from "../../published/published-feed.ts";
import { readFeed } from "../../published/read-feed.ts";
import { isFile } from "../../published/read-file.ts";
import { requireCommit } from "../../published/read-revision.ts";
import type { Io } from "../io.ts";
import { warn } from "../with-store.ts";
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
  const comparing = feeds.map(async ({ path, text, isOfGroup }) => {
    const comparison = compareFeeds(before, await parseFeed(text, path), { limit });
    return { name: `${before.name} → ${path}`, comparison, isOfGroup };
  });
  return await Promise.all(comparing);
}

/**
 * Compares each feed with the file of its name in the output folder, as a commit has it. What it does
 * not have is warned of: many sites commit no feeds.
 *
 * @throws UsageError where there is no such commit.
 */
export async function compareSince(
  since: string,
  { feeds, limit, out }: BuiltSite,
  io: Io,
): Promise<readonly NamedComparison[]> {
  await requireCommit(since, io.cwd);
  const comparisons: NamedComparison[] = [];
  const missing: string[] = [];
  for (const { path, text, isOfGroup } of feeds) {
    const place = relative(io.cwd, join(out, path)).replaceAll("\\", "/");
    const before = await readOne(`${since}:./${place}`, io).catch(toReason);
    if (typeof before === "string") missing.push(before);
    else {
      const comparison = compareFeeds(before, await parseFeed(text, path), { limit });
      comparisons.push({ name: path, comparison, isOfGroup });
    }
  }
  const [reason] = missing;
  if (reason !== undefined) warn(io, comparisons.length > 0 ? reason : `${reason}${advice}`);
  return comparisons;
}

/** Compares each feed that was built with the file of its name in the output folder, if there is one. */
export async function comparePresent(
  { feeds, limit, out }: BuiltSite,
  io: Io,
): Promise<readonly NamedComparison[]> {
  const comparisons: NamedComparison[] = [];
  for (const { path, text, isOfGroup } of feeds) {
    if (!(await isFile(path, out))) continue;
    const before = await readOne(join(out, path), io);
    const comparison = compareFeeds(before, await parseFeed(text, path), { limit });
    comparisons.push({ name: path, comparison, isOfGroup });
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
