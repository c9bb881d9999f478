import { describe, expect, test } from "vitest";
import { resolveConfig } from "../../src/config/resolve.ts";
import type { Article } from "../../src/model.ts";
import { cutArchives } from "../../src/select/archives.ts";
import { chooseFeeds, type FeedPlan } from "../../src/select/choose-feeds.ts";
import { article } from "../support/article.ts";
import { fc } from "../support/fast-check.ts";

const paths = { rss: "rss.xml", atom: "f/atom.xml" };

function cut(
  articles: readonly Article[],
  limit: number,
  archives: boolean | { readonly size?: number; readonly path?: string },
): readonly FeedPlan[] {
  const site = { url: "https://example.com/", title: "Example" };
  const config = resolveConfig({ site, feed: { limit, archives, paths } }, "/");
  const [main] = chooseFeeds(articles, config).feeds;
  if (!main) throw new TypeError("Expected a main feed");
  return cutArchives(main, articles, config);
}

/** So many articles, the newest first, which has the greatest number. */
function articlesOf(count: number): readonly Article[] {
  return Array.from({ length: count }, (_, index) => article({ source: `${count - index}` }));
}

/** What each feed has: the numbers of its articles. */
function show(feeds: readonly FeedPlan[]): readonly string[] {
  return feeds.map(({ articles }) => articles.map(({ source }) => source).join(" "));
}

describe("archives of three articles beside a feed of two", () => {
  test.each([
    { count: 0, feeds: [""] },
    { count: 4, feeds: ["4 3 2 1"] },
    { count: 5, feeds: ["5 4", "3 2 1"] },
    { count: 7, feeds: ["7 6 5 4", "3 2 1"] },
    { count: 8, feeds: ["8 7", "3 2 1", "6 5 4"] },
    { count: 12, feeds: ["12 11 10", "3 2 1", "6 5 4", "9 8 7"] },
  ])("of $count articles are cut from the oldest", ({ count, feeds }) => {
    expect(show(cut(articlesOf(count), 2, { size: 3 }))).toEqual(feeds);
  });

  test("know their neighbours", () => {
    const [main, ...pages] = cut(articlesOf(11), 2, { size: 3, path: "old/p:page-:page" });
    const place = (page: number) => ({
      rss: `old/p${page}-${page}/rss.xml`,
      atom: `old/p${page}-${page}/atom.xml`,
      json: `old/p${page}-${page}/feed.json`,
    });
    const current = { ...paths, json: "feed.json" };
    expect(main).toMatchObject({ paths: current, group: undefined });
    expect(main?.history).toEqual({ kind: "current", previous: place(3) });
    expect(pages.map(({ group, paths, history }) => ({ group, paths, history }))).toEqual([
      {
        group: { by: "archive", name: "1", names: [] },
        paths: place(1),
        history: { kind: "archive", current, previous: undefined, next: place(2) },
      },
      {
        group: { by: "archive", name: "2", names: [] },
        paths: place(2),
        history: { kind: "archive", current, previous: place(1), next: place(3) },
      },
      {
        group: { by: "archive", name: "3", names: [] },
        paths: place(3),
        history: { kind: "archive", current, previous: place(2), next: undefined },
      },
    ]);
  });

  test("are not there where they are not wanted", () => {
    expect(show(cut(articlesOf(5), 2, false))).toEqual(["5 4 3 2 1"]);
  });
});

test("every article stands in one feed, pages are full, and stay when articles come", () => {
  const counts = [fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 })] as const;
  fc.assert(
    fc.property(...counts, fc.integer({ min: 1, max: 9 }), (count, limit, size) => {
      const [main, ...pages] = cut(articlesOf(count), limit, { size });
      const all = [main, ...pages.toReversed()].flatMap((feed) => feed?.articles ?? []);
      expect(all.map(({ source }) => source)).toEqual(
        articlesOf(count).map(({ source }) => source),
      );
      for (const { articles } of pages) expect(articles.length).toBe(size);
      const own = main?.articles.length ?? 0;
      expect(own).toBeGreaterThanOrEqual(Math.min(count, limit));
      expect(own).toBeLessThan(limit + size);
      const [, ...later] = cut(articlesOf(count + 1), limit, { size });
      expect(show(later).slice(0, pages.length)).toEqual(show(pages));
    }),
    { numRuns: 500 },
  );
});
