import { describe, expect, test } from "vitest";
import type { Article } from "../../src/model.ts";
import { fold, type Group, groupArticles } from "../../src/select/group-articles.ts";
import { byNewest } from "../../src/select/newest.ts";
import { type Past, settleSlugs } from "../../src/select/settle-slugs.ts";
import { article } from "../support/article.ts";
import { fc } from "../support/fast-check.ts";

// Names that come to few slugs, so that they are in each other's way.
const names = [
  "C++",
  "c plus plus",
  "c-plus-plus",
  "C plus+",
  "a b",
  "a_b",
  "A-B",
  "a/b",
  "b",
  "con",
];

const tagged = (day: number, ...tags: readonly string[]) =>
  article({ id: `${day} ${tags}`, published: new Date(Date.UTC(2024, 0, day)), tags });

/** The slugs of the groups that articles make, by their names. */
function slugsOf(
  articles: readonly Article[],
  { least = 1, stood = () => false }: Partial<Past> = {},
) {
  const around = { language: undefined, aliases: new Map<string, string>() };
  const groups = groupArticles(articles.toSorted(byNewest), { fields: ["tag"] }, around);
  const large = groups.filter((group) => group.articles.length >= least);
  const { slugs, moves, collisions } = settleSlugs(large, { least, stood });
  return { slugs: toNames(slugs), moves: toNames(moves), collisions };
}

function toNames(entries: Iterable<readonly [Group, string]>): ReadonlyMap<string, string> {
  return new Map([...entries].map(([group, slug]) => [group.names.map(fold).join(), slug]));
}

const marked = /^c-plus-plus-[0-9a-f]{8}$/;

describe("names that come to one slug", () => {
  test.each([
    { first: "C++", second: "c-plus-plus" },
    { first: "c-plus-plus", second: "C++" },
  ])("leave it to $first, whose article is older than $second's", ({ first, second }) => {
    const { slugs, collisions } = slugsOf([tagged(1, first), tagged(2, second), tagged(3, second)]);
    expect(slugs.get(fold(first))).toBe("c-plus-plus");
    expect(slugs.get(fold(second))).toMatch(marked);
    expect(collisions).toMatchObject([[{ names: [first] }, { names: [second] }]]);
  });

  test("leave it to the one that first had the articles for a feed", () => {
    const articles = [tagged(1, "C++"), tagged(2, "c-plus-plus"), tagged(3, "c-plus-plus")];
    const late = [...articles, tagged(4, "C++")];
    expect(slugsOf(late).slugs.get("c++")).toBe("c-plus-plus");
    expect(slugsOf(late, { least: 2 }).slugs.get("c++")).toMatch(marked);
    expect(slugsOf(articles, { least: 2 }).slugs).toEqual(
      new Map([["c-plus-plus", "c-plus-plus"]]),
    );
  });

  test.each([
    { day: 0, from: "c-plus-plus", to: marked },
    { day: 3, from: "c-plus-plus", to: "c-plus-plus" },
  ])("are told of where an article of day $day moves what stood there", ({ day, from, to }) => {
    const stood: Past["stood"] = ({ names: [name] }, slug) => name === "C++" && slug === from;
    const { slugs, moves } = slugsOf([tagged(1, "C++"), tagged(day, "c-plus-plus")], { stood });
    expect(slugs.get("c++")).toMatch(to);
    expect(moves).toEqual(new Map(day === 0 ? [["c++", from]] : []));
  });
});

describe("a group that is kept without articles", () => {
  const empty: Group = { names: ["C++"], articles: [] };
  const living: Group = { names: ["c-plus-plus"], articles: [tagged(1)] };

  test.each([
    { stood: true, plain: empty },
    { stood: false, plain: living },
  ])("has the slug that it had: without a mark $stood", ({ stood, plain }) => {
    const past: Past = {
      least: 1,
      stood: (group, slug) => stood && group === empty && slug === "c-plus-plus",
    };
    for (const groups of [
      [empty, living],
      [living, empty],
    ]) {
      const { slugs, moves } = settleSlugs(groups, past);
      expect([...slugs].find(([, slug]) => slug === "c-plus-plus")?.[0]).toBe(plain);
      expect(moves).toEqual([]);
    }
  });
});

const tags = fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 });
const least = fc.integer({ min: 1, max: 3 });

test("whatever articles come after them, no slug of earlier groups changes", () => {
  fc.assert(
    fc.property(fc.array(tags, { maxLength: 12 }), least, (lists, least) => {
      const articles = lists.map((list, index) => tagged(index + 1, ...list));
      let known: ReadonlyMap<string, string> = new Map();
      for (let count = 1; count <= articles.length; count += 1) {
        const { slugs } = slugsOf(articles.slice(0, count), { least });
        for (const [name, slug] of known) expect([name, slugs.get(name)]).toEqual([name, slug]);
        expect(new Set(slugs.values()).size).toBe(slugs.size);
        known = slugs;
      }
    }),
    { numRuns: 500 },
  );
});

test("whatever changes in the past, a slug that changes is told", () => {
  const list = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), tags), { maxLength: 8 });
  fc.assert(
    fc.property(list, list, least, (earlier, later, least) => {
      const [before, after] = [earlier, later].map((days) =>
        days.map(([day, own]) => tagged(day, ...own)),
      );
      const { slugs: had } = slugsOf(before ?? [], { least });
      const stood: Past["stood"] = (group, slug) => had.get(group.names.map(fold).join()) === slug;
      const { slugs, moves } = slugsOf(after ?? [], { least, stood });
      const moved = [...slugs].filter(([name, slug]) => (had.get(name) ?? slug) !== slug);
      expect([...moves]).toEqual(moved.map(([name]) => [name, had.get(name)]));
    }),
    { numRuns: 500 },
  );
});
