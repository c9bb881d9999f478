import { describe, expect, test } from "vitest";
import { findDeepLine, mostLevels } from "../../src/markdown/nesting.ts";

const deep = 10_000;

describe("findDeepLine", () => {
  test.each([
    { when: "quotes", line: `${">".repeat(deep)} a` },
    { when: "quotes with spaces", line: `${"> ".repeat(deep)}a` },
    { when: "bullets", line: `${"- ".repeat(deep)}a` },
    { when: "different bullets", line: `${"- * + ".repeat(deep)}a` },
    { when: "numbers", line: `${"1. ".repeat(deep)}a` },
    { when: "numbers with brackets", line: `${"12) ".repeat(deep)}a` },
    { when: "quotes and bullets", line: `${"> - ".repeat(deep)}a` },
    { when: "a list by its indentation", line: `${" ".repeat(2 * mostLevels)}- a` },
    { when: "opening brackets", line: "[".repeat(deep) },
    { when: "brackets in brackets", line: `${"[".repeat(deep)}a${"]".repeat(deep)}` },
    { when: "images in images", line: `${"![".repeat(deep)}a` },
    { when: "emphasis in emphasis", line: `${"*".repeat(deep)}a${"*".repeat(deep)}` },
    { when: "emphasis with underscores", line: `b ${"_".repeat(deep)}a` },
    { when: "one level too many", line: `${">".repeat(mostLevels + 1)} a` },
  ])("finds the line with $when", ({ line }) => {
    expect(findDeepLine(`a\n\n${line}\n`)).toBe(3);
  });

  test.each([
    { when: "as many levels as are allowed", text: `${">".repeat(mostLevels)} a` },
    { when: "a break of stars", text: "* ".repeat(deep) },
    { when: "a break of dashes", text: "- ".repeat(deep) },
    { when: "a table's dashes", text: `|${"---|".repeat(deep)}` },
    { when: "a break of stars without spaces", text: "*".repeat(deep) },
    { when: "a line to write on", text: `Name: ${"_".repeat(deep)} or nothing` },
    { when: "emphasis after emphasis", text: "*a* ".repeat(deep) },
    { when: "an underline", text: "-".repeat(deep) },
    { when: "text far to the right", text: `${" ".repeat(deep)}a` },
    { when: "links one after the other", text: "[a](b)".repeat(deep) },
    { when: "code", text: `\`\`\`\n${" ".repeat(300)}- a\n${"[".repeat(deep)}\n\`\`\`` },
    { when: "code with a shorter fence in it", text: `~~~~\n~~~\n${"> ".repeat(deep)}\n~~~~` },
    { when: "code that does not end", text: `\`\`\`\n${"> ".repeat(deep)}` },
    { when: "nothing", text: "" },
  ])("finds nothing in $when", ({ text }) => {
    expect(findDeepLine(text)).toBeUndefined();
  });

  test("looks again after code", () => {
    expect(findDeepLine(`\`\`\`\na\n\`\`\`\n${"> ".repeat(deep)}a`)).toBe(4);
  });
});
