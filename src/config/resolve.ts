import { resolve } from "node:path";
import { resolveAddress } from "../address.ts";
import type { MarkdownSettings } from "../markdown/settings.ts";
import type { Author, FormatName, Site } from "../model.ts";
import { nearest } from "./check-options.ts";
import { toLanguage } from "./checks.ts";
import { ConfigError, UsageError } from "./errors.ts";
import { type FeedPaths, resolvePaths } from "./feed-paths.ts";
import { formatNames, type Options } from "./options.ts";
import { type PermalinkPart, parsePermalink, permalinkTokens } from "./permalink-pattern.ts";
import { resolveMarkdown } from "./resolve-markdown.ts";

/** Everything settled: the only form of the options that the stages see. */
export interface Config {
  readonly site: Site;
  readonly content: {
    /** Absolute. */
    readonly folder: string;
    readonly include: readonly string[];
    readonly exclude: readonly string[];
    readonly permalink: readonly PermalinkPart[];
  };
  readonly feed: {
    /** Most articles in a feed; Infinity for all. */
    readonly limit: number;
    readonly formats: readonly FormatName[];
    readonly paths: FeedPaths;
    readonly content: "full" | "summary";
    readonly hubs: readonly string[];
    readonly ttl?: number | undefined;
  };
  readonly markdown: MarkdownSettings;
  /** The output folder, absolute. */
  readonly out: string;
}

/** The defaults of everything that has one. */
export const defaults = {
  timezone: "UTC",
  folder: "content",
  include: ["**/*.{md,markdown}"],
  permalink: "/:path/",
  limit: 20,
  paths: { rss: "rss.xml", atom: "atom.xml", json: "feed.json" },
  content: "full",
  out: "dist",
} as const;

/**
 * Fills in the defaults and checks what only the whole can tell.
 *
 * @param options the config file's options with the flags laid over them
 * @param folder what relative paths are meant from, absolute
 * @param file the config file's name, for messages
 * @throws UsageError where address or title are missing; ConfigError for an impossible value.
 */
export function resolveConfig(options: Options, folder: string, file = ""): Config {
  const { content = {}, feed = {} } = options;
  const formats = formatNames.filter((name) => feed.formats?.includes(name) ?? true);
  return {
    site: resolveSite(options.site ?? {}),
    content: {
      folder: resolve(folder, content.folder ?? defaults.folder),
      include: content.include ?? defaults.include,
      exclude: content.exclude ?? [],
      permalink: resolvePermalink(content.permalink ?? defaults.permalink, file),
    },
    feed: {
      limit: feed.limit === "all" ? Number.POSITIVE_INFINITY : (feed.limit ?? defaults.limit),
      formats,
      paths: resolvePaths(
        {
          rss: feed.paths?.rss ?? defaults.paths.rss,
          atom: feed.paths?.atom ?? defaults.paths.atom,
          json: feed.paths?.json ?? defaults.paths.json,
        },
        formats,
        file,
      ),
      content: feed.content ?? defaults.content,
      hubs: feed.hubs?.map((hub) => resolveAddress(hub) ?? hub) ?? [],
      ttl: feed.ttl,
    },
    markdown: resolveMarkdown(options),
    out: resolve(folder, options.out ?? defaults.out),
  };
}

type SiteOptions = NonNullable<Options["site"]>;

function resolveSite(options: SiteOptions): Site {
  const url = resolveSiteUrl(options);
  const toAbsolute = (reference: string | undefined) =>
    reference === undefined ? undefined : resolveAddress(reference.replace(/^\/(?!\/)/, ""), url);
  const toPerson = (author: string | Author): Author =>
    typeof author === "string"
      ? { name: author }
      : { ...author, url: toAbsolute(author.url), avatar: toAbsolute(author.avatar) };
  return {
    url,
    title: resolveTitle(options),
    description: options.description,
    language: options.language && toLanguage(options.language),
    timezone: options.timezone ?? defaults.timezone,
    authors: [options.author ?? []].flat().map(toPerson),
    authorsByKey: new Map(
      Object.entries(options.authors ?? {}).map(([key, person]) => [key, toPerson(person)]),
    ),
    image: toAbsolute(options.image),
    icon: toAbsolute(options.icon),
    copyright: options.copyright,
  };
}

// The site is a folder: what lies below it is resolved against its address with a slash at the end.
function resolveSiteUrl(options: SiteOptions): string {
  if (options.url === undefined) {
    throw new UsageError(
      "Expected the address of the site: give `--site https://example.com/` or `site.url` in a config file",
    );
  }
  const url = new URL(options.url);
  url.search = "";
  url.hash = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return resolveAddress(url.href) ?? url.href;
}

function resolveTitle(options: SiteOptions): string {
  if (options.title === undefined) {
    throw new UsageError(
      'Expected a title for the feed: give `--title "My site"` or `site.title` in a config file',
    );
  }
  return options.title;
}

function resolvePermalink(pattern: string, file: string): readonly PermalinkPart[] {
  try {
    return parsePermalink(pattern);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const known = Object.keys(permalinkTokens);
    const near = nearest(error.message, known);
    const advice = near
      ? `did you mean \`:${near}\`?`
      : `known are ${known.map((name) => `\`:${name}\``).join(", ")}`;
    const reason = `Expected a known token in \`content.permalink\`, not \`:${error.message}\`; ${advice}`;
    throw new ConfigError(file, [{ reason }]);
  }
}
