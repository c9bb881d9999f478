import { expect, test } from "vitest";
import { fillLedger, toAdopted } from "../../src/adopt/adopted.ts";
import type { MatchedBy } from "../../src/adopt/matching.ts";
import { emptyLedger, toLedger } from "../../src/ledger/ledger.ts";
import type { PublishedItem } from "../../src/published/published-feed.ts";
import { article } from "../support/article.ts";
import { published } from "../support/published.ts";

function feed(format: "rss" | "atom" | "json", ...items: readonly Partial<PublishedItem>[]) {
  const by: MatchedBy = "address";
  return {
    format,
    matches: items.map((item) => ({ item: published(item), article: article(), by })),
  };
}

const dated = { url: "https://example.com/a/", published: "2024-01-02T03:04:05.000Z" };

test.each([
  {
    what: "one feed",
    feeds: [feed("rss", { id: "7", url: "https://old.example/a" })],
    expected: { ...dated, id: "7", url: "https://old.example/a" },
  },
  {
    what: "a feed that says little",
    feeds: [feed("atom", { id: "7", url: undefined, published: undefined })],
    expected: { ...dated, id: "7" },
  },
  {
    what: "an id of Atom's own, in either order",
    feeds: [
      feed("atom", { id: "tag:7", url: dated.url }),
      feed("rss", { id: "7", url: dated.url }),
    ],
    expected: { ...dated, id: "7", atomId: "tag:7" },
  },
  {
    what: "the same id in both",
    feeds: [feed("rss", { id: "7", url: dated.url }), feed("atom", { id: "7" })],
    expected: { ...dated, id: "7" },
  },
  {
    what: "two that disagree",
    feeds: [feed("rss", { id: "7", url: dated.url }), feed("json", { id: "8" })],
    expected: { ...dated, id: "7" },
  },
])("takes over $what", ({ feeds, expected }) => {
  expect(toAdopted(feeds)).toEqual([{ source: "a.md", ...expected }]);
});

test("fills a ledger, keeps what it knows besides, and tells which ids are others now", () => {
  const known = { source: "a.md", id: "old", url: "x", published: "y", digest: "d", sketch: "s" };
  const other = { ...known, source: "b.md" };
  const adopted = { source: "a.md", id: "7", ...dated };
  expect(fillLedger(emptyLedger, [adopted])).toEqual({
    ledger: toLedger([{ ...adopted, digest: "", sketch: "" }]),
    replaced: [],
    refused: [],
  });
  expect(fillLedger(toLedger([known, other]), [adopted])).toEqual({
    ledger: toLedger([{ ...known, ...adopted }, other]),
    replaced: [{ source: "a.md", from: "old", to: "7" }],
    refused: [],
  });
});

test("leaves an id with the article that has it", () => {
  const ledger = toLedger([
    { source: "b.md", id: "7", url: "x", published: "y", digest: "d", sketch: "s" },
  ]);
  expect(fillLedger(ledger, [{ source: "a.md", id: "7", ...dated }])).toEqual({
    ledger,
    replaced: [],
    refused: [{ source: "a.md", id: "7", holder: "b.md" }],
  });
});
