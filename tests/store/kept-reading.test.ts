import { VFile } from "vfile";
import { expect, test } from "vitest";
import type { Outline } from "../../src/model.ts";
import { fromKept, type KeptReading, toKept, toPlain } from "../../src/store/kept-reading.ts";

const facts = {
  id: "https://example.com/a/",
  url: "https://example.com/a/",
  published: new Date("2024-07-31T09:00:00.001Z"),
};
const outline: Outline = {
  ...facts,
  atomId: "tag:example.com,2024:a",
  title: "A",
  updated: new Date("2024-08-01T00:00:00Z"),
  summary: "a",
  language: "en",
  authors: [{ name: "Ann" }],
  tags: ["b"],
  image: "https://example.com/a.png",
  enclosures: [],
  comments: "https://example.com/a/#comments",
  externalUrl: "https://example.org/",
  from: new Date("1969-12-31T23:59:59Z"),
  until: new Date("2025-01-01T00:00:00Z"),
};

const written = (kept: KeptReading): KeptReading => JSON.parse(JSON.stringify(toPlain(kept)));

test.each([
  { when: "before it was written", kept: (kept: KeptReading) => kept },
  { when: "from JSON", kept: written },
  { when: "written twice", kept: (kept: KeptReading) => written(written(kept)) },
])("an outline comes back as it was, dates and all, $when", ({ kept }) => {
  const file = new VFile({ path: "a.md" });
  const reading = { source: "a.md", file, status: "draft", outline, article: undefined } as const;
  expect(fromKept(kept(toKept(reading)), file, "digest")).toEqual(reading);
});

test("an article comes back as it was, and is its own outline", () => {
  const file = new VFile({ path: "a.md" });
  const body = { digest: "digest", offset: 12, noticed: "n" };
  const article = { ...outline, ...facts, source: "a.md", file, body };
  const reading = { source: "a.md", file, status: "published", outline, article } as const;
  const again = fromKept(written(toKept(reading)), file, "digest");
  expect(again.article).toEqual(article);
  expect(again.outline).toMatchObject(outline);
});
