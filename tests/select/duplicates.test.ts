import { expect, test } from "vitest";
import type { Article } from "../../src/model.ts";
import { rejectDuplicates } from "../../src/select/duplicates.ts";
import { article } from "../support/article.ts";

const url = (name: string) => `https://example.com/${name}/`;
const named = (source: string, id: string, address: string) =>
  article({ source, id, url: address });

const tellOf = (articles: readonly Article[]) =>
  articles.flatMap(({ file }) => {
    return file.messages.map(({ line, ruleId, reason, note, fatal }) => {
      return `${file.path}:${line} ${fatal ? "error" : "warning"} ${ruleId}: ${reason}. ${note}`;
    });
  });

test.each([
  { when: "none", articles: [] },
  { when: "one", articles: [named("a.md", url("a"), url("a"))] },
  {
    when: "different ones",
    articles: [named("a.md", "1", url("a")), named("b.md", "2", url("b"))],
  },
  {
    when: "addresses that differ in case only",
    articles: [named("a.md", url("a"), url("a")), named("b.md", url("A"), url("A"))],
  },
])("says nothing of $when", ({ articles }) => {
  rejectDuplicates(articles);
  expect(tellOf(articles)).toEqual([]);
});

test("tells of two articles with one address, on both", () => {
  const articles = [
    named("a.md", url("a"), url("a")),
    named("b.md", url("b"), url("b")),
    named("c/a.md", url("a"), url("a")),
  ];
  rejectDuplicates(articles);
  const hint = "Give one of the two another `slug` or `permalink`";
  expect(tellOf(articles)).toEqual([
    `a.md:1 error duplicate-address: Expected an address of its own, not \`${url("a")}\`, which \`c/a.md\` has too. ${hint}`,
    `c/a.md:1 error duplicate-address: Expected an address of its own, not \`${url("a")}\`, which \`a.md\` has too. ${hint}`,
  ]);
});

test.each([
  { when: "their own", ids: ["1", "1"] },
  { when: "that is the other's address", ids: [url("a"), url("a")] },
])("tells of two articles with one id, on both: $when", ({ ids: [first = "", second = ""] }) => {
  const articles = [named("a.md", first, url("a")), named("b.md", second, url("b"))];
  rejectDuplicates(articles);
  const hint = "Give one of the two another `id`";
  expect(tellOf(articles)).toEqual([
    `a.md:1 error duplicate-id: Expected an id of its own, not \`${first}\`, which \`b.md\` has too. ${hint}`,
    `b.md:1 error duplicate-id: Expected an id of its own, not \`${first}\`, which \`a.md\` has too. ${hint}`,
  ]);
});

test("tells once where address and id are both the same", () => {
  const articles = [named("a.md", "1", url("a")), named("b.md", "1", url("a"))];
  rejectDuplicates(articles);
  expect(tellOf(articles).map((told) => told.split(" ")[2])).toEqual([
    "duplicate-address:",
    "duplicate-address:",
  ]);
});

test("tells all of those that share", () => {
  const articles = ["a.md", "b.md", "c.md"].map((source) => named(source, url("x"), url("x")));
  rejectDuplicates(articles);
  expect(articles.map(({ file }) => file.messages.length)).toEqual([2, 1, 1]);
});
