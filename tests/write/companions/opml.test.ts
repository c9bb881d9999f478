import { parseOpml } from "feedsmith";
import { expect, test } from "vitest";
import {
  composeIncludedOpml,
  composeIncludingOpml,
  composeOpml,
} from "../../../src/write/companions/opml.ts";
import { site } from "../../support/feed-document.ts";
import { offered } from "../../support/page-input.ts";

const feeds = [
  ...offered("Example"),
  ...offered("C++ & <b> – Example", "tag", "tag/c/").map((feed) => ({ ...feed, language: "ko" })),
  ...offered("Mina – Example", "author", "author/mina/"),
];

test("feedsmith reads every feed, those of a group below it", () => {
  const text = composeOpml(
    feeds,
    site({ language: "en", description: "About", authors: [{ name: "Mina" }] }),
  );
  const { head, body } = parseOpml(text);
  expect(head).toMatchObject({ title: "Example", ownerName: "Mina" });
  expect(body?.outlines?.map(({ text, outlines }) => [text, outlines?.length])).toEqual([
    ["Example (RSS)", undefined],
    ["Example (Atom)", undefined],
    ["Example (JSON Feed)", undefined],
    ["tag", 3],
    ["author", 3],
  ]);
  expect(body?.outlines?.[3]?.outlines?.[0]).toMatchObject({
    type: "rss",
    text: "C++ & <b> – Example (RSS)",
    title: "C++ & <b> – Example (RSS)",
    xmlUrl: "https://example.com/tag/c/rss.xml",
    htmlUrl: "https://example.com/",
    description: "About",
    language: "ko",
    version: "RSS2",
  });
  expect(text).toContain('category="/tag"');
});

test("a list of categories has the main feed, and includes their lists", () => {
  const lists = [
    { by: "tag", url: "https://example.com/categories-tag.opml" },
    { by: "author", url: "https://example.com/categories-author.opml" },
  ];
  const { head, body } = parseOpml(composeIncludingOpml(feeds, lists, site()));
  expect(head?.title).toBe("Example");
  expect(body?.outlines?.slice(0, 3)).toEqual(
    parseOpml(composeOpml(feeds, site())).body?.outlines?.slice(0, 3),
  );
  expect(body?.outlines?.slice(3)).toEqual(
    lists.map(({ by, url }) => ({ type: "include", text: by, url })),
  );
});

test.each([
  ["tag", 3],
  ["author", 4],
])("the list of %s has the same feeds as the outline of the whole list", (by, place) => {
  const whole = parseOpml(composeOpml(feeds, site())).body?.outlines?.[place]?.outlines;
  const { head, body } = parseOpml(composeIncludedOpml(feeds, by, site()));
  expect(head?.title).toBe(`Example (${by})`);
  expect(whole).toHaveLength(3);
  expect(body?.outlines).toEqual(whole);
});
