import { expect, test } from "vitest";
import { LedgerError } from "../../src/ledger/ledger-error.ts";
import { parseLedger } from "../../src/ledger/parse-ledger.ts";
import { repairLedger, sourcesIn } from "../../src/ledger/repair-ledger.ts";
import { sketchOf } from "../../src/ledger/sketch.ts";
import { writeLedger } from "../../src/ledger/write-ledger.ts";
import { textOf } from "./candidate-of.ts";

const line = (source: string, id: string, more: object = {}) =>
  `    ${JSON.stringify({ source, id, ...more })},`;
const frame = (...lines: readonly string[]) =>
  ['{\n  "version": 1,\n  "articles": [', ...lines, "    null\n  ]\n}\n"].join("\n");
const sketch = (seed: number) => sketchOf({ title: "", body: textOf(seed), enclosures: [] });

const early = { published: "2024-01-01T00:00:00Z" };
const late = { published: "2024-02-01T00:00:00Z" };

function repair(text: string, ...present: readonly string[]) {
  const { ledger, steps } = repairLedger(text, new Set(present), "feeds.lock.json");
  // What comes out is good.
  parseLedger(writeLedger(ledger), "feeds.lock.json");
  return { steps, lines: [...ledger.entries.values()].map(({ source, id }) => `${source} ${id}`) };
}

test("takes both sides of a merge conflict, and not what was there before", () => {
  const text = frame(
    line("a", "a"),
    "<<<<<<< HEAD",
    line("b", "b"),
    "||||||| 1234567",
    line("old", "old"),
    "=======",
    line("c", "c"),
    ">>>>>>> other",
    line("d", "d"),
  );
  expect(repair(text)).toEqual({
    lines: ["a a", "b b", "c c", "d d"],
    steps: ["line 5: both sides of the merge conflict are taken"],
  });
});

test("drops what cannot be read, with a word", () => {
  const text = frame(
    line("a", "a").slice(0, -1),
    '    {"source":"b", "id',
    line("c", ""),
    line("d", "d", { updated: "soon" }),
  );
  const { lines, steps } = repair(text);
  expect(lines).toEqual(["a a", "d d"]);
  expect(steps).toEqual([
    'line 5: dropped, since it cannot be read: `{"source":"b", "id`',
    'line 6: dropped: Expected an id, which is never empty, not `""`, for `id` of `c`',
    'line 7: dropped what is wrong of it: Expected a time such as `2024-07-31T09:00:00Z`, not `"soon"`, for `updated` of `d`',
  ]);
});

test("reads a ledger that a tool put on many lines", () => {
  const text = JSON.stringify(
    { version: 1, articles: [{ source: "a", id: "a" }, { id: "b" }, null] },
    null,
    2,
  );
  expect(repair(text)).toEqual({
    lines: ["a a"],
    steps: [
      "article 2: dropped: Expected a path below the content folder, not nothing, for `source`",
    ],
  });
});

test.each([
  {
    when: "one id at two files, of which one is there",
    text: frame(line("a", "x"), line("b", "x")),
    lines: ["b x"],
    step: "two lines with the id `x` became that of `b`, and `a` has no line",
  },
  {
    when: "one article twice",
    text: frame(
      line("a", "x", { ...late }),
      line("a", "x", { ...early, updated: "2024-03-01T00:00:00Z" }),
    ),
    lines: ["a x"],
    step: "two lines with the id `x` became that of `a`",
  },
  {
    when: "one id for two different articles",
    text: frame(
      line("c", "x", { ...late, sketch: sketch(1) }),
      line("d", "x", { ...early, sketch: sketch(2) }),
    ),
    lines: ["d x"],
    step: "`x` stays the id of `d`; `c` is another article, to which the next build gives an id of its own",
  },
  {
    when: "one file with two ids",
    text: frame(line("a", "x", late), line("a", "y", early)),
    lines: ["a y", "a~ x"],
    step: "`a` has two ids; `x` is put aside as `a~`, until a build finds its article",
  },
])("settles $when", ({ text, lines, step }) => {
  expect(repair(text, "b")).toEqual({ lines, steps: [step] });
});

test.each([
  { when: "the first", first: { updated: "2024-03-01T00:00:00Z" }, second: {} },
  { when: "the second", first: {}, second: { updated: "2024-03-01T00:00:00Z" } },
])("keeps the first date and the last change of two lines where $when changed", (one) => {
  const text = frame(
    line("a", "x", { ...late, ...one.first }),
    line("a", "x", { ...early, ...one.second }),
  );
  const { ledger } = repairLedger(text, new Set(), "x");
  expect(ledger.entries.get("a")).toMatchObject({ ...early, updated: "2024-03-01T00:00:00Z" });
});

test("leaves a good ledger as it is, without a word", () => {
  const text = frame(line("a", "a", early), line("b", "b", { later: 1 }));
  const { ledger, steps } = repairLedger(text, new Set(), "x");
  expect({ text: writeLedger(ledger), steps }).toEqual({ text, steps: [] });
});

test.each([frame().replace("1", "2"), '<<<<<<< HEAD\n{\n  "version": 2,\n'])(
  "leaves a newer ledger alone: %j",
  (text) => {
    expect(() => repairLedger(text, new Set(), "x")).toThrow(LedgerError);
  },
);

test("knows the sources that a damaged ledger names", () => {
  expect(sourcesIn(frame(line("a", "a"), "=======", line("b", "a"), line("../c", "c")))).toEqual([
    "a",
    "b",
  ]);
});
