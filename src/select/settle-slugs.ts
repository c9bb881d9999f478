import { fold, type Group, toGroupName } from "./group-articles.ts";
import { toGroupSlug, withMark } from "./group-slug.ts";
import { byNewest } from "./newest.ts";

/** By what the slugs of groups are settled, beside their names. */
export interface Past {
  /** Articles that it takes to have a feed. */
  readonly least: number;
  /** Whether a group's feeds stood at a slug when feedwright wrote last; nothing is known in a new clone. */
  readonly stood: (group: Group, slug: string) => boolean;
}

/** The slugs of groups, and what there is to say of them. */
export interface Slugs {
  readonly slugs: ReadonlyMap<Group, string>;
  /** Groups that come to one slug, with the one that has it first. */
  readonly collisions: readonly (readonly Group[])[];
  /** Groups that had another slug, with it. */
  readonly moves: readonly (readonly [group: Group, from: string])[];
}

/**
 * Gives each group a slug that no other has. Of several that come to one slug the one has it whose
 * feeds came first, which was when its `least`th article was published, and the others have a mark
 * behind it. So no address of a feed changes when articles with other names are added after it, here
 * or in a clone that remembers nothing. Only a change in the past can move a feed (an article of an
 * older date, a tag given to an old article or taken from it), and that is told.
 *
 * A rule that knows names alone cannot do that: whichever of two had the slug while it was alone, the
 * rule could not tell. It would have to mark every name that loses something, `machine learning` too.
 *
 * @param groups with their articles newest first
 */
export function settleSlugs(groups: readonly Group[], past: Past): Slugs {
  const bySlug = new Map<string, Group[]>();
  for (const group of groups) {
    const slug = slugOf(group);
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), group]);
  }
  const slugs = new Map<Group, string>();
  const collisions: (readonly Group[])[] = [];
  const moves: (readonly [Group, string])[] = [];
  for (const alike of bySlug.values()) {
    const oldest = alike.toSorted((left, right) => byAge(left, right, past));
    if (oldest.length > 1) collisions.push(oldest);
    for (const [index, group] of oldest.entries()) {
      const plain = slugOf(group);
      const marked = withMark(plain, toGroupName(group.names));
      const [slug, other] = index === 0 ? [plain, marked] : [marked, plain];
      slugs.set(group, slug);
      if (past.stood(group, other)) moves.push([group, other]);
    }
  }
  return { slugs, collisions, moves };
}

function slugOf({ names }: Group): string {
  return names.map(toGroupSlug).join("/");
}

function byAge(left: Group, right: Group, past: Past): number {
  const [one, other] = [left, right].map(({ articles }) => articles.at(-past.least));
  if (one && other && one !== other) return byNewest(other, one);
  return rank(left, past) - rank(right, past) || byName(left, right);
}

// A group without articles is there because it is remembered, and so is where it stood.
function rank(group: Group, { stood }: Past): number {
  if (group.articles.length > 0) return 1;
  return stood(group, slugOf(group)) ? 0 : 2;
}

// Of names that came with one article the one that needs no change is first.
function byName(left: Group, right: Group): number {
  const [one, other] = [left, right].map(({ names }) => names.map(fold).join("/"));
  if (one === slugOf(left) || other === slugOf(right)) return one === slugOf(left) ? -1 : 1;
  return (one ?? "") < (other ?? "") ? -1 : 1;
}
