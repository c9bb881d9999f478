import type { Config } from "../../config/resolve.ts";
import { generate } from "../../generate.ts";
import { readLedger } from "../../ledger/ledger-file.ts";
import type { FormatName, OutputFile } from "../../model.ts";
import type { Settings } from "../settings.ts";

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
  readonly text: string;
}

/**
 * Builds the feeds in memory.
 *
 * @param format the only one to build; without it those of the config
 * @returns undefined where an article is invalid.
 */
export async function buildSite(
  { config, run, ledger }: Settings,
  format?: FormatName,
): Promise<BuiltSite | undefined> {
  const { feed } = config;
  const formats = format === undefined ? feed.formats : [format];
  const known = ledger === undefined ? undefined : await readLedger(ledger);
  const { outputs } = await generate({ ...config, feed: { ...feed, formats } }, run, {
    ledger: known,
  });
  return outputs.length === 0 ? undefined : toBuiltSite(outputs, config);
}

/** What was built, as it is compared. */
export function toBuiltSite(outputs: readonly OutputFile[], { feed, out }: Config): BuiltSite {
  const feeds = outputs.map(({ path, format, read }) => {
    return { path, format, text: Buffer.concat([...read()]).toString("utf8") };
  });
  return { feeds, limit: feed.limit, out };
}
