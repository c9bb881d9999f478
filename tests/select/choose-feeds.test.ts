import { describe, expect, test } from "vitest";
import { resolveConfig } from "../../src/config/resolve.ts";
import type { Options } from "../../src/index.ts";
import type { Article } from "../../src/model.ts";
import { chooseFeeds } from "../../src/select/choose-feeds.ts";
import type { FormerFeed } from "../../src/select/place-groups.ts";
import { article } from "../support/article.ts";

type FeedOptions = NonNullable<Options["feed"]>;

const site = { url: "https://example.com/", title: "Example", language: "en" };

function choose(
  articles: readonly Article[],
  feed: FeedOptions,
  former: readonly FormerFeed[] = [],
) {
  return chooseFeeds(articles, resolveConfig({ site, feed }, "/"), former);
}

const tagged = (...tags: readonly string[]) => article({ tags });

/** The folders of the groups of one article with tags, by their names. */
function foldersOf(...tags: readonly string[]): Readonly<Record<string, string>> {
  const { feeds } = choose([tagged(...tags)], { groups: ["tag"] });
  return Object.fromEntries(
    feeds.flatMap(({ group, paths }) => {
      return group ? [[group.name, paths.rss.replace(/^tag\/(.*)\/rss\.xml$/, "$1")]] : [];
    }),
  );
}

describe("the main feed", () => {
  const all = [article({ source: "1" }), article({ source: "2" })];

  test("has every article, and says nothing of its history", () => {
    expect(choose(all, { limit: 1 })).toEqual({
      feeds: [
        {
          group: undefined,
          title: "Example",
          language: "en",
          paths: { rss: "rss.xml", atom: "atom.xml", json: "feed.json" },
          limit: 1,
          articles: all,
        },
      ],
      collisions: [],
      moves: [],
    });
  });

  test("that has no limit is complete", () => {
    expect(choose(all, { limit: "all" }).feeds).toMatchObject([{ history: { kind: "complete" } }]);
  });

  test("with archives has no limit yet, and is not complete", () => {
    const [main] = choose(all, { limit: 1, archives: true }).feeds;
    expect(main?.limit).toBe(Number.POSITIVE_INFINITY);
    expect(main?.history).toBe(undefined);
  });
});

describe("the feed of a group", () => {
  test("has folder, title, language and limit of its own", () => {
    const korean = article({ language: "ko", tags: ["사진"] });
    const groups = [
      "tag",
      { by: "language+tag", path: "/l/:name/:group", title: ":group: :name (:site)", limit: 3 },
      { by: "language", limit: "all" as const },
    ];
    const feed = { groups, groupTitles: ":name :x", limit: 7, paths: { json: "a/b/f.json" } };
    expect(choose([korean], feed).feeds.slice(1)).toEqual([
      {
        group: { by: "tag", name: "사진", names: ["사진"] },
        title: "사진 :x",
        language: "en",
        paths: {
          rss: "tag/사진/rss.xml",
          atom: "tag/사진/atom.xml",
          json: "tag/사진/f.json",
        },
        limit: 7,
        articles: [korean],
      },
      {
        group: { by: "language+tag", name: "ko / 사진", names: ["ko", "사진"] },
        title: "language+tag: ko / 사진 (Example)",
        language: "ko",
        paths: {
          rss: "l/ko/사진/language-tag/rss.xml",
          atom: "l/ko/사진/language-tag/atom.xml",
          json: "l/ko/사진/language-tag/f.json",
        },
        limit: 3,
        articles: [korean],
      },
      {
        group: { by: "language", name: "ko", names: ["ko"] },
        title: "ko :x",
        language: "ko",
        paths: {
          rss: "language/ko/rss.xml",
          atom: "language/ko/atom.xml",
          json: "language/ko/f.json",
        },
        limit: Number.POSITIVE_INFINITY,
        articles: [korean],
        history: { kind: "complete" },
      },
    ]);
  });

  test("whose name looks like a pattern keeps it", () => {
    const { feeds } = choose([tagged(":site $& $1")], { groups: ["tag"] });
    expect(feeds[1]).toMatchObject({
      title: ":site $& $1 – Example",
      paths: { rss: "tag/site-and-1/rss.xml" },
    });
  });

  test("whose name has a slash is one folder", () => {
    expect(foldersOf("a / b")).toEqual({ "a / b": "a-b" });
  });
});

test.each([
  { setting: {}, names: ["B", "a", "c"] },
  { setting: { least: 2 }, names: ["B", "a"] },
  { setting: { least: 3 }, names: ["a"] },
  { setting: { least: 4 }, names: [] },
  { setting: { include: ["A", "b", "x"] }, names: ["B", "a"] },
  { setting: { exclude: ["b"] }, names: ["a", "c"] },
  { setting: { include: ["a", "b"], exclude: ["B"], least: 2 }, names: ["a"] },
])("of groups with $setting those that have feeds are $names", ({ setting, names }) => {
  const articles = [tagged("a", "b"), tagged("a", "B"), tagged("a", "c")];
  const { feeds } = choose(articles, { groups: [{ by: "tag", ...setting }] });
  expect(feeds.flatMap(({ group }) => group?.name ?? [])).toEqual(names);
});

