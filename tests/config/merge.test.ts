import { expect, test } from "vitest";
import { mergeOptions } from "../../src/config/merge.ts";

test("what is given above wins, key by key", () => {
  const below = {
    site: { url: "https://below.example/", title: "Below" },
    content: { folder: "below", exclude: ["x"] },
    feed: { limit: 3, formats: ["rss" as const], markdown: true },
    markdown: { math: true },
    out: "below",
  };
  const above = {
    site: { url: "https://above.example/", title: undefined },
    content: { folder: "above" },
    feed: { limit: "all" as const, formats: undefined },
    out: undefined,
  };
  expect(mergeOptions(below, above)).toEqual({
    site: { url: "https://above.example/", title: "Below" },
    content: { folder: "above", exclude: ["x"] },
    feed: { limit: "all", formats: ["rss"], markdown: true },
    markdown: { math: true },
    out: "below",
  });
});

test("neither side is changed", () => {
  const below = Object.freeze({ site: Object.freeze({ title: "Below" }) });
  const above = Object.freeze({ site: Object.freeze({ title: "Above" }), out: undefined });
  expect(mergeOptions(below, above)).toEqual({ site: { title: "Above" }, content: {}, feed: {} });
});
