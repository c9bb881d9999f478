import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/config/errors.ts";
import { resolveConfig } from "../../src/config/resolve.ts";
import type { Options } from "../../src/index.ts";
import type { Article, FeedEntry } from "../../src/model.ts";
import { chooseFeeds } from "../../src/select/choose-feeds.ts";
import { composeFeeds } from "../../src/write/compose-feeds.ts";
import { feedEntry } from "../support/feed-entry.ts";
import { textOf } from "../support/output-file.ts";

type FeedOptions = NonNullable<Options["feed"]>;

function compose(
  entries: readonly FeedEntry[],
  feed: FeedOptions,
  gone: readonly FeedEntry[] = [],
) {
  const site = { url: "https://example.com/", title: "Example", language: "en" };
  const config = resolveConfig({ site, feed: { formats: ["atom"], ...feed } }, "/");
  const made = new Map<Article, FeedEntry | undefined>(
    entries.map((entry) => [entry, gone.includes(entry) ? undefined : entry]),
  );
  return composeFeeds(chooseFeeds(entries, config).feeds, made, config);
}

function entryOf(source: string, ...tags: readonly string[]): FeedEntry {
  const published = new Date(Date.UTC(2024, 0, Number(source)));
  return feedEntry({ source, id: `urn:x:${source}`, tags, published });
}

const entries = [
  entryOf("4", "a"),
  entryOf("3", "b"),
  entryOf("2", "a", "b"),
  entryOf("1", "a"),
] as const;

/** The sources of each document, by its path. */
function show(...given: Parameters<typeof compose>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    compose(...given).map(({ path, sources }) => [path, sources.join(" ")]),
  );
}

describe("the documents of all feeds", () => {
  test("have what their feeds have, up to their limits", () => {
    expect(show(entries, { limit: 3, groups: [{ by: "tag", limit: 2 }] })).toEqual({
      "atom.xml": "4 3 2",
      "tag/a/atom.xml": "4 2",
      "tag/b/atom.xml": "3 2",
    });
  });

  test("give the place of an article of which nothing could be made to the next", () => {
    const [, third, second] = entries;
    const groups = [{ by: "tag", limit: 1 }];
    expect(show(entries, { limit: 2, groups }, [third, second])).toEqual({
      "atom.xml": "4 1",
      "tag/a/atom.xml": "4",
      "tag/b/atom.xml": "",
    });
    expect(show(entries, { limit: 1, archives: { size: 1 } }, [third])).toEqual({
      "atom.xml": "4",
      "archive/1/atom.xml": "1",
      "archive/2/atom.xml": "2",
    });
  });

  test("have archives of the main feed alone", () => {
    const groups = [{ by: "tag", limit: "all" as const }];
    expect(show(entries, { limit: 1, archives: { size: 2 }, groups })).toEqual({
      "atom.xml": "4 3",
      "archive/1/atom.xml": "2 1",
      "tag/a/atom.xml": "4 2 1",
      "tag/b/atom.xml": "3 2",
    });
  });

  test("say whose they are: an id for each feed, and that of the main one for its archives", () => {
    const outputs = compose(entries, { limit: 1, archives: { size: 2 }, groups: ["tag"] });
    const texts = outputs.map((output) => [output.path, textOf(output)] as const);
    const idOf = (text: string) => /<id>(.*?)<\/id>/.exec(text)?.[1];
    expect(Object.fromEntries(texts.map(([path, text]) => [path, idOf(text)]))).toEqual({
      "atom.xml": "https://example.com/",
      "archive/1/atom.xml": "https://example.com/",
      "tag/a/atom.xml": "https://example.com/tag/a/atom.xml",
      "tag/b/atom.xml": "https://example.com/tag/b/atom.xml",
    });
    expect(outputs.map(({ group }) => group)).toEqual([
      undefined,
      { by: "archive", name: "1", names: [] },
      { by: "tag", name: "a", names: ["a"] },
      { by: "tag", name: "b", names: ["b"] },
    ]);
  });

  test("are complete where they have no limit, and only there", () => {
    const outputs = compose(entries, {
      limit: 20,
      groups: [{ by: "tag", limit: "all" }, "language"],
    });
    const complete = outputs.filter((output) => textOf(output).includes("fh:complete"));
    expect(complete.map(({ path }) => path)).toEqual(["tag/a/atom.xml", "tag/b/atom.xml"]);
  });
});

const advice = "give them other folders with `feed.groupPaths` or `path`";

test.each([
  {
    when: "a group and the main feed",
    feed: { groups: [{ by: "tag", path: "/:name/" }], paths: { atom: "A/atom.xml" } },
    message: `Expected a file of its own for each feed, not \`a/atom.xml\` for the tag \`a\` beside \`A/atom.xml\` for the main feed; ${advice}`,
  },
  {
    when: "groups of two kinds",
    feed: { groups: ["tag", "section"], groupPaths: "/:name/" },
    message: `Expected a file of its own for each feed, not \`a/atom.xml\` for the section \`a\` beside \`a/atom.xml\` for the tag \`a\`; ${advice}`,
  },
  {
    when: "one kind of groups twice",
    feed: { groups: ["tag", { by: "tag", limit: 1 }] },
    message: `Expected a file of its own for each feed, not \`tag/a/atom.xml\` for the tag \`a\` beside \`tag/a/atom.xml\` for the tag \`a\`; ${advice}`,
  },
  {
    when: "an archive and a group",
    feed: {
      groups: [{ by: "tag", path: "/:name/" }],
      limit: 1,
      archives: { size: 1, path: "a:page/" },
    },
    message: `Expected a file of its own for each feed, not \`a1/atom.xml\` for the tag \`a1\` beside \`a1/atom.xml\` for the archive \`1\`; ${advice}`,
  },
])("refuses one file for two feeds: $when", ({ feed, message }) => {
  const given = ["2", "1"].map((source) => {
    const { published } = entryOf(source);
    return feedEntry({
      source: `a/${source}`,
      id: `urn:x:${source}`,
      tags: ["a", "a1"],
      published,
    });
  });
  expect(() => compose(given, feed)).toThrow(new UsageError(message));
});

test.each([
  {
    when: "the main feed's file",
    feed: { paths: { atom: "Tag" }, groups: ["tag"] },
    message: `Expected a file of its own for each feed, not \`tag/a/Tag\` for the tag \`a\` beside \`Tag\` for the main feed; ${advice}`,
  },
  {
    when: "a group's file, and another group",
    feed: {
      paths: { atom: "feed" },
      groups: ["tag", { by: "tag", path: "/tag/a/feed/:name/" }],
    },
    message: `Expected a file of its own for each feed, not \`tag/a/feed/a/feed\` for the tag \`a\` beside \`tag/a/feed\` for the tag \`a\`; ${advice}`,
  },
  {
    when: "a group's file that comes later",
    feed: {
      paths: { atom: "feed" },
      groups: [{ by: "tag", path: "/tag/a/feed/:name/" }, "tag"],
    },
    message: `Expected a file of its own for each feed, not \`tag/a/feed\` for the tag \`a\` beside \`tag/a/feed/b/feed\` for the tag \`b\`; ${advice}`,
  },
])("refuses a file where the folder of another feed is: $when", ({ feed, message }) => {
  expect(() => compose(entries, feed)).toThrow(new UsageError(message));
});