test("what is excluded has no folder that it could be in the way of", () => {
  const feed = { groups: [{ by: "tag", exclude: ["a_b"] }] };
  expect(choose([tagged("a b", "a_b")], feed)).toMatchObject({
    collisions: [],
    feeds: [{}, { paths: { rss: "tag/a-b/rss.xml" } }],
  });
});

describe("names that come to one folder", () => {
  test("alone have no mark", () => {
    expect(foldersOf("a b", "C++")).toEqual({ "a b": "a-b", "C++": "c-plus-plus" });
  });

  test("have marks but for the first, and it is told", () => {
    const { collisions, moves } = choose([tagged("a b", "a_b", "c")], { groups: ["tag"] });
    expect(collisions).toEqual([
      [
        { by: "tag", name: "a b", folder: "tag/a-b/" },
        { by: "tag", name: "a_b", folder: expect.stringMatching(/^tag\/a-b-[0-9a-f]{8}\/$/) },
      ],
    ]);
    expect(moves).toEqual([]);
    expect(foldersOf("a b", "a_b", "c")).toEqual({
      "a b": "a-b",
      a_b: expect.stringMatching(/^a-b-[0-9a-f]{8}$/),
      c: "c",
    });
  });

  test("have marks that do not depend on the order, nor on how many there are", () => {
    const two = foldersOf("a b", "a_b");
    expect(foldersOf("a_b", "a b")).toEqual(two);
    expect(foldersOf("a/b", "a_b", "x", "a b")).toMatchObject(two);
    expect(new Set(Object.values(two)).size).toBe(2);
  });

  test("leave the folder to the one that is its name, where they came together", () => {
    expect(foldersOf("a b", "A-B")).toEqual({
      "A-B": "a-b",
      "a b": expect.stringMatching(/^a-b-[0-9a-f]{8}$/),
    });
  });

  test("keep their marks whatever their case is", () => {
    const [lower] = Object.values(foldersOf("a b", "a_b"));
    expect(foldersOf("a b", "A_b")["a b"]).toBe(lower);
  });

  test("of combinations are told as people read them", () => {
    const { collisions } = choose([tagged("a b", "a_b")], { groups: ["language+tag"] });
    expect(collisions).toMatchObject([
      [
        { by: "language+tag", name: "en / a b", folder: "language-tag/en/a-b/" },
        { by: "language+tag", name: "en / a_b" },
      ],
    ]);
  });

  test("of groups of another kind are none", () => {
    const written = article({ tags: ["a b"], authors: [{ name: "a-b" }] });
    expect(choose([written], { groups: ["tag", "author"] }).collisions).toEqual([]);
  });
});

describe("groups that had feeds", () => {
  const keep: FeedOptions = { groups: ["tag"], emptyGroups: "keep" };

  function had(by: string, ...names: readonly string[]): FormerFeed {
    return { path: "elsewhere/rss.xml", group: { by, names, name: names.join(" / ") } };
  }

  /** The groups that have feeds, with the number of their articles. */
  function show(...given: Parameters<typeof choose>): readonly string[] {
    return choose(...given).feeds.flatMap(({ group, articles }) => {
      return group ? [`${group.by} ${group.name}: ${articles.length}`] : [];
    });
  }

  test("and have no article any more have none", () => {
    expect(show([tagged("b")], { groups: ["tag"] }, [had("tag", "a")])).toEqual(["tag b: 1"]);
  });

  test("keep them empty where the config says so, each once", () => {
    const former = [
      had("tag", "a"),
      had("tag", "a"),
      had("tag", "B"),
      had("author", "Jo"),
      had("archive", "1"),
    ];
    expect(show([tagged("b")], keep, former)).toEqual(["tag b: 1", "tag a: 0"]);
    expect(choose([tagged("b")], keep, former).collisions).toEqual([]);
  });

  test("keep the folder and the name that they had", () => {
    const former = [had("tag", "a / b"), had("language+tag", "ko", "C++")];
    const feed = { ...keep, groups: ["tag", "language+tag"] };
    const { feeds } = choose([], feed, former);
    expect(feeds.slice(1)).toMatchObject([
      { group: former[0]?.group, title: "a / b – Example", paths: { rss: "tag/a-b/rss.xml" } },
      {
        group: former[1]?.group,
        language: "ko",
        paths: { rss: "language-tag/ko/c-plus-plus/rss.xml" },
      },
    ]);
  });

  test.each([
    { when: "excluded", setting: { exclude: ["a"] } },
    { when: "not included", setting: { include: ["b"] } },
    { when: "too small", setting: { least: 2 } },
  ])("and have articles, but are $when, are not empty: they have none", ({ setting }) => {
    const feed = { ...keep, groups: [{ by: "tag", ...setting }] };
    expect(show([tagged("a")], feed, [had("tag", "a")])).toEqual([]);
  });
});
