import { expect, test } from "vitest";
import { alignRows, type Cell } from "../../../src/cli/reporters/align-rows.ts";

function row(...texts: readonly string[]): readonly Cell[] {
  const cuts = ["never", "start", "end"] as const;
  return texts.map((text, index) => ({ text, cut: cuts[index] ?? "end" }));
}

test.each([
  { when: "no rows", rows: [], most: undefined, aligned: [] },
  {
    when: "rows of any length",
    rows: [row("a", "bb", "c"), row("aaa", "b", "cc")],
    most: undefined,
    aligned: ["a    bb  c", "aaa  b   cc"],
  },
  {
    when: "letters that take two places, or none",
    rows: [row("早い", "b", "c"), row("aaaaa", "e\u0301", "c")],
    most: undefined,
    aligned: ["早い   b  c", "aaaaa  e\u0301  c"],
  },
  {
    when: "rows that just fit",
    rows: [row("aa", "b".repeat(12), "c".repeat(12))],
    most: 30,
    aligned: ["aa  bbbbbbbbbbbb  cccccccccccc"],
  },
  {
    when: "rows that do not fit: the widest gives way",
    rows: [row("aa", "b".repeat(12), `${"c".repeat(13)}d`)],
    most: 30,
    aligned: ["aa  bbbbbbbbbbbb  ccccccccccc…"],
  },
  {
    when: "rows that do not fit by far: both give way, at their end",
    rows: [row("aa", `first${"b".repeat(20)}`, `${"c".repeat(20)}last`)],
    most: 30,
    aligned: ["aa  …bbbbbbbbbbb  ccccccccccc…"],
  },
  {
    when: "wide letters, which are not cut in half",
    rows: [row("aa", "b", "早".repeat(10))],
    most: 20,
    aligned: ["aa  b  早早早早早早…"],
  },
  {
    when: "a terminal that is too narrow for any table",
    rows: [row("aa", "b".repeat(20), "c".repeat(20))],
    most: 5,
    aligned: ["aa  …bbbbbbbbb  ccccccccc…"],
  },
])("aligns $when", ({ rows, most, aligned }) => {
  expect(alignRows(rows, most).map((cells) => cells.join("  "))).toEqual(aligned);
});
