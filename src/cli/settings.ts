import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { isWebAddress } from "../config/checks.ts";
import { UsageError } from "../config/errors.ts";
import { configPaths, loadOptions } from "../config/load.ts";
import { mergeOptions } from "../config/merge.ts";
import { expectedAddress } from "../config/option-kinds.ts";
import type { Options } from "../config/options.ts";
import { readSite } from "../config/read-site.ts";
import { type Config, resolveConfig } from "../config/resolve.ts";
import type { RunOptions } from "../generate.ts";
import { ledgerName } from "../ledger/ledger-name.ts";
import { quote } from "../message.ts";
import type { StoreOptions } from "../store/store.ts";
import type { Owner } from "../store/written-files.ts";
import type { Arguments } from "./arguments.ts";
import type { Io } from "./io.ts";
import { toStoreOptions } from "./store-options.ts";

/** Everything that one run goes by. */
export interface Settings {
  readonly config: Config;
  readonly run: RunOptions;
  /** The cache folder, absolute; undefined to do without. */
  readonly cache: string | undefined;
  /** What is kept of its work. */
  readonly store: StoreOptions;
  /** The ledger, absolute; undefined to do without. */
  readonly ledger: string | undefined;
  /** Whose files the run writes. */
  readonly owner: Owner;
  readonly mode: "write" | "check" | "dry-run";
  /** Whether nothing is said but warnings and errors. */
  readonly quiet: boolean;
  /** Most warnings; Infinity for any number. */
  readonly maxWarnings: number;
  /** The files and folders, absolute, that said how the site is made, or would if they were there. */
  readonly siteFiles: ReadonlySet<string>;
}

/**
 * Settles a run: defaults ← the site generator's config ← config file ← flags.
 *
 * @param standIn what a command can do without, where nobody says it
 * @throws UsageError, ConfigError
 */
export async function settle(args: Arguments, io: Io, standIn: Options = {}): Promise<Settings> {
  const { values, switches } = args;
  const loaded = await loadOptions(io.cwd, values.config);
  const { options: own, folder, origin, pluginPrint } = loaded;
  const options = mergeOptions(own, toOptions(args, io.cwd));
  const found = await readSite(options, folder);
  const site = { ...found, options: mergeOptions(standIn, found.options) };
  const config = resolveConfig(options, folder, { file: origin, site });
  const cache = switches.has("no-cache") ? undefined : findCache(values.cache, folder, io.cwd);
  const owner = {
    out: config.out,
    content: config.content.folder,
    config: origin === undefined ? undefined : resolve(io.cwd, origin),
  };
  const around = { config, options, site, pluginPrint, owner, start: io.now() };
  return {
    config,
    run: await toRunOptions(args, config, io),
    cache,
    store: toStoreOptions(cache, around),
    ledger: findLedger(options.ledger, folder),
    owner,
    mode: switches.has("check") ? "check" : switches.has("dry-run") ? "dry-run" : "write",
    quiet: switches.has("quiet"),
    maxWarnings: readMaxWarnings(values["max-warnings"]),
    siteFiles: new Set([...configPaths(io.cwd, values.config), ...site.asked]),
  };
}

/** What the flags say of a run. */
export async function toRunOptions(
  { values, switches }: Arguments,
  config: Config,
  io: Io,
): Promise<RunOptions> {
  return {
    drafts: switches.has("drafts"),
    future: switches.has("future"),
    skipInvalid: switches.has("skip-invalid"),
    jobs: readJobs(values.jobs),
    now: await readNow(values.now, config.site.timezone, io),
  };
}

/**
 * What the flags say as options. Paths in flags are meant from where the command was given, not from
 * the config file.
 *
 * @throws UsageError
 */
export function toOptions({ folder, values }: Arguments, cwd: string): Options {
  return {
    site: { url: readAddress(values.site), title: values.title?.trim() },
    content: { folder: folder === undefined ? undefined : resolve(cwd, folder) },
    feed: { limit: readLimit(values.limit), formats: readFormats(values.formats) },
    out: values.out === undefined ? undefined : resolve(cwd, values.out),
  };
}

function readAddress(value: string | undefined): string | undefined {
  if (value === undefined || isWebAddress(value)) return value?.trim();
  throw new UsageError(`Expected ${expectedAddress}, not ${quote(value)} for \`--site\``);
}

type FeedOptions = NonNullable<Options["feed"]>;

function readLimit(value: string | undefined): FeedOptions["limit"] {
  if (value === undefined || value === "all") return value;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new UsageError(
    `Expected a whole number from 1, or \`all\`, not \`${value}\` for \`--limit\``,
  );
}

function readFormats(value: string | undefined): FeedOptions["formats"] {
  return value?.split(",").map((name) => {
    const format = name.trim().toLowerCase();
    if (format === "rss" || format === "atom" || format === "json") return format;
    throw new UsageError(
      `Expected \`rss\`, \`atom\` or \`json\`, not \`${name}\` for \`--formats\``,
    );
  });
}

function readJobs(value: string | undefined): number {
  if (value === undefined) return Math.min(availableParallelism(), mostJobs);
  if (/^[1-9]\d?$/.test(value)) return Number(value);
  throw new UsageError(`Expected a whole number from 1 to 99, not \`${value}\` for \`--jobs\``);
}

// Unasked no more: each takes its share of the memory.
const mostJobs = 4;

function readMaxWarnings(value: string | undefined): number {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageError(`Expected a whole number, not \`${value}\` for \`--max-warnings\``);
}

// https://reproducible-builds.org/specs/source-date-epoch/: seconds, for builds that can be repeated.
async function readNow(
  value: string | undefined,
  timezone: string,
  { env, now }: Io,
): Promise<Date> {
  if (value !== undefined) return await readMoment(value, timezone);
  const epoch = env["SOURCE_DATE_EPOCH"];
  if (epoch === undefined || epoch === "") return now();
  if (/^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000);
  throw new UsageError(
    `Expected seconds since 1970, not ${quote(epoch)} for \`SOURCE_DATE_EPOCH\``,
  );
}

async function readMoment(value: string, timezone: string): Promise<Date> {
  const { readDate } = await import("../front-matter/date.ts");
  const date = readDate(value, timezone);
  if (date) return date;
  throw new UsageError(
    `Expected a time such as \`2024-07-31T09:00:00Z\`, not ${quote(value)} for \`--now\``,
  );
}

// Two sites whose configs lie in one folder name their own.
function findLedger(option: Options["ledger"] = true, folder: string): string | undefined {
  if (option === false) return undefined;
  return join(folder, option === true ? ledgerName : option);
}

function findCache(value: string | undefined, folder: string, cwd: string): string {
  if (value !== undefined) return resolve(cwd, value);
  const modules = join(folder, "node_modules");
  return existsSync(modules)
    ? join(modules, ".cache", "feedwright")
    : join(folder, ".feedwright", "cache");
}
