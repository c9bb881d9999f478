import type { Root } from "mdast";
import { expect, test } from "vitest";
import { resolveConfig } from "../../src/config/resolve.ts";
import type { Options } from "../../src/index.ts";
import type { Article } from "../../src/model.ts";
import { carriedBy, produceEntries } from "../../src/produce/produce-entries.ts";
import { chooseFeeds } from "../../src/select/choose-feeds.ts";
import { createForgetfulStore } from "../../src/store/store.ts";
import { article } from "../support/article.ts";

const broken = "broken";

// A plugin that cannot do with some articles.
function refuseBroken() {
  return (tree: Root) => {
    const [first] = tree.children;
    if (first?.type === "heading") throw new TypeError(broken);
  };
}

function articleOf(source: string, body: string, ...tags: readonly string[]): Article {
  const published = new Date(Date.UTC(2024, 0, Number(source)));
  return article({ source, id: `urn:x:${source}`, body, tags, published });
}

/** What was made, and what the feeds carry of it. */
async function produce(articles: readonly Article[], feed: NonNullable<Options["feed"]>) {
  const config = resolveConfig(
    {
      site: { url: "https://example.com/", title: "Example" },
      feed: { formats: ["json"], ...feed },
      markdown: { remarkPlugins: [refuseBroken] },
    },
    "/",
  );
  const { feeds } = chooseFeeds(articles, config);
  const store = createForgetfulStore(config.feed.formats);
  const steps: (readonly number[])[] = [];
  const entries = await produceEntries(feeds, articles, {
    config,
    store,
    jobs: 1,
    onProgress: (done, all) => steps.push([done, all]),
  });
  return {
    made: [...entries].map(([{ source }, entry]) => (entry ? source : `no ${source}`)),
    carried: feeds.map((one) =>
      carriedBy(one, entries)
        .map(({ source }) => source)
        .join(" "),
    ),
    asked: store.counts().misses,
    steps,
  };
}

test("an article is made once, the newest first, however many feeds carry it", async () => {
  const articles = [
    articleOf("4", "Text", "a", "b"),
    articleOf("3", "Text", "a"),
    articleOf("2", "Text", "b"),
    articleOf("1", "Text", "c"),
  ];
  expect(await produce(articles, { groups: ["tag", "section"], limit: 2 })).toEqual({
    made: ["4", "3", "2", "1"],
    carried: ["4 3", "4 3", "4 2", "1"],
    asked: 4,
    steps: [
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ],
  });
});

test("what no feed carries is not made", async () => {
  const articles = [
    articleOf("3", "Text", "a"),
    articleOf("2", "Text", "a"),
    articleOf("1", "Text", "b"),
  ];
  const feed = { groups: [{ by: "tag", exclude: ["b"] }], limit: 1 };
  expect(await produce(articles, feed)).toMatchObject({
    made: ["3"],
    carried: ["3", "3"],
    asked: 1,
  });
});

test("an article of which nothing can be made gives its place to the next, in each feed", async () => {
  const articles = [
    articleOf("5", "# Broken", "a"),
    articleOf("4", "Text", "b"),
    articleOf("3", "# Broken", "a"),
    articleOf("2", "Text", "a"),
    articleOf("1", "# Broken", "c"),
  ];
  expect(await produce(articles, { groups: ["tag"], limit: 1 })).toMatchObject({
    made: ["no 5", "4", "no 1", "no 3", "2"],
    carried: ["4", "2", "4", ""],
    asked: 5,
  });
  const [first] = articles;
  expect(first?.file.messages.map(String).join()).toContain(broken);
});
