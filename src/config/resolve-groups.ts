import { ConfigError } from "./errors.ts";
import { isFolderBelow } from "./feed-paths.ts";
import { type GroupField, groupFields } from "./group-options.ts";
import type { Options } from "./options.ts";

/** How articles are grouped, and what feeds of the groups are like. */
export interface GroupSetting {
  /** As the user wrote it: `tag`, `language+tag`. */
  readonly by: string;
  readonly fields: readonly GroupField[];
  /** Folder below the output folder, with `:group` and `:name`. */
  readonly path: string;
  readonly title: string;
  /** Most articles in a feed; Infinity for all. */
  readonly limit: number;
  readonly least: number;
  /** Undefined for all. */
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[];
}

type FeedOptions = NonNullable<Options["feed"]>;

/**
 * Settles the groups.
 *
 * @param limit that of the main feed
 * @param file the config file's name, for messages
 * @throws ConfigError where a path would not part the groups, or leads out of the output folder.
 */
export function resolveGroups(
  { groups = [], groupPaths = "/:group/:name/", groupTitles = ":name – :site" }: FeedOptions,
  limit: number,
  file: string,
): readonly GroupSetting[] {
  return groups.map((option) => {
    const given = typeof option === "string" ? { by: option } : option;
    const path = given.path ?? groupPaths;
    if (!/:name(?![a-z])/.test(path) || !isFolderBelow(path)) {
      const reason = `Expected a folder with \`:name\` in it below the output folder, not \`${path}\` for \`feed.groupPaths\``;
      throw new ConfigError(file, [{ reason }]);
    }
    return {
      by: given.by,
      fields: given.by.split("+").flatMap((name) => groupFields.find((one) => one === name) ?? []),
      path,
      title: given.title ?? groupTitles,
      limit: given.limit === "all" ? Number.POSITIVE_INFINITY : (given.limit ?? limit),
      least: given.least ?? 1,
      include: given.include,
      exclude: given.exclude ?? [],
    };
  });
}
