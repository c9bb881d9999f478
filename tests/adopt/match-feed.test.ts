import { expect, test } from "vitest";
import { matchFeed } from "../../src/adopt/match-feed.ts";
import type { Candidate } from "../../src/adopt/matching.ts";
import type { PublishedItem } from "../../src/published/published-feed.ts";
import { published } from "../support/published.ts";

const tides =
  "Twice a day the water leaves the bay and twice it comes back, and whoever walks there without a watch learns to run.";
const mud =
  "Mud is neither land nor sea: it holds a boot like one and a boat like the other, and gives neither back without a fight.";

const linked = (link: (word: string) => string) => tides.replace(/day|bay|back|watch/g, link);

interface Post extends Candidate {
  readonly body: string;
}

function post(stated: Partial<Post> = {}): Post {
  const { source = "tides.md", url = "https://example.com/2024/tides/" } = stated;
  const date = new Date("2024-03-05T00:00:00Z");
  return { source, url, id: url, title: "On tides", published: date, body: tides, ...stated };
}

function entry(stated: Partial<PublishedItem> = {}): PublishedItem {
  return published({
    id: "7",
    url: "https://old.example/?p=7",
    title: "Other",
    published: new Date("2020-01-01T00:00:00Z"),
    html: "<p>Other</p>",
    ...stated,
  });
}

const match = async (items: readonly PublishedItem[], articles: readonly Post[]) =>
  await matchFeed(items, articles, async ({ body }) => body);

test.each<{ what: string; by: string; item: Partial<PublishedItem>; article?: Partial<Post> }>([
  {
    what: "an id that the article states",
    by: "id",
    item: { id: "seven" },
    article: { id: "seven" },
  },
  { what: "the same address", by: "id", item: { id: "https://example.com/2024/tides/" } },
  {
    what: "an address with another scheme",
    by: "address",
    item: { url: "http://www.example.com/2024/tides" },
  },
  {
    what: "an address with a file's name, and a campaign",
    by: "address",
    item: { url: "https://example.com/2024/tides/index.html?utm_source=rss#top" },
  },
  {
    what: "an address as id alone",
    by: "address",
    item: { id: "http://example.com/2024/tides", url: undefined },
  },
  {
    what: "an address encoded otherwise",
    by: "address",
    item: { url: "https://example.com/%e6%bd%ae%E6%B1%90/" },
    article: { url: "https://example.com/潮汐/" },
  },
  {
    what: "an address with a query that counts",
    by: "address",
    item: { url: "https://example.com/?p=12" },
    article: { url: "https://example.com/?p=12" },
  },
  {
    what: "an address below another host",
    by: "address",
    item: { url: "https://old.example/2024/tides.html" },
    article: { url: "https://new.example/2024/tides.html" },
  },
  {
    what: "title and day",
    by: "title",
    item: { title: "on  ‘TIDES’", published: new Date("2024-03-05T23:00:00Z") },
  },
  {
    what: "title and the day before, elsewhere",
    by: "title",
    item: { title: "On tides", published: new Date("2024-03-04T15:00:00Z") },
  },
  {
    what: "a title without a date",
    by: "title",
    item: { title: "On <i>tides</i>", published: undefined },
  },
  { what: "the text", by: "content", item: { html: `<h2>Tides</h2><p>${tides}</p>` } },
  { what: "the text's beginning", by: "content", item: { html: `<p>${tides.slice(0, 75)}…</p>` } },
  {
    what: "the text, with links",
    by: "content",
    item: { html: `<p>${linked((word) => `<a href="/w">${word}</a>`)}</p>` },
    article: { body: `# Tides\n\n${linked((word) => `[**${word}**](/w-of/the-bay)`)}\n` },
  },
])("matches by $what", async ({ by, item, article }) => {
  const others = [
    post({ source: "mud.md", url: "https://example.com/mud/", title: "Mud", body: mud }),
  ];
  const found = await match([entry(item)], [...others, post(article)]);
  expect(found.matches).toMatchObject([
    { item: { id: item.id ?? "7" }, article: { source: "tides.md" }, by },
  ]);
  expect(found.items).toEqual([]);
  expect(found.articles).toMatchObject([{ article: { source: "mud.md" } }]);
});

test("tells hosts apart where that helps", async () => {
  const [here, there] = ["https://example.com/a", "https://other.example/a"];
  const articles = [here, there].map((url) => post({ source: url, url, title: url, body: "" }));
  const item = entry({ id: "http://www.example.com/a/", url: undefined });
  const { matches } = await match([item], articles);
  expect(matches).toMatchObject([{ article: { source: here } }]);
});

test("reads no text where names are enough", async () => {
  const refuse = async () => Promise.reject(new Error("read"));
  const found = await matchFeed(
    [entry({ id: post().url })],
    [post(), post({ source: "b.md", url: "https://example.com/b/" })],
    refuse,
  );
  expect(found.matches).toHaveLength(1);
});

