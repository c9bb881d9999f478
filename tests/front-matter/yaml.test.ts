import { describe, expect, test } from "vitest";
import { readYaml } from "../../src/front-matter/yaml.ts";
import { errorOf, type Plain, toPlaces, toPlain } from "../support/plain-value.ts";

interface Case {
  readonly when: string;
  readonly yaml: string;
  readonly value: Plain;
}

describe("readYaml", () => {
  test.each<Case>([
    { when: "text", yaml: "a: b c", value: { a: "text b c" } },
    {
      when: "quoted text",
      yaml: "a: 'it''s'\nb: \"\\u00e9\\n\"",
      value: { a: "text it's", b: "text é" },
    },
    {
      when: "quoted words",
      yaml: "a: 'true'\nb: \"1\"\nc: 'null'",
      value: { a: "text true", b: "text 1", c: "text null" },
    },
    { when: "tagged words", yaml: "a: !!str true", value: { a: "text true" } },
    { when: "a literal block", yaml: "a: |\n  b\n  c\n", value: { a: "text b\nc" } },
    { when: "a folded block", yaml: "a: >-\n  b\n  c\n", value: { a: "text b c" } },
    {
      when: "numbers as written",
      yaml: "a: 1.10\nb: -0x1F\nc: 1e3\nd: 007",
      value: { a: "number 1.10", b: "text -0x1F", c: "number 1e3", d: "number 007" },
    },
    {
      when: "booleans of YAML 1.2",
      yaml: "a: true\nb: False\nc: yes\nd: no",
      value: { a: "boolean true", b: "boolean False", c: "text yes", d: "text no" },
    },
    {
      when: "nothing",
      yaml: "a:\nb: ~\nc: null\nd: ''",
      value: { a: "nothing", b: "nothing ~", c: "nothing null", d: "text" },
    },
    {
      when: "dates as text",
      yaml: "a: 2024-07-31\nb: 2024-07-31 09:45:47 -0400",
      value: { a: "text 2024-07-31", b: "date 2024-07-31 09:45:47 -0400" },
    },
    {
      when: "lists",
      yaml: "a:\n  - b\n  - [c, d]\ne:\n- f",
      value: { a: ["text b", ["text c", "text d"]], e: ["text f"] },
    },
    {
      when: "tables",
      yaml: "a: {b: c, d: }\ne:\n  f: g",
      value: { a: { b: "text c", d: "nothing" }, e: { f: "text g" } },
    },
    { when: "comments", yaml: "# a\na: b # c\n", value: { a: "text b" } },
    { when: "comments alone", yaml: "# a\n", value: "nothing" },
    { when: "no text", yaml: "", value: "nothing" },
    { when: "a document that says that it ends", yaml: "a: b\n...\n", value: { a: "text b" } },
    {
      when: "keys of other kinds",
      yaml: "1: a\n? [b]\n: c\ntrue: d",
      value: { 1: "text a", true: "text d" },
    },
    {
      when: "__proto__",
      yaml: "constructor: a\ntoString: b",
      value: { constructor: "text a", toString: "text b" },
    },
    { when: "an alias", yaml: "a: &x [b]\nc: *x", value: { a: ["text b"], c: ["text b"] } },
    {
      when: "an anchor that is set anew",
      yaml: "a: &x b\nc: &x d\ne: *x",
      value: { a: "text b", c: "text d", e: "text d" },
    },
  ])("reads $when", ({ yaml, value }) => {
    expect(toPlain(readYaml(yaml, 0))).toEqual(value);
  });

  test.each([
    { when: "a table", yaml: "<<: *x\nb: own" },
    { when: "a table after the keys", yaml: "b: own\n<<: *x" },
    { when: "a list of tables, the first of which wins", yaml: "<<: [*x, *y]\nb: own" },
  ])("merges $when", ({ yaml }) => {
    const { members } = mappingOf(
      `x: &x {a: 1, b: 2}\ny: &y {a: 3}\nz:\n  ${yaml.replace("\n", "\n  ")}`,
    );
    const value = members.find(({ key }) => key === "z")?.value;
    const keys = value?.kind === "mapping" ? value.members.map(({ key }) => key) : [];
    expect(value && toPlain(value)).toEqual({ a: "number 1", b: "text own" });
    expect(keys.toSorted()).toEqual(["a", "b"]);
  });

  test("keeps every one of several equal keys, in order", () => {
    const { members } = mappingOf("a: 1\nb: 2\na: 3");
    expect(members.map(({ key, offset }) => [key, offset])).toEqual([
      ["a", 0],
      ["b", 5],
      ["a", 10],
    ]);
  });

  test("tells where each value stands", () => {
    const text =
      "---\n\r\na: bcd\r\ne: 'fgh'\nf: \"ghi\"\ng:\n  - hij\n  - [kl, {m: nop}]\nq: {r: 12}\n---\n";
    const value = readYaml(text.slice(4, -4), 4);
    expect(toPlaces(value, text)).toEqual([
      "a:",
      "a bcd",
      "e 'fg",
      'f "gh',
      "g - h",
      "g0 hij",
      "g1 [kl",
      "g10 kl,",
      "g11 {m:",
      "m nop",
      "q {r:",
      "r 12}",
    ]);
  });

  test.each([
    ['a: "b\nc: d', "Expected YAML (deficient indentation)", "c: d"],
    ['a: "b', "Expected YAML (unexpected end of the stream within a double quoted scalar)", ""],
    ["a: b: c", "Expected YAML (bad indentation of a mapping entry)", ": c"],
    ["a: 'b'c", "Expected YAML (bad indentation of a mapping entry)", "c"],
    ["a:\n\tb: c", "Expected YAML (tab characters must not be used in indentation)", "\tb: c"],
    ["a: [b\nc: d", "Expected YAML (deficient indentation)", "c: d"],
    ["a: {b: c", "Expected YAML (unexpected end of the stream within a flow collection)", ""],
    ["a: @b", "Expected YAML (bad indentation of a mapping entry)", "@b"],
    ["a:\n  - b\n - c", "Expected YAML (bad indentation of a mapping entry)", "- c"],
    ["a: b\n--- c", "Expected one YAML document, not several", "c"],
    ["a: *x", "Expected an anchor named `x` before its alias", "x"],
    ["a: &x [*x]", "Expected an anchor named `x` before its alias", "x]"],
    ['a: "\\z"', "Expected YAML (unknown escape sequence)", 'z"'],
    ["a: \u0001", "Expected YAML (the stream contains non-printable characters)", "\u0001"],
  ])("says what is wrong with %j", (yaml, reason, place) => {
    expect(errorOf(() => readYaml(yaml, 0))).toEqual({ reason, offset: yaml.lastIndexOf(place) });
  });

  test.each([
    { when: "lists", yaml: (levels: number) => "[".repeat(levels) + "]".repeat(levels) },
    { when: "tables", yaml: (levels: number) => "{a: ".repeat(levels) + "}".repeat(levels) },
    { when: "dashes", yaml: (levels: number) => `${"- ".repeat(levels)}b` },
    { when: "open lists", yaml: (levels: number) => "[".repeat(levels) },
  ])("ends at some 64 levels of $when", ({ yaml }) => {
    const depth = "Expected YAML (nesting exceeded maxDepth (64))";
    expect(errorOf(() => readYaml(yaml(60), 0))?.reason).not.toBe(depth);
    expect(errorOf(() => readYaml(yaml(66), 0))?.reason).toBe(depth);
    expect(errorOf(() => readYaml(yaml(10_000), 0))?.reason).toBe(depth);
  });

  // "Billion laughs": each line stands for several of the one before.
  test.each([
    { when: "lists", line: (name: string) => `[${Array(9).fill(name).join(", ")}]` },
    { when: "tables", line: (name: string) => `{a: ${name}, b: ${name}, c: ${name}}` },
    { when: "merge keys", line: (name: string) => `{<<: [{b: ${name}}, {c: ${name}}]}` },
  ])("stops at aliases that stand for more than 10,000 values in $when", ({ line }) => {
    const lines = Array.from({ length: 30 }, (_, at) => {
      return `a${at + 1}: &a${at + 1} ${line(`*a${at}`)}`;
    });
    const yaml = ["a0: &a0 {a: b}", ...lines].join("\n");
    const reason = "Expected at most 10000 values in front matter, aliases included";
    expect(errorOf(() => readYaml(yaml, 0))?.reason).toBe(reason);
  });

  test("reads 10,000 values", () => {
    const list = (length: number) => `[${Array(length).fill("a").join(",")}]`;
    expect(toPlain(readYaml(list(9_999), 0))).toHaveLength(9_999);
    expect(errorOf(() => readYaml(list(10_000), 7))).toEqual({
      reason: "Expected at most 10000 values in front matter, aliases included",
      offset: 7,
    });
  });
});

function mappingOf(yaml: string) {
  const value = readYaml(yaml, 0);
  if (value.kind !== "mapping") throw new TypeError(`Expected a table, not ${yaml}`);
  return value;
}
