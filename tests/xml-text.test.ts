import { describe, expect, test } from "vitest";
import { toLine, toXmlText } from "../src/xml-text.ts";
import { anyText } from "./support/any-text.ts";
import { assert, property } from "./support/fast-check.ts";

describe("toXmlText", () => {
  test.each([
    { when: "tab and newline", text: "a\tb\nc" },
    { when: "the no-break space and U+0085", text: "a\u00A0b\u0085c" },
    { when: "markup", text: "]]> <&>\"'" },
    { when: "right-to-left text with its marks", text: "\u200Fשלום\u202E" },
    { when: "characters beyond the basic plane", text: "👩‍💻 𠮷 \u{10FFFF}" },
    { when: "the ends of the allowed ranges", text: "\uD7FF\uE000\uFFFD" },
  ])("keeps $when", ({ text }) => {
    expect(toXmlText(text)).toBe(text);
  });

  test.each([
    { when: "controls", text: "\u0000a\u0001b\b\v\f\u000E\u001Fc", clean: "abc" },
    { when: "U+FFFE and U+FFFF", text: "a\uFFFEb\uFFFFc", clean: "abc" },
    { when: "a high surrogate at the end", text: "a\uD83D", clean: "a" },
    { when: "a high surrogate before another character", text: "\uD83Da", clean: "a" },
    { when: "a low surrogate alone", text: "\uDE00a", clean: "a" },
    { when: "surrogates the wrong way round", text: "a\uDE00\uD83Db", clean: "ab" },
    { when: "one high surrogate too many", text: "\uD83D\uD83D\uDE00", clean: "😀" },
    { when: "one low surrogate too many", text: "\uD83D\uDE00\uDE00", clean: "😀" },
    { when: "a pair that a control takes apart", text: "\uD83D\u0001\uDE00", clean: "" },
  ])("removes $when", ({ text, clean }) => {
    expect(toXmlText(text)).toBe(clean);
  });

  test("ends every line with a line feed", async () => {
    expect(toXmlText("a\r\nb\rc\nd\r\r\ne")).toBe("a\nb\nc\nd\n\ne");
  });

  // https://www.w3.org/TR/xml/#charsets, less the carriage return.
  test("leaves only characters that XML allows", async () => {
    await assert(
      property(anyText(), (text) => {
        for (const character of toXmlText(text)) {
          expect(character).toMatch(/[\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
        }
      }),
    );
  });

  test("changes nothing the second time", async () => {
    await assert(
      property(anyText(), (text) => {
        expect(toXmlText(toXmlText(text))).toBe(toXmlText(text));
      }),
    );
  });
});

describe("toLine", () => {
  test.each([
    {
      when: "line breaks of every kind",
      text: "a\nb\r\nc\rd\u2028e\u2029f\u0085g",
      line: "a b c d e f g",
    },
    { when: "runs of spaces and tabs", text: "a \t  b", line: "a b" },
    { when: "space at the ends", text: "\n\u00A0 a \t\n", line: "a" },
    { when: "what XML forbids", text: "a\u0000 \u0001b", line: "a b" },
    { when: "nothing but space", text: " \n\t ", line: "" },
  ])("tidies $when", ({ text, line }) => {
    expect(toLine(text)).toBe(line);
  });

  test("keeps a no-break space between words", () => {
    expect(toLine("10\u00A0km")).toBe("10\u00A0km");
  });
});
