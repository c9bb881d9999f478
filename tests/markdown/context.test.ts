import { expect, test } from "vitest";
import { contextOf } from "../../src/markdown/context.ts";
import { article } from "../support/article.ts";

test("is what the tree carries", () => {
  const context = { article: article(), title: undefined, summary: undefined };
  expect(contextOf({ type: "root", children: [], data: { context } })).toBe(context);
});

test("is never missing", () => {
  expect(() => contextOf({ type: "root", children: [] })).toThrow(
    new TypeError("Expected a tree with its context"),
  );
});
