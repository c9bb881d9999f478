import { describe, expect, test } from "vitest";
import { readToml } from "../../src/front-matter/toml.ts";
import { errorOf, type Plain, toPlaces, toPlain } from "../support/plain-value.ts";

interface Case {
  readonly when: string;
  readonly toml: string;
  readonly value: Plain;
}

describe("readToml", () => {
  test.each<Case>([
    { when: "text", toml: "a = 'b'\nc = \"d\\u00e9\"", value: { a: "text b", c: "text dé" } },
    {
      when: "long text",
      toml: "a = '''\nb\n'''\nc = \"\"\"\nd\\\n  e\"\"\"",
      value: { a: "text b", c: "text de" },
    },
    {
      when: "numbers as written",
      toml: "a = 1.10\nb = -2\nc = +3\nd = 1e3\ne = 1_000\nf = 0xff\ng = nan",
      value: {
        a: "number 1.10",
        b: "number -2",
        c: "number +3",
        d: "number 1000",
        e: "number 1000",
        f: "number 255",
        g: "number NaN",
      },
    },
    {
      when: "booleans",
      toml: "a = true\nb = false",
      value: { a: "boolean true", b: "boolean false" },
    },
    {
      when: "dates as written",
      toml: "a = 2024-07-31\nb = 2024-07-31T09:45:47-04:00\nc = 2024-07-31 09:45:47.123456\nd = 2024-07-31t09:45:47z # e",
      value: {
        a: "date 2024-07-31",
        b: "date 2024-07-31T09:45:47-04:00",
        c: "date 2024-07-31 09:45:47.123456",
        d: "date 2024-07-31t09:45:47z",
      },
    },
    {
      when: "an impossible date as written",
      toml: "a = 2024-02-30",
      value: { a: "date 2024-02-30" },
    },
    { when: "a time", toml: "a = 09:45:47", value: { a: "date 09:45:47.000" } },
    {
      when: "a date in a table",
      toml: "[a]\nb = 2024-07-31",
      value: { a: { b: "date 2024-07-31" } },
    },
    {
      when: "lists and tables",
      toml: "a = [[], {b = 1}]\n[c]\nd = 2\n[[e]]\n[[e]]\nf = 3",
      value: { a: [[], { b: "number 1" }], c: { d: "number 2" }, e: [{}, { f: "number 3" }] },
    },
    {
      when: "dotted keys",
      toml: "a.b = 1\n[c.d]\ne = 2",
      value: { a: { b: "number 1" }, c: { d: { e: "number 2" } } },
    },
    {
      when: "quoted keys",
      toml: "'a b' = 1\n\"c\" = 2.50",
      value: { "a b": "number 1", c: "number 2.50" },
    },
    {
      when: "lines that end with CRLF",
      toml: "a = 'b'\r\nc = 1.10\r\n",
      value: { a: "text b", c: "number 1.10" },
    },
    { when: "comments alone", toml: "# a\n", value: {} },
    {
      when: "keys that objects have",
      toml: "constructor = 1\ntoString = 2",
      value: { constructor: "number 1", toString: "number 2" },
    },
  ])("reads $when", ({ toml, value }) => {
    expect(toPlain(readToml(toml, 0))).toEqual(value);
  });

  test("tells where each top-level value and table stands", () => {
    const text = [
      "+++",
      'text = """',
      "date = 1 # '''",
      '"""',
      "# date = 2",
      'quote = \'it = """\' # """',
      "list = [",
      '  "tags = 1",',
      "  '''",
      "tags = 2",
      "''']",
      "  date   = 3",
      '"tags" = 4',
      "dotted.key = 5",
      " [ table ]",
      "title = 6",
      "[[ many ]]",
      "[deep.one]",
      "+++",
    ].join("\r\n");
    expect(toPlaces(readToml(text.slice(5, -3), 5), text)).toEqual([
      "tex",
      'text """',
      "quote 'it",
      "list [",
      "list0 [",
      "list1 [",
      "date 3",
      "tags 4",
      "dotted key",
      "key key",
      "table [ t",
      "title [ t",
      "many [[",
      "many0 [[",
      "deep [de",
      "one [de",
    ]);
  });

  test.each([
    ["a = ", "invalid value", ""],
    ["a = b", "invalid value", "b"],
    ["a = 'b\nc = 1", "control characters are not allowed in strings", "\nc"],
    ["a = '''b", "unfinished string", "'''b"],
    ["a = [1", "expected comma or end of structure", ""],
    ["a = 1\na = 2\n[b]\n[b]", "trying to redefine an already defined table or value", "a = 2"],
    ["a.b = 1\na = 2", "trying to redefine an already defined table or value", "a = 2"],
    ["[a]\n[a]", "trying to redefine an already defined table or value", "a]"],
    ["a = 2024-13-01", "invalid date", "2024-13-01"],
    ["a = 01", "illegal leading zero", "01"],
    ["a = 1 b = 2", "each key-value declaration must be followed by an end-of-line", "b"],
    ['a = "\\z"', "unrecognised escape sequence", "z"],
    ["a = 12345678901234567890", "integer value cannot be represented losslessly", "1234567890123"],
  ])("says what is wrong with %j", (toml, words, place) => {
    expect(errorOf(() => readToml(toml, 3))).toEqual({
      reason: `Expected TOML (${words})`,
      offset: 3 + toml.lastIndexOf(place),
    });
  });

  test.each([
    { when: "lists", toml: (levels: number) => `a = ${"[".repeat(levels)}${"]".repeat(levels)}` },
    {
      when: "tables",
      toml: (levels: number) => `a = ${"{a=".repeat(levels)}1${"}".repeat(levels)}`,
    },
    { when: "open lists", toml: (levels: number) => `a = ${"[".repeat(levels)}` },
    { when: "dotted keys", toml: (levels: number) => `a${".a".repeat(levels)} = 1` },
    { when: "headers", toml: (levels: number) => `[a${".a".repeat(levels)}]` },
  ])("reads no more than 64 levels of $when", ({ toml }) => {
    const deep = /^Expected TOML (?:of at most 64 levels|\(document contains excessively nested)/;
    expect(errorOf(() => readToml(toml(62), 0))?.reason ?? "").not.toMatch(deep);
    expect(errorOf(() => readToml(toml(66), 0))?.reason).toMatch(deep);
    expect(errorOf(() => readToml(toml(10_000), 0))?.reason).toMatch(deep);
  });

  test.each([
    { when: "twice", toml: "a = 1\r\nb = 2\na = 3", members: ["a 1 4", "b 2 11", "a 3 17"] },
    {
      when: "three times",
      toml: "a = 1\na = [2]\na = 3",
      members: ["a 1 4", "a list 10", "a 3 18"],
    },
    {
      when: "before a table",
      toml: "a = 1\na = 2\n[b]\na = 3",
      members: ["a 1 4", "a 2 10", "b table 12"],
    },
  ])("reads a key that is given $when as often", ({ toml, members }) => {
    const read = readToml(toml, 0).members.map(({ key, value, offset }) => {
      const what = value.kind === "scalar" ? value.text : value.kind === "list" ? "list" : "table";
      return `${key} ${what} ${offset}`;
    });

    expect(read.toSorted()).toEqual(members.toSorted());
  });
});
