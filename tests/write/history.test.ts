import { expect, test } from "vitest";
import type { FeedUrls, History } from "../../src/model.ts";
import { historyElement, historyLinks, historyNamespace } from "../../src/write/history.ts";
import { bareEntry, composeWhole, feedDocument } from "../support/feed-document.ts";

function urlsOf(folder: string): FeedUrls {
  const place = (file: string) => `https://example.com/${folder}${file}`;
  return { rss: place("rss.xml"), atom: place("atom.xml"), json: place("feed.json") };
}

const current = urlsOf("");
const older = urlsOf("archive/1/");
const newer = urlsOf("archive/3/");

const table: readonly {
  readonly when: string;
  readonly history: History | undefined;
  readonly element: string | undefined;
  readonly links: Readonly<Record<string, string>>;
}[] = [
  { when: "unknown", history: undefined, element: undefined, links: {} },
  { when: "complete", history: { kind: "complete" }, element: "fh:complete", links: {} },
  {
    when: "the newest, without archives",
    history: { kind: "current", previous: undefined },
    element: undefined,
    links: {},
  },
  {
    when: "the newest, with archives",
    history: { kind: "current", previous: older },
    element: undefined,
    links: { "prev-archive": "archive/1/" },
  },
  {
    when: "an archive between two",
    history: { kind: "archive", current, previous: older, next: newer },
    element: "fh:archive",
    links: { current: "", "prev-archive": "archive/1/", "next-archive": "archive/3/" },
  },
  {
    when: "the oldest archive",
    history: { kind: "archive", current, previous: undefined, next: newer },
    element: "fh:archive",
    links: { current: "", "next-archive": "archive/3/" },
  },
  {
    when: "the newest archive",
    history: { kind: "archive", current, previous: older, next: undefined },
    element: "fh:archive",
    links: { current: "", "prev-archive": "archive/1/" },
  },
];

test.each(table)("a feed whose history is $when says so", ({ history, element, links }) => {
  const feed = feedDocument({ history });
  expect(historyElement(feed)?.name).toBe(element);
  expect(historyNamespace(feed)).toEqual(
    element === undefined ? {} : { "xmlns:fh": "http://purl.org/syndication/history/1.0" },
  );
  for (const format of ["rss", "atom", "json"] as const) {
    expect(historyLinks(feed, format)).toEqual(
      Object.entries(links).map(([rel, folder]) => ({ rel, href: urlsOf(folder)[format] })),
    );
  }
});

test.each(table)(
  "the documents of a history that is $when say it",
  ({ history, element, links }) => {
    const feed = feedDocument({ history, entries: [bareEntry] });
    for (const format of ["rss", "atom"] as const) {
      const text = composeWhole(format, feed);
      expect(/<(fh:\w+) ?\/>/.exec(text)?.[1]).toBe(element);
      const type = `application/${format}+xml`;
      for (const rel of ["current", "prev-archive", "next-archive"]) {
        const folder = links[rel];
        const written = new RegExp(`<(?:atom:)?link[^>]* rel="${rel}"[^>]*>`).exec(text)?.[0];
        if (folder === undefined) expect(written).toBe(undefined);
        else expect(written).toContain(`href="${urlsOf(folder)[format]}"`);
        if (folder !== undefined) expect(written).toContain(`type="${type}"`);
      }
    }
    const { next_url } = JSON.parse(composeWhole("json", feed));
    const previous = links["prev-archive"];
    expect(next_url).toBe(previous === undefined ? undefined : urlsOf(previous).json);
  },
);
