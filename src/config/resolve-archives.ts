import { ConfigError } from "./errors.ts";
import { isFolderBelow } from "./feed-paths.ts";
import type { Options } from "./options.ts";

/** How a feed's archives are made. */
export interface ArchiveSetting {
  /** Articles in a page. */
  readonly size: number;
  /** Folder of a page below the output folder, with `:page`. */
  readonly path: string;
}

/**
 * Settles the archives.
 *
 * @param limit that of the main feed
 * @param file the config file's name, for messages
 * @returns undefined for none
 * @throws ConfigError where there would be nothing to put there, or no place for it.
 */
export function resolveArchives(
  option: NonNullable<Options["feed"]>["archives"],
  limit: number,
  file: string,
): ArchiveSetting | undefined {
  if (option === undefined || option === false) return undefined;
  const { size = 50, path = "/archive/:page/" } = option === true ? {} : option;
  if (limit === Number.POSITIVE_INFINITY) {
    const reason = 'Expected a number as `feed.limit` beside `feed.archives`, not `"all"`';
    throw new ConfigError(file, [{ reason }]);
  }
  if (!path.includes(":page") || !isFolderBelow(path)) {
    const reason = `Expected a folder with \`:page\` in it below the output folder, not \`${path}\` for \`feed.archives.path\``;
    throw new ConfigError(file, [{ reason }]);
  }
  return { size, path };
}
