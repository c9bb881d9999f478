import { type FeedPaths, placeIn } from "../config/feed-paths.ts";
import type { Config } from "../config/resolve.ts";
import type { GroupSetting } from "../config/resolve-groups.ts";
import type { Article, GroupName, History } from "../model.ts";
import { fold, type Group, groupArticles, isWanted, toGroupName } from "./group-articles.ts";
import { type FormerFeed, type Places, placeGroups } from "./place-groups.ts";

/** A feed that is to be made: of what, and what it says of itself. */
export interface FeedPlan {
  /** Undefined for the main feed. */
  readonly group: GroupName | undefined;
  readonly title: string;
  /** A canonical BCP 47 tag. */
  readonly language: string | undefined;
  readonly paths: FeedPaths;
  /** Most entries; Infinity for all. */
  readonly limit: number;
  /** Newest first. */
  readonly articles: readonly Article[];
  readonly history?: History<FeedPaths> | undefined;
}

/** The feeds of a run, and what there is to say of their folders. */
export interface Choice extends Pick<Places, "collisions" | "moves"> {
  readonly feeds: readonly FeedPlan[];
}

/**
 * Chooses which articles go into which feed: the main one, and one for each group.
 *
 * @param articles newest first
 * @param former feeds that groups had; they may keep them when they are empty
 */
export function chooseFeeds(
  articles: readonly Article[],
  config: Config,
  former: readonly FormerFeed[] = [],
): Choice {
  const { site, feed } = config;
  const main = {
    group: undefined,
    title: site.title,
    language: site.language,
    paths: feed.paths,
    // What is old goes into archives.
    limit: feed.archives ? Number.POSITIVE_INFINITY : feed.limit,
    articles,
    ...historyOf(feed.limit),
  };
  const chosen = feed.groups.map((setting) => {
    const ofKind = former.filter(({ group }) => group.by === setting.by);
    return chooseGroups(articles, { setting, former: ofKind }, config);
  });
  return {
    feeds: [main, ...chosen.flatMap(({ feeds }) => feeds)],
    collisions: chosen.flatMap(({ collisions }) => collisions),
    moves: chosen.flatMap(({ moves }) => moves),
  };
}

interface Kind {
  readonly setting: GroupSetting;
  /** Those of its groups. */
  readonly former: readonly FormerFeed[];
}

function chooseGroups(
  articles: readonly Article[],
  { setting, former }: Kind,
  config: Config,
): Choice {
  const { site, feed } = config;
  const aliases = new Map(feed.tagAliases.map(([from, to]) => [fold(from), to]));
  const living = groupArticles(articles, setting, { language: site.language, aliases });
  const left = feed.emptyGroups === "keep" ? former.map(({ group }) => group) : [];
  const groups = [...living, ...findEmpty(left, living)].filter(({ names, articles: own }) => {
    return isWanted(names, setting) && (own.length === 0 || own.length >= setting.least);
  });
  const { paths, collisions, moves } = placeGroups(groups, {
    by: setting.by,
    least: setting.least,
    pathsAt: (slug) => toPaths(setting, slug, feed.paths),
    former,
  });
  const feeds = groups.map((group): FeedPlan => {
    const name = toGroupName(group.names);
    const at = setting.fields.indexOf("language");
    return {
      group: { by: setting.by, name, names: group.names },
      title: fill(setting.title, { name, group: setting.by, site: site.title }),
      language: at === -1 ? site.language : group.names[at],
      paths: paths.get(group) ?? feed.paths,
      limit: setting.limit,
      articles: group.articles,
      ...historyOf(setting.limit),
    };
  });
  return { feeds, collisions, moves };
}

// RFC 5005 §2: a feed that holds all there is says so.
function historyOf(limit: number): Pick<FeedPlan, "history"> {
  return limit === Number.POSITIVE_INFINITY ? { history: { kind: "complete" } } : {};
}

function findEmpty(left: readonly GroupName[], living: readonly Group[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { names } of left) groups.set(names.map(fold).join("\0"), { names, articles: [] });
  for (const { names } of living) groups.delete(names.map(fold).join("\0"));
  return [...groups.values()];
}

function toPaths({ path, by }: GroupSetting, slug: string, paths: FeedPaths): FeedPaths {
  return placeIn(fill(path, { group: by.replaceAll("+", "-"), name: slug }), paths);
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/:([a-z]+)/g, (token, name: string) => values[name] ?? token);
}
