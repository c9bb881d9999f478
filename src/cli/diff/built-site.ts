import type { Config } from "../../config/resolve.ts";
import type { FormatName, OutputFile } from "../../model.ts";
import { generateSite } from "../generate-site.ts";
import type { Io } from "../io.ts";
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
  const { config } = settings;
  if (format !== undefined && !config.feed.formats.includes(format)) {
    const alone = { ...config, feed: { ...config.feed, formats: [format] } };
    const { result } = await generateSite({ settings: { ...settings, config: alone }, io });
    return toBuiltSite(result.outputs, config);
  }
  return await withStore(settings.store, io, async (store) => {
    const { result } = await generateSite({ settings, io, store });
    const isWanted = (output: OutputFile) => format === undefined || output.format === format;
    return toBuiltSite(result.outputs.filter(isWanted), config);
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
