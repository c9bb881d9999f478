import { describe, expect, test } from "vitest";
import { readPlainYaml } from "../../src/front-matter/plain-yaml.ts";
import { FrontMatterError, type Value } from "../../src/front-matter/value.ts";
import { parseYaml, typeOf } from "../../src/front-matter/yaml.ts";
import { array, assert, constantFrom, oneof, property, string } from "../support/fast-check.ts";

function readPlain(yaml: string): Value | undefined {
  return readPlainYaml(yaml, 4, typeOf);
}

/** What the parser finds; undefined for what it refuses. */
function parse(yaml: string): Value | undefined {
  try {
    return parseYaml(yaml, 4);
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined;
    throw error;
  }
}

describe("readPlainYaml", () => {
  test.each([
    { what: "words", yaml: "title: A walk, in the rain & (some) mud\n" },
    { what: "a line that nothing ends", yaml: "title: A walk" },
    { what: "words that stand for something else", yaml: "a: true\nb: 12\nc: null\nd: 1.50" },
    { what: "moments and addresses", yaml: "date: 2024-07-31T09:45:47Z\nurl: https://a.example/b" },
    { what: "quoted texts", yaml: "a: \"b: # c\"\nb: 'd \"e\"'\nc: ''\n" },
    { what: "letters of any script", yaml: "title: 두루미의 기록 ‘긴 여행’\nkey: ñandú\n" },
    { what: "spaces at the ends", yaml: "a:   b  \nc: 'd' \ne: [f] \ng: \n  - h \n" },
    { what: "lists on a line", yaml: "a: [b, 'c, d', 1 ,\"e\"]\nf: [ ]\ng: [true]\n" },
    {
      what: "lists of lines",
      yaml: "a:\n- b, c\n- 'd: e'\nf:\n    - 1\n    -   https://g.example\nh: i",
    },
    { what: "empty lines", yaml: "\na: b\n\n  \nc: d\n\n" },
    { what: "carriage returns", yaml: "a: b\r\nc:\r\n  - d\r\n  - e\r\n\r\nf: [g]\r\n" },
    { what: "a key that is there twice", yaml: "a: b\na: c\n" },
  ])("reads $what as the parser does", ({ yaml }) => {
    expect(readPlain(yaml)).toBeDefined();
    expect(readPlain(yaml)).toEqual(parse(yaml));
  });

  test.each([
    { what: "nothing", yaml: "" },
    { what: "comments", yaml: "a: b # c\n" },
    { what: "escapes", yaml: 'a: "b\\n"\n' },
    { what: "a quote in quotes", yaml: "a: 'it''s'\n" },
    { what: "keys without a value", yaml: "a:\nb: c\n" },
    { what: "words on several lines", yaml: "a: b\n  c\n" },
    { what: "words that end with a colon", yaml: "a: b:\n" },
    { what: "tables", yaml: "a:\n  b: c\n" },
    { what: "tables on a line", yaml: "a: {b: c}\n" },
    { what: "tables in lists", yaml: "a:\n  - b: c\n" },
    { what: "lists in lists", yaml: "a: [b, [c]]\n" },
    { what: "lists of unequal depth", yaml: "a:\n  - b\n   - c\n" },
    { what: "lists on several lines", yaml: "a: [b,\n  c]\n" },
    { what: "anchors, aliases and tags", yaml: "a: &b c\nd: *b\ne: !!str f\n" },
    { what: "merge keys", yaml: "<<: a\n" },
    { what: "text in blocks", yaml: "a: |\n  b\n" },
    { what: "other indicators", yaml: "a: @b\nc: %d\ne: `f`\n" },
    { what: "a tab", yaml: "a: b\tc\n" },
    { what: "control characters", yaml: "a: b\u0007c\n" },
    { what: "several documents", yaml: "a: b\n---\nc: d\n" },
    { what: "a long key", yaml: `${"a".repeat(2000)}: b\n` },
  ])("leaves $what to the parser", ({ yaml }) => {
    expect(readPlain(yaml)).toBeUndefined();
  });

  test("never differs from the parser", async () => {
    const pieces = constantFrom(
      ..."a b key title 1 true null ~ 2024-07-31 12:30 é 한 🙂".split(" "),
      ...["\n", "\n", "\r\n", "\r", "\t", " ", "  ", ": ", ":", ":\n", "\n- ", "\n  - ", " #", "#"],
      ...[
        "[",
        "]",
        ", ",
        ",",
        "{",
        "}",
        '"',
        "'",
        "\\",
        "|",
        ">",
        "-",
        "?",
        "&",
        "*",
        "!",
        "%",
        "@",
      ],
      ...["---", "...", "<<", "\u0085", "\u00A0", "\u2028", "\uFEFF", "\u0000", "\uD800"],
    );
    const line = constantFrom("a: b\n", "c: [d, e]\n", "f:\n  - g\n", "h: 'i'\n", 'j: "k"\n');
    const texts = array(oneof(pieces, line, string({ maxLength: 3 })), { maxLength: 12 });
    let read = 0;
    await assert(
      property(texts, (parts) => {
        const value = readPlain(parts.join(""));
        if (value === undefined) return;
        read += 1;
        expect(value).toEqual(parse(parts.join("")));
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  test("takes a time that grows with the text alone", () => {
    const many = [
      `a: [${"b, ".repeat(200_000)}`,
      `a:\n${"  - b\n".repeat(100_000)}  -c\n`,
      `a: ${"b ".repeat(300_000)}:`,
      `a: ${":".repeat(300_000)} `,
      `a: "${" ".repeat(500_000)}`,
    ];
    for (const yaml of many) expect(readPlain(yaml)).toBeUndefined();
  });
});
