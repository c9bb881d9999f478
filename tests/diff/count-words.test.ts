import { expect, test } from "vitest";
import { countWords } from "../../src/diff/count-words.ts";

test.each([
  { before: undefined, after: "<p>two words</p>", added: 2, removed: 0 },
  { before: "<p>two words</p>", after: undefined, added: 0, removed: 2 },
  { before: "<p>a teh b</p>", after: "<p>a the b</p>", added: 1, removed: 1 },
  { before: "<p>a a a</p>", after: "<p>a</p>", added: 0, removed: 2 },
  { before: "<p>a b</p>", after: "<p>b a</p>", added: 0, removed: 0 },
  { before: "<p>a b</p>", after: "<p>a <em>b</em></p>", added: 0, removed: 0 },
  { before: "<p>a</p><p>b</p>", after: "<p>ab</p>", added: 1, removed: 2 },
  { before: "AT&amp;T", after: "AT&T", added: 0, removed: 0 },
  { before: "日本語", after: "日本人です", added: 3, removed: 1 },
  { before: "Cafe\u0301", after: "Caf\u00e9", added: 0, removed: 0 },
])("from $before to $after: +$added -$removed", ({ before, after, added, removed }) => {
  expect(countWords(before, after)).toEqual({ added, removed });
});

test("does not take long for a long text", () => {
  const start = performance.now();
  countWords("-".repeat(2_000_000), "\u0301 ".repeat(500_000));
  expect(performance.now() - start).toBeLessThan(3000);
});
