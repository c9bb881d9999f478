import { expect, test } from "vitest";
import { toArticle } from "../src/article.ts";
import { article } from "./support/article.ts";

test("an article has all that its outline has", () => {
  const { source, file, body, ...outline } = article({
    atomId: "tag:example.com,2024:a",
    updated: new Date(1),
    from: new Date(2),
    until: new Date(3),
    image: "https://example.com/a.png",
    comments: "https://example.com/a/comments",
    externalUrl: "https://example.org/",
    summary: "A summary",
    language: "en",
    tags: ["a"],
    episode: { persons: [], transcripts: [] },
  });
  expect(toArticle(outline, { source, file, body })).toEqual({ ...outline, source, file, body });
});

test.each(["id", "url", "published"])("there is none without %s", (name) => {
  const { source, file, body, ...outline } = article();
  const lacking = { ...outline, [name]: undefined };
  expect(toArticle(lacking, { source, file, body })).toBeUndefined();
});
