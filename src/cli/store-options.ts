import { join } from "node:path";
import type { LoadedOptions } from "../config/load.ts";
import type { Options } from "../config/options.ts";
import type { SiteReading } from "../config/read-site.ts";
import type { Config } from "../config/resolve.ts";
import { satteriVersion } from "../markdown/satteri.ts";
import { isPlain, printOf, printPrograms } from "../store/fingerprint.ts";
import type { StoreOptions } from "../store/store.ts";
import { keyOf, type Owner } from "../store/written-files.ts";

/** What a run's store depends on. */
interface Around {
  readonly config: Config;
  /** The user's, from file and flags. */
  readonly options: Options;
  readonly site: SiteReading;
  readonly pluginPrint: LoadedOptions["pluginPrint"];
  readonly owner: Owner;
  readonly start: Date;
}

/**
 * Says where the store of a run lies, and takes the fingerprints of everything but the articles that
 * shapes its feeds.
 *
 * @param cache the cache folder, absolute; undefined to do without
 */
export function toStoreOptions(cache: string | undefined, around: Around): StoreOptions {
  const { config, options, site, pluginPrint, owner, start } = around;
  const { content: { folder: _, ...content } = {} } = options;
  const readPrint = printOf(
    printPrograms(),
    [site.convention, site.digest, config.content.base],
    [options.site, content, options.podcast],
  );
  const { remarkPlugins = [], rehypePlugins = [], ...markdown } = options.markdown ?? {};
  const pluginOptions = [remarkPlugins, rehypePlugins].map((list) => {
    return list.map((one) => (Array.isArray(one) ? one.slice(1) : []));
  });
  const isKnown = pluginPrint !== undefined && isPlain(pluginOptions) && isPlain(markdown);
  const { feed } = config;
  const shape = [feed.content, feed.formats, config.markdown.source];
  const parser = config.markdown.parser === "satteri" ? satteriVersion() : "";
  return {
    folder:
      cache === undefined ? undefined : join(cache, printOf(keyOf(cache, owner)).slice(0, 16)),
    formats: feed.formats,
    readPrint,
    entryPrint: isKnown
      ? printOf(readPrint, markdown, pluginOptions, pluginPrint, shape, parser)
      : undefined,
    start: start.getTime(),
    maxSize: (options.cache?.maxSize ?? defaultMegabytes) * 1_000_000,
  };
}

/** The most that a cache holds of entries where the config does not say. */
const defaultMegabytes = 500;
