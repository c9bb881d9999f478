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
  readonly links: string | undefined;
  readonly hosting: HostingName | undefined;
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
    links: toPath(feed.links, "feeds.html", false),
  };
  requireRoom(
    places,
    formats.map((format) => paths[format]),
    file,
  );
  const { template } = typeof page === "object" ? page : {};
  return {
    ...places,
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

const keys = { page: "page", style: "feed.style", opml: "feed.opml", links: "feed.links" } as const;

type Places = Readonly<Record<keyof typeof keys, string | undefined>>;

function requireRoom(places: Places, feeds: readonly string[], file: string): void {
  const taken = [...feeds];
  const mistakes: Mistake[] = [];
  for (const name of ["page", "style", "opml", "links"] as const) {
    const path = places[name];
    if (path === undefined) continue;
    const what = isBelow(path) ? "a path that no other file has" : "a file below the output folder";
    if (!isBelow(path) || taken.some((other) => isInTheWay(path, other))) {
      mistakes.push({ reason: `Expected ${what}, not \`${path}\` for \`${keys[name]}\`` });
    }
    taken.push(path);
  }
  if (mistakes.length > 0) throw new ConfigError(file, mistakes);
}
