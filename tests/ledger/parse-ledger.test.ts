import { expect, test } from "vitest";
import { ConfigError, UsageError } from "../../src/config/errors.ts";
import { bySource, toLedger } from "../../src/ledger/ledger.ts";
import { LedgerError } from "../../src/ledger/ledger-error.ts";
import { parseLedger } from "../../src/ledger/parse-ledger.ts";
import { writeLedger } from "../../src/ledger/write-ledger.ts";
import { fc } from "../support/fast-check.ts";

const frame = (...lines: readonly string[]): string => {
  return ['{\n  "version": 1,\n  "articles": [', ...lines, "    null\n  ]\n}\n"].join("\n");
};

const line = (fields: object): string =>
  `    ${JSON.stringify({ source: "a.md", id: "a", ...fields })},`;

function problemOf(text: string): UsageError {
  try {
    parseLedger(text, "feeds.lock.json");
  } catch (error) {
    if (error instanceof LedgerError && !(error instanceof ConfigError)) return error;
    throw error;
  }
  throw new Error("It was read");
}

test("reads a line, with what may be left out", () => {
  const { entries } = parseLedger(frame(line({ id: "https://example.com/a/" })), "x");
  expect([...entries.values()]).toEqual([
    {
      source: "a.md",
      id: "https://example.com/a/",
      url: "https://example.com/a/",
      published: "",
      updated: undefined,
      digest: "",
      sketch: "",
    },
  ]);
});

test.each([
  {
    when: "a merge conflict",
    text: frame(line({}), "<<<<<<< HEAD", line({ source: "b.md" }), "=======", ">>>>>>> other"),
    problem: ":5: Expected no merge conflict, not `<<<<<<< HEAD`",
  },
  {
    when: "a lost comma",
    text: frame(line({}).slice(0, -1), line({ source: "b.md", id: "b" })),
    problem: ":5:5: Expected JSON that can be read (comma expected)",
  },
  {
    when: "half a file",
    text: frame(line({})).slice(0, 60),
    problem: ":4:27: Expected JSON that can be read (value expected)",
  },
  {
    when: "an empty file",
    text: " \n",
    problem: ":1: Expected JSON that can be read, not an empty file",
  },
  {
    when: "something else",
    text: "[]",
    problem: ":1: Expected a ledger: a table with `version` and a list of `articles`",
  },
  {
    when: "no list",
    text: '{ "version": 1 }',
    problem: ":1: Expected a ledger: a table with `version` and a list of `articles`",
  },
  {
    when: "no version",
    text: '{ "articles": [] }',
    problem: ':1: Expected `"version": 1`, as every ledger has',
  },
  {
    when: "another part",
    text: '{ "version": 1, "articles": [], "more": 1 }',
    problem: ": Expected `version` and `articles`, not `more`",
  },
  {
    when: "an article that is none",
    text: frame("    7,"),
    problem: ":4: Expected an article, not `7`",
  },
  {
    when: "no source",
    text: frame('    {"id":"a"},'),
    problem: ":4: Expected a path below the content folder, not nothing, for `source`",
  },
  {
    when: "a source that leads out",
    text: frame(line({ source: "a/../../b.md" })),
    problem: ':4: Expected a path below the content folder, not `"a/../../b.md"`, for `source`',
  },
  {
    when: "an empty id",
    text: frame(line({}), line({ source: "b.md", id: "" })),
    problem: ':5: Expected an id, which is never empty, not `""`, for `id` of `b.md`',
  },
  {
    when: "a number for an address",
    text: frame(line({ url: 1 })),
    problem: ":4: Expected an address, not `1`, for `url` of `a.md`",
  },
  {
    when: "a date that is none",
    text: frame(line({ published: "2024-13-01T00:00:00Z" })),
    problem:
      ':4: Expected a time such as `2024-07-31T09:00:00Z`, not `"2024-13-01T00:00:00Z"`, for `published` of `a.md`',
  },
  {
    when: "a source twice",
    text: frame(line({}), line({ id: "b" })),
    problem: ":5: Expected one line for `a.md`, not a second",
  },
  {
    when: "an id twice",
    text: frame(line({}), line({ source: "b.md" })),
    problem: ":5: Expected an id of its own for `b.md`, not `a`, which `a.md` has too",
  },
])("tells of $when, and the way out", ({ text, problem }) => {
  const error = problemOf(text);
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message.split("\n")).toEqual([
    `feeds.lock.json${problem}`,
    "Run `feedwright ledger repair`, which tells what it drops, or take the last good file from git",
  ]);
});

test("leaves a newer ledger alone", () => {
  expect(problemOf('{ "version": 2, "entries": {} }').message).toBe(
    "feeds.lock.json: Expected a ledger of version 1, not 2, which is newer\nUpdate feedwright: an older version must not rewrite what a newer one remembers",
  );
});

test("tells ten mistakes, and counts the others", () => {
  const lines = Array.from({ length: 13 }, () => line({ id: "" }));
  expect(
    problemOf(frame(...lines))
      .message.split("\n")
      .slice(9, -1),
  ).toEqual([
    'feeds.lock.json:13: Expected an id, which is never empty, not `""`, for `id` of `a.md`',
    "feeds.lock.json: Expected no more mistakes, not 3 others",
  ]);
});

const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .map((text) => `x${text}x`);
const time = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
const entry = fc.record({
  source: word.map((text) => text.replace(/[\\\0/]/g, "-")),
  id: word,
  url: word,
  published: fc.oneof(time, fc.constant("")),
  updated: fc.option(time, { nil: undefined }),
  digest: fc.string(),
  sketch: fc.string(),
  atomId: fc.option(word, { nil: undefined }),
  laterField: fc.option(fc.jsonValue(), { nil: undefined }),
});

test("reads what it wrote, with the fields that it does not know", () => {
  const entries = fc
    .uniqueArray(entry, { selector: ({ source }) => source })
    .map((all) => all.map((one, index) => ({ ...one, id: `${one.id}${index}` })));
  fc.assert(
    fc.property(entries, (all) => {
      const text = writeLedger(toLedger(all));
      const read = parseLedger(text, "x");
      expect(JSON.stringify([...read.entries.values()].map(tidy))).toEqual(
        JSON.stringify(all.toSorted(bySource).map(tidy)),
      );
      expect(writeLedger(read)).toBe(text);
    }),
  );
});

// The order of fields in memory says nothing.
function tidy(one: object): object {
  return Object.fromEntries(
    Object.entries(one).toSorted(([left], [right]) => (left < right ? -1 : 1)),
  );
}
