import { describe, expect, test } from "vitest";
import { type Config, resolveConfig } from "../../src/config/resolve.ts";
import type { Options } from "../../src/index.ts";
import type { FeedEntry } from "../../src/model.ts";
import { chooseFeeds } from "../../src/select/choose-feeds.ts";
import { composeFeed } from "../../src/write/compose-feed.ts";
import { site } from "../support/feed-document.ts";
import { feedEntry } from "../support/feed-entry.ts";
import { textOf } from "../support/output-file.ts";

/** The main feed of a site. */
function compose(entries: readonly FeedEntry[], config: Config) {
  const [plan] = chooseFeeds([], config).feeds;
  if (!plan) throw new TypeError("Expected a main feed");
  return composeFeed({ plan, entries }, config);
}

function configOf(feed: NonNullable<Options["feed"]> = {}, url = "https://example.com/") {
  return resolveConfig({ site: { url, title: "Example" }, feed }, "/");
}

const first = feedEntry({ source: "b.md", id: "b", published: new Date("2024-03-01T00:00:00Z") });
const second = feedEntry({
  source: "a.md",
  id: "a",
  published: new Date("2024-02-01T00:00:00Z"),
  updated: new Date("2024-04-01T00:00:00Z"),
});

describe("composeFeed", () => {
  test("gives a document of each format, with its path, its address and its sources", () => {
    const outputs = compose([first, second], configOf());
    const sources = ["b.md", "a.md"];
    const shown = outputs.map((output) => {
      const { path, format, url, sources } = output;
      return { path, format, url, sources, start: textOf(output).slice(0, 5) };
    });
    expect(shown).toEqual([
      {
        path: "rss.xml",
        format: "rss",
        url: "https://example.com/rss.xml",
        sources,
        start: "<?xml",
      },
      {
        path: "atom.xml",
        format: "atom",
        url: "https://example.com/atom.xml",
        sources,
        start: "<?xml",
      },
      {
        path: "feed.json",
        format: "json",
        url: "https://example.com/feed.json",
        sources,
        start: '{\n  "',
      },
    ]);
    expect(outputs.map((output) => /<(rss|feed)\b/.exec(textOf(output))?.[1])).toEqual([
      "rss",
      "feed",
      undefined,
    ]);
  });

  test("gives only the formats asked for", () => {
    const outputs = compose([], configOf({ formats: ["json", "rss"] }));
    expect(outputs.map(({ format }) => format)).toEqual(["rss", "json"]);
  });

  test("resolves paths below the site and encodes them", () => {
    const outputs = compose(
      [],
      configOf({ paths: { rss: "f/r s&s#1.xml", atom: "피드/a.xml" } }, "https://example.com/sub"),
    );
    expect(outputs.map(({ path, url }) => [path, url])).toEqual([
      ["f/r s&s#1.xml", "https://example.com/sub/f/r%20s%26s%231.xml"],
      ["피드/a.xml", "https://example.com/sub/%ED%94%BC%EB%93%9C/a.xml"],
      ["feed.json", "https://example.com/sub/feed.json"],
    ]);
  });

  test.each([
    {
      when: "that of an older article",
      entries: [first, second],
      updated: "2024-04-01T00:00:00.000Z",
    },
    { when: "a publication", entries: [first], updated: "2024-03-01T00:00:00.000Z" },
    { when: "none", entries: [], updated: "1970-01-01T00:00:00.000Z" },
  ])("dates the feed by the newest change: $when", ({ entries, updated }) => {
    const [, atom] = compose(entries, configOf());
    expect(/<updated>(.*?)<\/updated>/.exec(textOf(atom))?.[1]).toBe(updated);
  });

  test("passes hubs, ttl and content on", () => {
    const feed = configOf({ hubs: ["https://hub.example/"], ttl: 5, content: "summary" });
    const summarized = feedEntry({ summary: "S" }, { site: site(), content: "summary" });
    const [rss, atom] = compose([summarized], feed);
    expect(textOf(rss)).toContain("<ttl>5</ttl>");
    expect(textOf(rss)).toContain('<atom:link href="https://hub.example/" rel="hub" />');
    expect(textOf(atom)).toContain('<link rel="hub" href="https://hub.example/" />');
    expect(textOf(atom)).not.toContain("<content");
  });
});
