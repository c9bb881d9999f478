import { basename, relative, resolve, sep } from "node:path";
import { resolveAddress } from "../address.ts";
import type { MarkdownSettings } from "../markdown/settings.ts";
import type { Author, FormatName, Site } from "../model.ts";
import type { Podcast } from "../podcast.ts";
import { nearest } from "./check-options.ts";
import { toLanguage } from "./checks.ts";
import { type Companions, resolveCompanions } from "./companions.ts";
import type { ConventionName } from "./conventions/convention-names.ts";
import type { PathFacts, Rules } from "./conventions/rules.ts";
import { ConfigError, UsageError } from "./errors.ts";
import { type FeedPaths, resolvePaths } from "./feed-paths.ts";
import { mergeOptions } from "./merge.ts";
import { formatNames, type Options } from "./options.ts";
import { type PermalinkPart, parsePermalink, permalinkTokens } from "./permalink-pattern.ts";
import { resolvePodcast } from "./podcast/resolve-podcast.ts";
import { mergeRules, pathFromBase, plainSite, type SiteReading } from "./read-site.ts";
import { type ArchiveSetting, resolveArchives } from "./resolve-archives.ts";
import { type GroupSetting, resolveGroups } from "./resolve-groups.ts";
import { resolveMarkdown } from "./resolve-markdown.ts";

/** Everything settled: the only form of the options that the stages see. */
export interface Config {
  readonly site: Site;
  readonly content: {
    /** Absolute. */
    readonly folder: string;
    readonly include: readonly string[];
    readonly exclude: readonly string[];
    readonly permalinks: Permalinks;
    readonly convention: ConventionName;
    /** By what the convention was recognised; undefined where it was not, or the user named it. */
    readonly reason: string | undefined;
    /** The content folder below the folder that the rules count paths from, with `/` at its end. */
    readonly base: string;
  };
  /** How articles are read. */
  readonly rules: Rules;
  readonly feed: {
    /** Most articles in a feed; Infinity for all. */
    readonly limit: number;
    readonly formats: readonly FormatName[];
    readonly paths: FeedPaths;
    readonly content: "full" | "summary";
    readonly hubs: readonly string[];
    readonly ttl?: number | undefined;
    readonly groups: readonly GroupSetting[];
    /** Undefined for none. */
    readonly archives: ArchiveSetting | undefined;
    readonly emptyGroups: "remove" | "keep";
    /** What tags are called that are the same as another one. */
    readonly tagAliases: readonly (readonly [tag: string, name: string])[];
  };
  /** The files beside the feeds. */
  readonly companions: Companions;
  readonly markdown: MarkdownSettings;
  /** Undefined where the feeds are no podcast. */
  readonly podcast: Podcast | undefined;
  /** The output folder, absolute. */
  readonly out: string;
}

/** The defaults of everything that has one. */
export const defaults = {
  timezone: "UTC",
  folder: "content",
  include: ["**/*.{md,markdown}"],
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
 * @param around the config file's name, for messages, and what `readSite` found around the articles
 * @throws UsageError where address or title are missing; ConfigError for an impossible value.
 */
export function resolveConfig(
  options: Options,
  folder: string,
  { file = "", site = plainSite }: Surroundings = {},
): Config {
  const merged = mergeOptions(site.options, options);
  const rules = withLanguages(site.rules, merged);
  const { content = {}, feed = {} } = merged;
  const contentFolder = resolve(folder, content.folder ?? defaults.folder);
  const limit = feed.limit === "all" ? Number.POSITIVE_INFINITY : (feed.limit ?? defaults.limit);
  const formats = formatNames.filter((name) => feed.formats?.includes(name) ?? true);
  const settledSite = resolveSite(merged.site ?? {});
  const { rss, atom, json } = defaults.paths;
  const places = feed.paths ?? {};
  const paths = resolvePaths(
    { rss: places.rss ?? rss, atom: places.atom ?? atom, json: places.json ?? json },
    formats,
    file,
  );
  return {
    site: settledSite,
    content: {
      folder: contentFolder,
      include: content.include ?? defaults.include,
      exclude: content.exclude ?? [],
      permalinks: resolvePermalinks(content.permalink, file, rules),
      convention: site.convention,
      reason: site.reason,
      base: pathFromBase(contentFolder, site.base),
    },
    rules,
    feed: {
      limit,
      formats,
      paths,
      content: feed.content ?? defaults.content,
      hubs: feed.hubs?.map((hub) => resolveAddress(hub) ?? hub) ?? [],
      ttl: feed.ttl,
      archives: resolveArchives(feed.archives, limit, file),
      groups: resolveGroups(feed, limit, file),
      emptyGroups: feed.emptyGroups ?? "remove",
      tagAliases: Object.entries(feed.tagAliases ?? {}),
    },
    companions: resolveCompanions(merged, { paths, formats, folder, file }),
    markdown: resolveMarkdown(merged, rules),
    podcast: resolvePodcast(merged.podcast, {
      site: settledSite,
      file: relative(
        contentFolder,
        resolve(folder, basename(file) || "feedwright.config"),
      ).replaceAll(sep, "/"),
    }),
    out: resolve(folder, merged.out ?? defaults.out),
  };
}

/** The patterns of addresses, taken apart. */
interface Permalinks {
  /** For folders below the base; the first that fits counts, `""` fits all. */
  readonly byFolder: readonly {
    readonly folder: string;
    readonly covers?: ((path: PathFacts) => boolean) | undefined;
    readonly pattern: readonly PermalinkPart[];
  }[];
  /** For articles that state their slug, where that is another. */
  readonly forSlug?: readonly PermalinkPart[];
  /** For articles in another language than the main one, where that is another. */
  readonly forTranslation?: readonly PermalinkPart[];
}

/** What a config is resolved among. */
export interface Surroundings {
  /** The config file's name; empty for options that a program gives. */
  readonly file?: string | undefined;
  readonly site?: SiteReading | undefined;
}

// A language of the site is one whether its generator says so or the user.
function withLanguages(rules: Rules, { site, content }: Options): Rules {
  const names = [...rules.languages.names, ...(content?.languages ?? [])];
  return mergeRules(rules, {
    languages: { names: [...new Set(names)], main: rules.languages.main ?? site?.language },
  });
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

// The user's pattern covers those of the convention, for slugs that are stated too.
function resolvePermalinks(pattern: string | undefined, file: string, rules: Rules): Permalinks {
  const { patterns, statedSlug, translated } = rules.address;
  const parse = (one: string) => parsePattern(one, file, rules);
  if (pattern !== undefined) return { byFolder: [{ folder: "", pattern: parse(pattern) }] };
  return {
    byFolder: patterns.map((one) => ({ ...one, pattern: parse(one.pattern) })),
    ...(statedSlug === undefined ? {} : { forSlug: parse(statedSlug) }),
    ...(translated === undefined ? {} : { forTranslation: parse(translated) }),
  };
}

function parsePattern(pattern: string, file: string, { address }: Rules): readonly PermalinkPart[] {
  try {
    return parsePermalink(pattern, address);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const known = [...new Set([...Object.keys(address.tokens), ...Object.keys(permalinkTokens)])];
    const near = nearest(error.message, known);
    const advice = near
      ? `did you mean \`:${near}\`?`
      : `known are ${known.map((name) => `\`:${name}\``).join(", ")}`;
    const reason = `Expected a known token in \`content.permalink\`, not \`:${error.message}\`; ${advice}`;
    throw new ConfigError(file, [{ reason }]);
  }
}
