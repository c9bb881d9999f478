import { isWeb } from "../../address.ts";
import { UsageError } from "../../config/errors.ts";
import { compareFeeds } from "../../diff/compare-feeds.ts";
import { isFile } from "../../published/read-file.ts";
import type { Arguments } from "../arguments.ts";
import type { Io } from "../io.ts";
import { settle } from "../settings.ts";
import { type BuiltSite, buildSite } from "./built-site.ts";
import { compareBuilt, compareSince, readOne } from "./compare-built.ts";
import type { NamedComparison } from "./describe-change.ts";

/**
 * Compares the feeds that a command line names; what it does not name is built, or stands in the
 * output folder of that revision.
 *
 * @returns undefined where feeds have to be built, and an article is invalid.
 * @throws UsageError
 */
export async function compareAll(
  args: Arguments,
  io: Io,
): Promise<readonly NamedComparison[] | undefined> {
  const { since } = args.values;
  const [first, second] = args.operands;
  const old = await toOld(first, since, io);
  if (old === undefined && since === undefined) {
    throw new UsageError(
      "Expected a feed to compare with: `feedwright diff OLD [NEW]`, or `--since REV`",
    );
  }
  if (old !== undefined && second !== undefined) return [await compareNamed(old, second, io)];
  const before = old === undefined ? undefined : await readOne(old, io);
  const built = await buildSite(await settle(args, io), io, before?.format);
  if (built === undefined) return undefined;
  if (before !== undefined) return await compareBuilt({ ...before, name: old ?? "" }, built);
  const comparisons = await compareSince(since ?? "", built, io);
  if (comparisons.length > 0) return comparisons;
  throw new UsageError(`Expected feeds to compare with, but \`${since}\` has none of them`);
}

/**
 * Compares the feeds that were built with those of a revision, a file or an address.
 *
 * @throws UsageError
 */
export async function compareWith(
  since: string,
  built: BuiltSite,
  io: Io,
): Promise<readonly NamedComparison[]> {
  if (!isWeb(since) && !(await isFile(since, io.cwd))) return await compareSince(since, built, io);
  const before = await readOne(since, io);
  const alike = built.feeds.filter(({ format }) => format === before.format);
  const feeds = alike.length > 0 ? alike : built.feeds;
  return await compareBuilt({ ...before, name: since }, { ...built, feeds });
}

// Of a feed on the web, and of a file, there is only what is there now.
async function toOld(
  named: string | undefined,
  since: string | undefined,
  { cwd }: Io,
): Promise<string | undefined> {
  if (since === undefined) return named;
  if (named !== undefined) return `${since}:./${named}`;
  return isWeb(since) || (await isFile(since, cwd)) ? since : undefined;
}

async function compareNamed(old: string, current: string, io: Io): Promise<NamedComparison> {
  const [before, after] = [await readOne(old, io), await readOne(current, io)];
  return { name: `${old} → ${current}`, comparison: compareFeeds(before, after) };
}
