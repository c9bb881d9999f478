import { describe, expect, test } from "vitest";
import { measureJson, readJson } from "../../src/front-matter/json.ts";
import { errorOf, type Plain, toPlaces, toPlain } from "../support/plain-value.ts";

interface Case {
  readonly when: string;
  readonly json: string;
  readonly value: Plain;
}

describe("readJson", () => {
  test.each<Case>([
    { when: "text", json: '{"a": "b \\u00e9\\n\\"c\\""}', value: { a: 'text b é\n"c"' } },
    { when: "unpaired surrogates", json: '{"a": "\\ud83d"}', value: { a: "text \uD83D" } },
    {
      when: "numbers as written",
      json: '{"a": 1.10, "b": -2, "c": 1e3, "d": 12345678901234567890}',
      value: {
        a: "number 1.10",
        b: "number -2",
        c: "number 1e3",
        d: "number 12345678901234567890",
      },
    },
    {
      when: "booleans and nothing",
      json: '{"a": true, "b": false, "c": null}',
      value: { a: "boolean true", b: "boolean false", c: "nothing" },
    },
    {
      when: "lists and tables",
      json: '{"a": [[], {"b": [1]}], "": {}}',
      value: { a: [[], { b: ["number 1"] }], "": {} },
    },
    { when: "the last of equal keys", json: '{"a": 1, "a": 2}', value: { a: "number 2" } },
    { when: "an empty object", json: "{}", value: {} },
    { when: "a list", json: "[1]", value: ["number 1"] },
    { when: "a scalar", json: '"a"', value: "text a" },
  ])("reads $when", ({ json, value }) => {
    expect(toPlain(readJson(json, 0))).toEqual(value);
  });

  test("tells where each value stands", () => {
    const text = '\n\n{"a": "bcd",\r\n "e" : [12, {"f":null}]}\n';
    expect(toPlaces(readJson(text.slice(2), 2), text)).toEqual([
      '{"a',
      'a "bc',
      "e [12",
      "e0 12,",
      'e1 {"f',
      "f nul",
    ]);
  });

  test.each([
    ['{"a": }', "value expected", "}"],
    ['{"a" 1}', "colon expected", "1}"],
    ['{"a": 1 "b": 2}', "comma expected", '"b"'],
    ['{"a": 1,}', "property name expected", "}"],
    ["{a: 1}", "invalid symbol", "a"],
    ["{'a': 1}", "invalid symbol", "'a'"],
    ['{"a": 1', "close brace expected", ""],
    ['{"a": [1', "close bracket expected", ""],
    ['{"a": "b\nc"}', "unexpected end of string", '"b'],
    ['{"a": "\\z"}', "invalid escape character", '"\\z'],
    ['{"a": "\t"}', "invalid character", '"\t'],
    ['{"a": 1 /* b */}', "invalid comment token", "/*"],
    ['{"a": 01}', "comma expected", "1}"],
    ['{"a": 1} 2', "end of file expected", "2"],
    ["", "value expected", ""],
  ])("says what is wrong with %j", (json, words, place) => {
    expect(errorOf(() => readJson(json, 3))).toEqual({
      reason: `Expected JSON (${words})`,
      offset: 3 + json.lastIndexOf(place),
    });
  });

  test.each([
    { when: "lists", open: "[", close: "]" },
    { when: "tables", open: '{"a":', close: "}" },
    { when: "open lists", open: "[", close: "" },
  ])("reads no more than 64 levels of $when", ({ open, close }) => {
    const read = (levels: number) => () =>
      readJson(`${open.repeat(levels)}0${close.repeat(levels)}`, 0);
    const reason = "Expected JSON of at most 64 levels";
    expect(errorOf(read(64))?.reason).not.toBe(reason);
    expect(errorOf(read(65))).toEqual({ reason, offset: 64 * open.length });
    expect(errorOf(read(100_000))).toEqual({ reason, offset: 64 * open.length });
  });

  test("counts no bracket in a text", () => {
    expect(toPlain(readJson(`["${"[".repeat(100)}"]`, 0))).toEqual([`text ${"[".repeat(100)}`]);
  });
});

describe("measureJson", () => {
  test.each([
    { when: "an object", text: '{"a": {"b": [1]}}\n# {}', length: 17 },
    { when: "an empty object", text: "{}{}", length: 2 },
    { when: "brackets in a text", text: '{"}": "]"} b', length: 10 },
    { when: "a broken object", text: '{"a": ]} b', length: 7 },
    { when: "an object that is not closed", text: '{"a": 1\n# b', length: 11 },
    { when: "100,000 levels", text: "[".repeat(100_000), length: 100_000 },
  ])("measures $when", ({ text, length }) => {
    expect(measureJson(text)).toBe(length);
  });
});
