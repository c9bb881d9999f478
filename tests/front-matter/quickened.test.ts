import { VFile } from "vfile";
import { expect, test } from "vitest";
import * as plain from "../../src/front-matter/front-matter.ts";
import { anyText } from "../support/any-text.ts";
import { frontMatter, importQuickened } from "../support/bundle-quickened.ts";
import { fc } from "../support/fast-check.ts";
import { articleFolders, readTexts } from "../support/markdown-texts.ts";
import { describeMessages } from "../support/reading.ts";

type Module = Pick<typeof plain, "takeFrontMatter">;

const quickened = await importQuickened<Module>("src/front-matter/front-matter.ts", frontMatter);

function take({ takeFrontMatter }: Module, text: string) {
  const file = new VFile({ path: "a.md", value: text });
  return { parts: takeFrontMatter(file), messages: describeMessages(file) };
}

function expectTheSame(text: string): void {
  expect(take(quickened, text)).toEqual(take(plain, text));
}

const heads = anyText("---", "+++", "---js", "#", "{", "}", "a: b", "a = 1", '"a": 1', ":", "- ");

test("quickened, gray-matter takes front matter as it does by itself", () => {
  const articles = fc.tuple(fc.constantFrom("---", "+++", "{", ""), heads, heads);
  const property = fc.property(articles, ([fence, head, body]) => {
    expectTheSame(`${fence}\n${head}\n${fence}\n${body}`);
  });
  fc.assert(property, { numRuns: 2000 });
});

test("quickened, it reads all articles here as it does by itself", async () => {
  const texts = (await Promise.all(articleFolders.map(readTexts))).flat();
  expect(texts.length).toBeGreaterThan(100);
  texts.forEach(expectTheSame);
});
