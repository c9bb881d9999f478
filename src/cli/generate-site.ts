import type { Sources } from "../discover/find-sources.ts";
import { generate, type Result } from "../generate.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Store } from "../store/store.ts";
import { recallWritten } from "../store/written-files.ts";
import { type FilePlan, planFiles, type WrittenFile } from "../write/files.ts";
import type { Io } from "./io.ts";
import { createMeter } from "./progress.ts";
import { readOwnLedger } from "./read-own-ledger.ts";
import type { Settings } from "./settings.ts";
import { warn } from "./with-store.ts";

/** A site to generate. */
export interface SiteWork {
  readonly settings: Settings;
  readonly io: Io;
  readonly store?: Store;
  /** The files of the content folder, where they were looked for already. */
  readonly sources?: Sources;
}

/** A site as it would be written, and what was known of it before. */
export interface GeneratedSite {
  readonly result: Result;
  /** Undefined where the site does without. */
  readonly ledger: Ledger | undefined;
  /** The files that feedwright wrote, by path. */
  readonly written: ReadonlyMap<string, WrittenFile>;
}

/**
 * Generates a site from what is known of it: its ledger, the groups that had feeds, earlier work. So
 * every command comes to the feeds that a build would write.
 *
 * @throws LedgerError
 */
export async function generateSite({ settings, io, ...aids }: SiteWork): Promise<GeneratedSite> {
  const { written, problem } = await recallWritten(settings.cache, settings.owner);
  if (problem) warn(io, `${problem}; the run goes on without it`);
  const formerFeeds = [...written].flatMap(([path, { group }]) => (group ? [{ path, group }] : []));
  const ledger = await readOwnLedger(settings);
  const meter = settings.quiet ? undefined : await createMeter(io);
  const options = { ...settings.run, onProgress: meter?.onProgress };
  const known = { ...aids, ledger, formerFeeds };
  const result = await generate(settings.config, options, known).finally(meter?.stop);
  return { result, ledger, written };
}

/**
 * Compares a site with what stands in the output folder. Where an article is invalid there are no
 * feeds, and nothing may go because of it.
 */
export async function planSite(
  { result: { outputs, sideFiles, companions }, written }: GeneratedSite,
  { config }: Settings,
): Promise<readonly FilePlan[]> {
  return outputs.length === 0
    ? []
    : await planFiles(config.out, [...outputs, ...sideFiles, ...companions], written);
}
