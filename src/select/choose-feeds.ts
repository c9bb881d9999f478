import { type FeedPaths, placeIn } from "../config/feed-paths.ts";
import type { Config } from "../config/resolve.ts";
import type { GroupSetting } from "../config/resolve-groups.ts";
import type { Article, GroupName, History } from "../model.ts";
import { fold, type Group, groupArticles, isWanted, toGroupName } from "./group-articles.ts";
import { toGroupSlug, withMark } from "./group-slug.ts";

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

/** The feeds of a run, and names that had to be told apart. */
export interface Choice {
  readonly feeds: readonly FeedPlan[];
  /** Groups whose names would have had one address. */
  readonly collisions: readonly (readonly string[])[];
}

/**
 * Chooses which articles go into which feed: the main one, and one for each group.
 *
 * @param articles newest first
 * @param former groups that had feeds; they may keep them when they are empty
 */
export function chooseFeeds(
  articles: readonly Article[],
  config: Config,
  former: readonly GroupName[] = [],
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
    const left = feed.emptyGroups === "keep" ? former.filter(({ by }) => by === setting.by) : [];
    return chooseGroups(articles, { setting, left }, config);
  });
  return {
    feeds: [main, ...chosen.flatMap(({ feeds }) => feeds)],
    collisions: chosen.flatMap(({ collisions }) => collisions),
  };
}

interface Kept {
  readonly setting: GroupSetting;
  /** Groups that stay, even without articles. */
  readonly left: readonly GroupName[];
}

function chooseGroups(
  articles: readonly Article[],
  { setting, left }: Kept,
  config: Config,
): Choice {
  const { site, feed } = config;
  const aliases = new Map(feed.tagAliases.map(([from, to]) => [fold(from), to]));
  const living = groupArticles(articles, setting, { language: site.language, aliases });
  const groups = [...living, ...findEmpty(left, living)].filter(({ names, articles: own }) => {
    return isWanted(names, setting) && (own.length === 0 || own.length >= setting.least);
  });
  const { slugs, collisions } = toSlugs(groups);
  const feeds = groups.map((group): FeedPlan => {
    const name = toGroupName(group.names);
    const at = setting.fields.indexOf("language");
    return {
      group: { by: setting.by, name, names: group.names },
      title: fill(setting.title, { name, group: setting.by, site: site.title }),
      language: at === -1 ? site.language : group.names[at],
      paths: toPaths(setting, slugs.get(group) ?? "", feed.paths),
      limit: setting.limit,
      articles: group.articles,
      ...historyOf(setting.limit),
    };
  });
  return { feeds, collisions };
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

// Names that come to one slug get a mark behind it, all but the one that is the slug itself: so that
// no address depends on the order of the groups.
function toSlugs(groups: readonly Group[]) {
  const bySlug = new Map<string, Group[]>();
  for (const group of groups) {
    const slug = group.names.map(toGroupSlug).join("/");
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), group]);
  }
  const slugs = new Map<Group, string>();
  const collisions: (readonly string[])[] = [];
  for (const [slug, alike] of bySlug) {
    if (alike.length > 1) collisions.push(alike.map(({ names }) => toGroupName(names)));
    for (const group of alike) {
      const name = toGroupName(group.names);
      const isItself = alike.length === 1 || group.names.map(fold).join("/") === slug;
      slugs.set(group, isItself ? slug : withMark(slug, name));
    }
  }
  return { slugs, collisions };
}

function toPaths({ path, by }: GroupSetting, slug: string, paths: FeedPaths): FeedPaths {
  return placeIn(fill(path, { group: by.replaceAll("+", "-"), name: slug }), paths);
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/:([a-z]+)/g, (token, name: string) => values[name] ?? token);
}