test.each<{
  what: string;
  items: readonly Partial<PublishedItem>[];
  articles: readonly Partial<Post>[];
  reasons: readonly string[];
}>([
  {
    what: "has nothing in common",
    items: [{}],
    articles: [{}],
    reasons: ["no article has its address, its title and day, or its text"],
  },
  {
    what: "shares a title alone",
    items: [{ title: "On tides" }],
    articles: [{}],
    reasons: ["`tides.md` has its title, but another date: 2024-03-05"],
  },
  {
    what: "could be of two",
    items: [{ title: "On tides", published: new Date("2024-03-05T00:00:00Z") }],
    articles: [
      { source: "a.md", url: "https://example.com/a/" },
      { source: "b.md", url: "https://example.com/b/" },
    ],
    reasons: ["could be of `a.md` or `b.md`, by its title"],
  },
  {
    what: "is not the only one",
    items: [
      { id: "1", url: "https://example.com/2024/tides" },
      { id: "2", url: "http://example.com/2024/tides" },
    ],
    articles: [{}],
    reasons: [
      "another entry could be of `tides.md` too, by its address",
      "another entry could be of `tides.md` too, by its address",
    ],
  },
  {
    what: "stands in two articles",
    items: [{ html: tides }],
    articles: [{ source: "a.md" }, { source: "b.md", url: "https://example.com/b/" }],
    reasons: ["no article has its address, its title and day, or its text"],
  },
  {
    what: "is too short to tell",
    items: [{ html: "Twice a day the water leaves" }],
    articles: [{}],
    reasons: ["no article has its address, its title and day, or its text"],
  },
  {
    what: "is a front page",
    items: [{ url: "https://example.com/" }],
    articles: [{ url: "https://example.com/", id: "x" }],
    reasons: ["no article has its address, its title and day, or its text"],
  },
])("says why an entry that $what has no article", async ({ items, articles, reasons }) => {
  const found = await match(items.map(entry), articles.map(post));
  expect(found.matches).toEqual([]);
  expect(found.items.map(({ reason }) => reason)).toEqual(reasons);
  expect(found.articles).toHaveLength(articles.length);
});

test("says why an article has no entry", async () => {
  const at = (source: string, time: string) =>
    post({
      source,
      url: `https://example.com/${source}`,
      title: source,
      published: new Date(time),
    });
  const articles = [
    at("old", "2019-01-01T00:00:00Z"),
    at("between", "2020-06-01T00:00:00Z"),
    at("new", "2022-01-01T00:00:00Z"),
  ];
  const items = [
    entry({ id: "1" }),
    entry({ id: "2", published: new Date("2021-01-01T00:00:00Z") }),
  ];
  const found = await match(items, articles);
  expect(found.articles.map(({ article: { source }, reason }) => `${source}: ${reason}`)).toEqual([
    "old: older than every entry of the feed",
    "between: no entry has its address, its title and day, or its text",
    "new: newer than every entry of the feed",
  ]);
});

test("knows two articles of one title apart by their days", async () => {
  const weekly = (source: string, day: string) =>
    post({
      source,
      url: `https://example.com/${source}`,
      title: "Weekly",
      published: new Date(day),
      body: "",
    });
  const sunday = entry({ id: "s", title: "Weekly", published: new Date("2024-03-03T10:00:00Z") });
  const monday = entry({ id: "m", title: "Weekly", published: new Date("2024-03-04T10:00:00Z") });
  const { matches } = await match(
    [sunday, monday],
    [weekly("monday.md", "2024-03-04"), weekly("sunday.md", "2024-03-03")],
  );
  expect(matches.map(({ item, article }) => `${item.id} ${article.source}`)).toEqual([
    "s sunday.md",
    "m monday.md",
  ]);
});

const wordOf = (number: number, at: number) => {
  return `w${Math.floor((Math.abs(Math.sin(number * 1000 + at)) * 1e6) % 5000)}`;
};

test("takes little time for many", async () => {
  const numbers = Array.from({ length: 2000 }, (_, index) => index);
  const text = (number: number) =>
    `one boilerplate for all of them ${Array.from({ length: 200 }, (_, at) => wordOf(number, at)).join(" ")}`;
  const articles = numbers.map((number) =>
    post({
      source: `${number}`,
      url: `https://example.com/${number}`,
      title: `T${number}`,
      body: text(number),
    }),
  );
  const items = numbers.map((number) =>
    entry({ id: `${number}`, url: undefined, html: text(number) }),
  );
  const start = performance.now();
  const { matches } = await match(items, articles);
  expect(matches.every(({ item, article }) => item.id === article.source)).toBe(true);
  expect(matches).toHaveLength(2000);
  expect(performance.now() - start).toBeLessThan(10_000);
});
