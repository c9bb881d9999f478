import { parseFeed } from "@rowanmanning/feed-parser";
import { testReader, toIso } from "./reader-suite.ts";

testReader({
  name: "@rowanmanning/feed-parser",
  formats: ["rss", "atom"],
  read: async (text) =>
    parseFeed(text).items.map(({ title, id, url, published, authors, content, description }) => ({
      title: title ?? undefined,
      id: id ?? undefined,
      link: url ?? undefined,
      published: toIso(published),
      authors: authors.flatMap(({ name }) => name ?? []),
      content: content ?? description ?? undefined,
    })),
  limits: ({ authors }, format) => (format === "atom" && authors.length === 0 ? feedsAuthor : {}),
});

/** RFC 4287 §4.2.1: an entry without authors has the feed's, which is here the site itself. */
const feedsAuthor = { authors: ["Example"] };
