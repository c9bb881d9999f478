import { expect, test } from "vitest";
import { offerArticles, offerFeeds } from "../../../src/write/companions/offer.ts";
import { site } from "../../support/feed-document.ts";
import { feedEntry } from "../../support/feed-entry.ts";

const main = {
  path: "a.xml",
  format: "atom",
  url: "https://example.com/a.xml",
  title: "Example",
  language: "en",
  group: undefined,
} as const;

test("offers every document of every feed under its own title, but no archive", () => {
  const group = { by: "tag", name: "C++", names: ["C++"] };
  const archive = { by: "archive", name: "1", names: [] };
  const ofGroup = { ...main, path: "tag/c/a.xml", title: "C++ – Example", language: "ko" };
  expect(offerFeeds([main, { ...ofGroup, group }, { ...main, group: archive }])).toEqual([
    { ...main, group: null },
    { ...ofGroup, group: "tag" },
  ]);
});

test.each([
  ["UTC", "2024-12-31T23:30:00Z", "2024-12-31"],
  ["Asia/Seoul", "2024-12-31T23:30:00Z", "2025-01-01"],
  ["America/New_York", "2024-01-01T01:00:00Z", "2023-12-31"],
  ["UTC", "0999-02-03T00:00:00Z", "0999-02-03"],
])("gives an article's day in the site's zone: %s", (timezone, time, date) => {
  const entry = feedEntry({ published: new Date(time) });
  expect(offerArticles([entry], site({ timezone }))[0]?.date).toBe(date);
});

test("names an article without a title by its summary, once", () => {
  const entry = feedEntry({ title: undefined, summary: "S", language: "ko" });
  expect(offerArticles([entry], site({ language: "en" }))[0]).toMatchObject({
    title: "S",
    summary: undefined,
    language: "ko",
  });
});
