import { posix } from "node:path";
import type { FeedPaths } from "../config/feed-paths.ts";
import type { GroupName } from "../model.ts";
import { fold, type Group, toGroupName } from "./group-articles.ts";
import { settleSlugs } from "./settle-slugs.ts";

/** A group and the folder of its feeds, below the output folder, with `/` at its end. */
export interface PlacedGroup {
  /** As in `tag`. */
  readonly by: string;
  /** As people read it. */
  readonly name: string;
  readonly folder: string;
}

/** A group whose feeds stood in another folder when feedwright wrote last. */
export interface MovedGroup extends PlacedGroup {
  readonly from: string;
}

/** A file of a group's feed, as it was written. */
export interface FormerFeed {
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly group: GroupName;
}

/** Where feeds of groups go, and what there is to say of it. */
export interface Places {
  readonly paths: ReadonlyMap<Group, FeedPaths>;
  /** Groups whose names come to one folder; the first of each has it. */
  readonly collisions: readonly (readonly PlacedGroup[])[];
  readonly moves: readonly MovedGroup[];
}

/** What the places of groups depend on, beside their names and articles. */
interface Around {
  /** As in `tag`. */
  readonly by: string;
  /** Articles that it takes to have a feed. */
  readonly least: number;
  readonly pathsAt: (slug: string) => FeedPaths;
  /** Those of groups of this kind. */
  readonly former: readonly FormerFeed[];
}

/** Gives the feeds of groups folders of their own. */
export function placeGroups(
  groups: readonly Group[],
  { by, least, pathsAt, former }: Around,
): Places {
  const known = new Set(former.map(({ path, group }) => toKey(path, group)));
  const stood = ({ names }: Group, slug: string) => {
    return Object.values(pathsAt(slug)).some((path) => known.has(toKey(path, { names })));
  };
  const { slugs, collisions, moves } = settleSlugs(groups, { least, stood });
  const folderOf = (slug: string) => `${posix.dirname(pathsAt(slug).rss)}/`;
  const place = (group: Group) => {
    return { by, name: toGroupName(group.names), folder: folderOf(slugs.get(group) ?? "") };
  };
  return {
    paths: new Map([...slugs].map(([group, slug]) => [group, pathsAt(slug)])),
    collisions: collisions.map((alike) => alike.map(place)),
    moves: moves.map(([group, from]) => ({ ...place(group), from: folderOf(from) })),
  };
}

function toKey(path: string, { names }: Pick<GroupName, "names">): string {
  return [path, ...names.map(fold)].join("\0");
}
