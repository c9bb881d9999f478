import { expect, test } from "vitest";
import { type LedgerEntry, toLedger } from "../../src/ledger/ledger.ts";
import { parseLedger } from "../../src/ledger/parse-ledger.ts";
import { writeLedger } from "../../src/ledger/write-ledger.ts";
import { mergeLedgers } from "./blog.ts";

function entry(source: string, more: Partial<LedgerEntry> = {}): LedgerEntry {
  const id = `https://example.com/${source}`;
  return {
    source,
    id,
    url: id,
    published: "2024-07-31T09:00:00Z",
    digest: "d",
    sketch: "s",
    ...more,
  };
}

const textOf = (...sources: readonly string[]) =>
  writeLedger(toLedger(sources.map((one) => entry(one))));

test("writes a line an article, sorted by code units, each with its comma", () => {
  const more = {
    url: "https://example.org/Z.md",
    updated: "2024-08-01T09:00:00Z",
    atomId: "tag:x",
  };
  expect(writeLedger(toLedger([entry("é.md"), entry("a.md"), entry("Z.md", more)]))).toBe(`{
  "version": 1,
  "articles": [
    {"source":"Z.md","id":"https://example.com/Z.md","url":"https://example.org/Z.md","published":"2024-07-31T09:00:00Z","updated":"2024-08-01T09:00:00Z","digest":"d","sketch":"s","atomId":"tag:x"},
    {"source":"a.md","id":"https://example.com/a.md","published":"2024-07-31T09:00:00Z","digest":"d","sketch":"s"},
    {"source":"é.md","id":"https://example.com/é.md","published":"2024-07-31T09:00:00Z","digest":"d","sketch":"s"},
    null
  ]
}
`);
});

test.each([
  { where: "first and last", ours: ["a", "c", "m", "x"], theirs: ["c", "m", "x", "z"] },
  { where: "last and in the middle", ours: ["c", "m", "x", "z"], theirs: ["c", "d", "m", "x"] },
])("git merges what two branches added $where", ({ ours, theirs }) => {
  const base = textOf("c", "m", "x");
  const merged = mergeLedgers(base, [textOf(...ours), textOf(...theirs)], new Set());
  const all = new Set([...ours, ...theirs]);
  expect(merged).toBe(textOf(...all));
  expect(parseLedger(merged, "x").entries.size).toBe(5);
});
