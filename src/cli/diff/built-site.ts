import type { Config } from "../../config/resolve.ts";
import { generate } from "../../generate.ts";
import type { FormatName, OutputFile } from "../../model.ts";
import type { Io } from "../io.ts";
import { createMeter } from "../progress.ts";
import { readOwnLedger } from "../read-own-ledger.ts";
import type { Settings } from "../settings.ts";
import { withStore } from "../with-store.ts";

/** The feeds of a site as they would be written. */
export interface BuiltSite {
  readonly feeds: readonly BuiltFeed[];
  /** The most entries of a feed. */
  readonly limit: number;
  /** The output folder, absolute. */
  readonly out: string;
}

interface BuiltFeed {
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly format: FormatName;
  readonly isOfGroup: boolean;
  readonly text: string;
}

/**
 * Builds the feeds in memory.
 *
 * @param format the only one to build; without it those of the config
 * @returns undefined where an article is invalid.
 */
export async function buildSite(
  settings: Settings,
  io: Io,
  format?: FormatName,
): Promise<BuiltSite | undefined> {
  const { config, run } = settings;
  const { formats } = config.feed;
  const ledger = await readOwnLedger(settings);
  const meter = settings.quiet ? undefined : createMeter(io);
  const options = { ...run, onProgress: meter?.onProgress };
  if (format !== undefined && !formats.includes(format)) {
    const feed = { ...config.feed, formats: [format] };
    const made = generate({ ...config, feed }, options, { ledger }).finally(meter?.stop);
    return toBuiltSite((await made).outputs, config);
  }
  return await withStore(settings.store, io, async (store) => {
    const { outputs } = await generate(config, options, { ledger, store }).finally(meter?.stop);
    const isWanted = (output: OutputFile) => format === undefined || output.format === format;
    return toBuiltSite(outputs.filter(isWanted), config);
  });
}

/** What was built, as it is compared; undefined where nothing was, since an article is invalid. */
export function toBuiltSite(
  outputs: readonly OutputFile[],
  { feed, out }: Config,
): BuiltSite | undefined {
  if (outputs.length === 0) return undefined;
  const feeds = outputs.map(({ path, format, group, read }) => {
    const isOfGroup = group !== undefined;
    return { path, format, isOfGroup, text: Buffer.concat([...read()]).toString("utf8") };
  });
  return { feeds, limit: feed.limit, out };
}
