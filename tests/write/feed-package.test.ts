import { expect, test } from "vitest";
import {
  frameAtom,
  frameAtomEntries,
  frameJson,
  frameJsonItems,
  frameRss,
  frameRssItems,
} from "../../src/write/feed-package.ts";
import { childOf, requireChild, writeElement } from "../../src/write/xml.ts";
import { bareEntry, feedDocument, richEntry, richSite } from "../support/feed-document.ts";

const feed = feedDocument({ site: richSite, entries: [richEntry], ttl: 60 });

const written = (parent: Parameters<typeof requireChild>[0], name: string) =>
  writeElement(requireChild(parent, name), 0);

test("the RSS channel has its link, dates and documentation", () => {
  const channel = requireChild(frameRss(feed), "channel");
  expect(["link", "lastBuildDate", "docs", "ttl"].map((name) => written(channel, name))).toEqual([
    "<link>https://example.com/sub/</link>\n",
    "<lastBuildDate>Sat, 03 Feb 2024 04:05:06 GMT</lastBuildDate>\n",
    "<docs>https://www.rssboard.org/rss-specification</docs>\n",
    "<ttl>60</ttl>\n",
  ]);
  expect(childOf(requireChild(frameRss(feedDocument()), "channel"), "ttl")).toBeUndefined();
});

test("the RSS item has its link and its date of publication", () => {
  const items = frameRssItems([richEntry, bareEntry]);
  expect(items.map(({ entry }) => entry)).toEqual([richEntry, bareEntry]);
  expect(items.map(({ frame }) => [written(frame, "link"), written(frame, "pubDate")])).toEqual([
    [
      "<link>https://example.com/sub/a/?x=1&amp;y=2</link>\n",
      "<pubDate>Tue, 02 Jan 2024 03:04:05 GMT</pubDate>\n",
    ],
    ["<link>https://example.com/b/</link>\n", "<pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate>\n"],
  ]);
});

test.each([
  { when: "its newest change", given: feed, updated: "2024-02-03T04:05:06.000Z" },
  {
    when: "the epoch, never the clock's time",
    given: feedDocument(),
    updated: "1970-01-01T00:00:00.000Z",
  },
])("the Atom feed is dated by $when", ({ given, updated }) => {
  expect(written(frameAtom(given), "updated")).toBe(`<updated>${updated}</updated>\n`);
});

test("the Atom entry has both dates, whether it was changed or not", () => {
  const entries = frameAtomEntries([richEntry, bareEntry]);
  expect(entries.map(({ entry }) => entry)).toEqual([richEntry, bareEntry]);
  expect(
    entries.map(({ frame }) => [written(frame, "updated"), written(frame, "published")]),
  ).toEqual([
    [
      "<updated>2024-02-03T04:05:06.000Z</updated>\n",
      "<published>2024-01-02T03:04:05.678Z</published>\n",
    ],
    [
      "<updated>2024-01-01T00:00:00.000Z</updated>\n",
      "<published>2024-01-01T00:00:00.000Z</published>\n",
    ],
  ]);
});

test("the JSON feed has title, addresses and description, and no items", () => {
  expect(frameJson(feed)).toEqual({
    version: "https://jsonfeed.org/version/1",
    title: 'Tables & <chairs> "here"',
    home_page_url: "https://example.com/sub/",
    feed_url: "https://example.com/feed.json",
    description: "All of <it> & more",
    icon: "https://example.com/logo.png",
    items: [],
  });
});

test("the JSON item has id, url, title, dates and tags", () => {
  expect(frameJsonItems([bareEntry, richEntry])).toMatchObject([
    { entry: bareEntry, frame: { id: "https://example.com/b/" } },
    {
      entry: richEntry,
      frame: {
        id: "post 1 & <more>",
        url: "https://example.com/sub/a/?x=1&y=2",
        title: richEntry.title,
        date_modified: "2024-02-03T04:05:06.000Z",
        date_published: "2024-01-02T03:04:05.678Z",
        tags: ["c&d", "<e>", '"f"'],
      },
    },
  ]);
});
