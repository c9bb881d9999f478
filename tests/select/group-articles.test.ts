import { describe, expect, test } from "vitest";
import { type GroupField, groupFields } from "../../src/config/group-options.ts";
import type { Article } from "../../src/model.ts";
import { type Group, groupArticles, isWanted } from "../../src/select/group-articles.ts";
import { article } from "../support/article.ts";
import { fc } from "../support/fast-check.ts";

interface Stated {
  readonly fields?: readonly GroupField[];
  readonly language?: string;
  readonly aliases?: Readonly<Record<string, string>>;
}

function group(articles: readonly Article[], stated: Stated = {}): readonly Group[] {
  const { fields = ["tag"], language, aliases = {} } = stated;
  const around = { language, aliases: new Map(Object.entries(aliases)) };
  return groupArticles(articles, { fields }, around);
}

/** The groups by their names, with the sources of their articles. */
function show(groups: readonly Group[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    groups.map(({ names, articles }) => {
      return [names.join(" / "), articles.map(({ source }) => source).join(" ")];
    }),
  );
}

const tagged = (source: string, ...tags: readonly string[]) => article({ source, tags });

describe("groups of tags", () => {
  test("hold the articles that have them, in the order in which they come", () => {
    const articles = [tagged("3", "b", "a"), tagged("1", "a"), tagged("2"), tagged("0", "b")];
    expect(show(group(articles))).toEqual({ a: "3 1", b: "3 0" });
  });

  test("of which an article names one twice hold it once", () => {
    expect(show(group([tagged("1", "a", "A", "a")]))).toEqual({ a: "1" });
  });

  test.each([
    { when: "case", tags: ["Web", "web", "web"], name: "web" },
    { when: "case of other scripts", tags: ["ΩΔΗ", "ωδη", "ωδη"], name: "ωδη" },
    { when: "spaces around", tags: ["web", " web", "web"], name: "web" },
    { when: "the form of Unicode", tags: ["é", "e\u0301", "é"], name: "é" },
    { when: "the form of Unicode in lower case", tags: ["J\u030c", "ǰ", "ǰ"], name: "ǰ" },
  ])("that differ by $when are one, as most write it", ({ tags, name }) => {
    const articles = tags.map((tag, index) => tagged(`${index}`, tag));
    expect(show(group(articles))).toEqual({ [name]: "0 1 2" });
  });

  test("written as often one way as another have the first name by code units", () => {
    expect(show(group([tagged("1", "web"), tagged("2", "Web")]))).toEqual({ Web: "1 2" });
    expect(show(group([tagged("1", "Web"), tagged("2", "web")]))).toEqual({ Web: "1 2" });
  });

  test("that differ by more are several", () => {
    const names = ["C", "C#", "C++", "a b", "a-b", "straße", "strasse"];
    expect(Object.keys(show(group([tagged("1", ...names)]))).toSorted()).toEqual(names.toSorted());
  });

  test("with an alias have the name that it stands for", () => {
    const articles = [tagged("1", "JS"), tagged("2", "ecmascript"), tagged("3", "javascript")];
    const aliases = { js: "JavaScript", ecmascript: "JavaScript" };
    expect(show(group(articles, { aliases }))).toEqual({ JavaScript: "1 2 3" });
  });

  test("with two aliases of an article's own hold it once", () => {
    expect(
      show(group([tagged("1", "js", "JavaScript")], { aliases: { js: "JavaScript" } })),
    ).toEqual({ JavaScript: "1" });
  });
});

describe("groups of other fields", () => {
  const named = (name: string) => ({ authors: [{ name }] });

  test.each([
    {
      when: "sections are first folders",
      fields: ["section"] as const,
      articles: [{ source: "a/1" }, { source: "a/b/2" }, { source: "3" }, { source: "B/4" }],
      groups: { a: "a/1 a/b/2", B: "B/4" },
    },
    {
      when: "authors are people by their names, each of several",
      fields: ["author"] as const,
      articles: [
        { source: "1", ...named("Jo") },
        { source: "2", authors: [{ name: "jo", email: "jo@example.com" }, { name: "Mina" }] },
        { source: "3" },
      ],
      groups: { Jo: "1 2", Mina: "2" },
    },
    {
      when: "languages are those of articles, or of the site",
      fields: ["language"] as const,
      articles: [{ source: "1", language: "ko" }, { source: "2" }, { source: "3", language: "en" }],
      groups: { ko: "1", en: "2 3" },
      language: "en",
    },
    {
      when: "languages that nobody names are none",
      fields: ["language"] as const,
      articles: [{ source: "1", language: "ko" }, { source: "2" }],
      groups: { ko: "1" },
    },
    {
      when: "combinations are every one that an article has",
      fields: ["language", "tag"] as const,
      articles: [
        { source: "1", language: "ko", tags: ["a", "b"] },
        { source: "2", language: "en", tags: ["A"] },
        { source: "3", language: "ko", tags: ["A"] },
        { source: "4", language: "ko" },
        { source: "5", tags: ["a"] },
      ],
      groups: { "en / A": "2", "ko / A": "1 3", "ko / b": "1" },
    },
    {
      when: "combinations are in the order of the fields",
      fields: ["tag", "section", "author"] as const,
      articles: [{ source: "s/1", tags: ["a", "b"], ...named("Jo") }],
      groups: { "a / s / Jo": "s/1", "b / s / Jo": "s/1" },
    },
  ])("$when", ({ articles, groups, fields, language }) => {
    const given = articles.map((stated) => article(stated));
    expect(show(group(given, { fields, ...(language === undefined ? {} : { language }) }))).toEqual(
      groups,
    );
  });
});

test.each([
  { setting: {}, wanted: ["B", "a", "c", "en / a"] },
  { setting: { include: ["A", "b", "x"] }, wanted: ["B", "a"] },
  { setting: { include: [] }, wanted: [] },
  { setting: { exclude: ["A", "x"] }, wanted: ["B", "c", "en / a"] },
  { setting: { include: ["a", "b"], exclude: ["B"] }, wanted: ["a"] },
  { setting: { include: ["EN / a"] }, wanted: ["en / a"] },
])("of $setting are wanted $wanted", ({ setting, wanted }) => {
  const names = [["B"], ["a"], ["c"], ["en", "a"]];
  const found = names.filter((one) =>
    isWanted(one, { include: undefined, exclude: [], ...setting }),
  );
  expect(found.map((one) => one.join(" / "))).toEqual(wanted);
});

test("the groups and their names do not depend on the order of the articles", () => {
  const names = ["a", "A", "b", "B", "é", "E\u0301", "a b", "a-b", ""];
  const some = fc.subarray(["a/", "b/", ""], { minLength: 1 });
  const any = fc
    .array(fc.constantFrom(...names), { maxLength: 4 })
    .chain((tags) => some.map(([folder = ""]) => ({ tags, folder })));
  const sets = fc.array(any, { maxLength: 8 }).chain((stated) => {
    const articles = stated.map(({ tags, folder }, index) => {
      return article({ source: `${folder}${index}`, tags });
    });
    const { length } = articles;
    return fc
      .shuffledSubarray(articles, { minLength: length })
      .map((other) => ({ articles, other }));
  });
  fc.assert(
    fc.property(
      sets,
      fc.subarray([...groupFields], { minLength: 1 }),
      ({ articles, other }, fields) => {
        const toSets = (groups: readonly Group[]) =>
          groups.map(({ names, articles }) => ({ names, articles: new Set(articles) }));
        const stated = { fields, language: "en" };
        expect(toSets(group(other, stated))).toEqual(toSets(group(articles, stated)));
      },
    ),
  );
});
