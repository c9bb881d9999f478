import type { GroupField } from "../config/group-options.ts";
import type { GroupSetting } from "../config/resolve-groups.ts";
import type { Article } from "../model.ts";

/** Articles that have something in common. */
export interface Group {
  /** What each of the fields is for them: `["ko", "사진"]`. */
  readonly names: readonly string[];
  /** In the order in which they were given. */
  readonly articles: readonly Article[];
}

/** What articles are grouped by, beside the setting. */
export interface Around {
  /** The language of an article that names none. */
  readonly language: string | undefined;
  /** What tags are called that are the same as another one. */
  readonly aliases: ReadonlyMap<string, string>;
}

/**
 * Groups articles. Names that differ in case alone are one: the one that is written most often, of
 * several the first by code units. An article with several tags is in several groups, in each once.
 *
 * @returns the groups by their names
 */
export function groupArticles(
  articles: readonly Article[],
  { fields }: Pick<GroupSetting, "fields">,
  around: Around,
): readonly Group[] {
  const bins = new Map<string, Bin>();
  for (const article of articles) {
    for (const names of combine(fields.map((field) => namesOf(article, field, around)))) {
      const key = names.map(fold).join("\0");
      const bin = bins.get(key) ?? { spellings: new Map(), articles: new Set() };
      bins.set(key, bin);
      bin.articles.add(article);
      const spelling = JSON.stringify(names);
      bin.spellings.set(spelling, {
        names,
        count: (bin.spellings.get(spelling)?.count ?? 0) + 1,
      });
    }
  }
  return [...bins.values()].map(toGroup).toSorted(byNames);
}

interface Bin {
  readonly spellings: Map<string, Spelling>;
  readonly articles: Set<Article>;
}

interface Spelling {
  readonly names: readonly string[];
  readonly count: number;
}

const readNames = {
  tag: ({ tags }, { aliases }) => tags.map((tag) => aliases.get(fold(tag)) ?? tag),
  section: ({ source }) => (source.includes("/") ? [source.slice(0, source.indexOf("/"))] : []),
  author: ({ authors }) => authors.map(({ name }) => name),
  language: ({ language }, around) => {
    const known = language ?? around.language;
    return known === undefined ? [] : [known];
  },
} as const satisfies Record<GroupField, (article: Article, around: Around) => readonly string[]>;

function namesOf(article: Article, field: GroupField, around: Around): readonly string[] {
  return readNames[field](article, around);
}

/** Names that are one. */
export function fold(name: string): string {
  // In this order: a letter in lower case may be composed where its capital is not.
  return name.trim().toLowerCase().normalize("NFC");
}

function combine(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (rows, names) => rows.flatMap((row) => names.map((name) => [...row, name])),
    [[]],
  );
}

function toGroup({ spellings, articles }: Bin): Group {
  const [best] = [...spellings].toSorted(([left, one], [right, other]) => {
    return other.count - one.count || (left < right ? -1 : 1);
  });
  return { names: best?.[1].names ?? [], articles: [...articles] };
}

/** Whether the config lets a group of these names have feeds. */
export function isWanted(
  names: readonly string[],
  { include, exclude }: Pick<GroupSetting, "include" | "exclude">,
): boolean {
  const name = fold(toGroupName(names));
  const isNamed = (list: readonly string[]) => list.some((one) => fold(one) === name);
  return (include === undefined || isNamed(include)) && !isNamed(exclude);
}

/** A group's name, as people read it. */
export function toGroupName(names: readonly string[]): string {
  return names.join(" / ");
}

function byNames(left: Group, right: Group): number {
  return left.names.join("\0") < right.names.join("\0") ? -1 : 1;
}
