import { posix } from "node:path";
import type { FormatName } from "../model.ts";
import type { HostingName } from "./companion-options.ts";
import { ConfigError, type Mistake } from "./errors.ts";
import { type FeedPaths, isBelow, isInTheWay, normalize } from "./feed-paths.ts";
import type { Options } from "./options.ts";

/** Which files stand beside the feeds, and where: below the output folder, with `/`. */
export interface Companions {
  readonly page: string | undefined;
  /** What the page is made from, where the user has one. */
  readonly template: Template | undefined;
  readonly style: string | undefined;
  readonly opml: string | undefined;
  /** The list that includes others. */
  readonly includes: string | undefined;
  /** What it includes: a list for each kind of group. */
  readonly lists: readonly IncludedList[];
  readonly links: string | undefined;
  readonly hosting: HostingName | undefined;
}

/** A list of the feeds of one kind of group. */
interface IncludedList {
  /** As in `tag`. */
  readonly by: string;
  readonly path: string;
}

/** A file of the user's; it has to lie in the folder of the config. */
export interface Template {
  /** As the config names it. */
  readonly path: string;
  /** The folder of the config, absolute. */
  readonly folder: string;
}

/** What the files must leave room for, and where the config lies. */
interface Around {
  readonly paths: FeedPaths;
  readonly formats: readonly FormatName[];
  /** Absolute. */
  readonly folder: string;
  /** The config file's name, for the message. */
  readonly file: string;
}

/**
 * Fills in the defaults of the files beside the feeds, and checks that each has a place of its own.
 *
 * @throws ConfigError
 */
export function resolveCompanions(
  { page, hosting, feed = {} }: Options,
  { paths, formats, folder, file }: Around,
): Companions {
  const own = typeof page === "object" ? page : { path: page };
  const style = toPath(feed.style, "feed.css", true);
  const places = {
    page: toPath(own.path, "subscribe.html", true),
    // JSON has no place for it.
    style: formats.some((format) => format !== "json") ? style : undefined,
    opml: toPath(feed.opml, "feeds.opml", false),
    includes: toPath(feed.opmlIncludes, "categories.opml", false),
    links: toPath(feed.links, "feeds.html", false),
  };
  const lists = toLists(places.includes, feed.groups);
  requireRoom(
    [
      ...names.map((name) => [name, places[name]] as const),
      ...lists.map(({ path }) => ["includes", path] as const),
    ],
    formats.map((format) => paths[format]),
    file,
  );
  const { template } = typeof page === "object" ? page : {};
  return {
    ...places,
    lists,
    template: template === undefined ? undefined : { path: template, folder },
    hosting,
  };
}

function toPath(
  option: string | boolean | undefined,
  usual: string,
  isUsual: boolean,
): string | undefined {
  if (typeof option === "string") return normalize(option);
  return (option ?? isUsual) ? usual : undefined;
}

// `a/list.opml` includes `a/list-tag.opml`.
function toLists(
  path: string | undefined,
  groups: NonNullable<Options["feed"]>["groups"] = [],
): readonly IncludedList[] {
  if (path === undefined || !isBelow(path)) return [];
  const { dir, name, ext } = posix.parse(path);
  const kinds = new Set(groups.map((group) => (typeof group === "string" ? group : group.by)));
  return [...kinds].map((by) => {
    return { by, path: posix.join(dir, `${name}-${by.replaceAll("+", "-")}${ext}`) };
  });
}

const keys = {
  page: "page",
  style: "feed.style",
  opml: "feed.opml",
  includes: "feed.opmlIncludes",
  links: "feed.links",
} as const;

const names = ["page", "style", "opml", "includes", "links"] as const;

/** What a path is for, and the path. */
type Place = readonly [keyof typeof keys, string | undefined];

function requireRoom(places: readonly Place[], feeds: readonly string[], file: string): void {
  const taken = [...feeds];
  const mistakes: Mistake[] = [];
  for (const [name, path] of places) {
    if (path === undefined) continue;
    const what = isBelow(path) ? "a path that no other file has" : "a file below the output folder";
    if (!isBelow(path) || taken.some((other) => isInTheWay(path, other))) {
      mistakes.push({ reason: `Expected ${what}, not \`${path}\` for \`${keys[name]}\`` });
    }
    taken.push(path);
  }
  if (mistakes.length > 0) throw new ConfigError(file, mistakes);
}
