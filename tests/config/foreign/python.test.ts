import { describe, expect, test } from "vitest";
import { readPython } from "../../../src/config/foreign/python.ts";
import { anyText } from "../../support/any-text.ts";
import { assert, property } from "../../support/fast-check.ts";

describe("readPython reads", () => {
  test.each([
    ["'a'", "a"],
    ['"it\'s"  # a comment', "it's"],
    ["u'ü'", "ü"],
    ["b'bytes'", "bytes"],
    ["f'nothing computed'", "nothing computed"],
    [String.raw`'\n\x41\u00e9\U0001F600\101\q\\\''`, "\nAé😀A\\q\\'"],
    [String.raw`'\U00110000'`, "\uFFFD"],
    [String.raw`r'\d{4}\'x'`, String.raw`\d{4}\'x`],
    ["'a' \"b\" \\\n  'c'", "abc"],
    ["('a'\n 'b' # c\n)", "ab"],
    ["'a' + 'b' + known", "abk"],
    ["'''two\nlines 'q' '''", "two\nlines 'q' "],
    ["12", 12],
    ["-2.5", -2.5],
    ["0x1F", 31],
    ["1_000", 1000],
    [".5e1", 5],
    ["1 + 1", 2],
    ["True", true],
    ["False", false],
    ["None", null],
    ["known", "k"],
    ["()", []],
    ["(1)", 1],
    ["(1,)", [1]],
    ["(2012, 3, 4)", [2012, 3, 4]],
    ["[\n 'a', # b\n ['c', 'd'],\n]", ["a", ["c", "d"]]],
    ["['a'] + ['b']", ["a", "b"]],
    ["{'a', 'b'}", ["a", "b"]],
    ["{}", {}],
    ["{'a': None, 'b': (True,), 1: {'c': []},}", { a: null, b: [true], 1: { c: [] } }],
    ["{'__proto__': 'a'}", JSON.parse('{"__proto__": "a"}')],
    ["'a'; b = 'c'", "a"],
  ])("%s", (literal, value) => {
    expect(readPython(`X = ${literal}\n`, { known: "k" })["X"]).toEqual(value);
  });
});

describe("readPython leaves out", () => {
  test.each([
    "compute()",
    "os.path.join('a', 'b')",
    "'a'.upper()",
    "known[0]",
    "unknown",
    "f'{known}'",
    "'a' f'{known}'",
    "[x for x in known]",
    "[1 2]",
    "[1, unknown]",
    "{**known}",
    "{'a': unknown}",
    "'a' if known else 'b'",
    "'a' == 'b'",
    "'a' + 1",
    "1 +",
    "'not closed",
    "'''not closed",
    "[1, 2",
    `${"[".repeat(100)}${"]".repeat(100)}`,
  ])("%s", (value) => {
    const table = readPython(`X = 'before'\nX = ${value}\n`, { known: "k" });
    expect(table).toEqual({ known: "k" });
  });
});

test("reads on after what it leaves out", () => {
  const text = [
    '"""A text with\nA = \'no\'\n"""',
    "from pelicanconf import *",
    "def f(a='=', b={'x': 1}):\n    B = 'no'\n    return '''\nC = 'no'\n'''",
    "if True:\n    D = 'no'",
    "E = compute('a',\n'b')",
    "# F = 'no'",
    "G != 'no'",
    "H: str = 'yes'",
    "I = 'no'",
    "I = 'yes'",
    "J = ['a']\r\nJ += ['b']",
    "K += ['b']",
  ].join("\n");
  expect(readPython(text)).toEqual({ H: "yes", I: "yes", J: ["a", "b"] });
});

test("reads any text to its end, in a time that grows with its length alone", async () => {
  await assert(
    property(anyText("X = ", "'", '"""', "[", "]", "{", "}", "(", ")", "\\", "#", "\n"), (text) => {
      expect(readPython(`${text}\n'''"""\n'''\n`)).toBeTypeOf("object");
    }),
  );
  readPython(`X = ${"[".repeat(300_000)}`);
  readPython("('".repeat(200_000));
});
