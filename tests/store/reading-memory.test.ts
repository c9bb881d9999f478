import { stat } from "node:fs/promises";
import { join } from "node:path";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { later, storeOptions } from "../support/kept-build.ts";
import { keptArticle, makeKeptSite, names, three } from "../support/kept-site.ts";
import { makeFolder } from "../support/temporary-folder.ts";

describe("times that are not to be trusted", () => {
  const text = keptArticle(1, "Text");
  const other = keptArticle(1, "Tixt");
  const at = (milliseconds: number) =>
    `${text.length} ${milliseconds}000000 ${milliseconds}000000 4`;

  function fileOf(value: string, state: string): VFile {
    return new VFile({ path: "a.md", value, data: { stated: { state } } });
  }

  /** Keeps a file, then asks by its state alone whether it is known. */
  async function isTrusted(stat: string, start: number): Promise<boolean> {
    const root = await makeFolder();
    const first = openStore(storeOptions(root, { start }));
    const file = fileOf(text, stat);
    first.keep({ source: "a.md", status: "draft", outline, article: undefined, file }, "");
    await first.commit();
    first.close();
    const second = openStore(storeOptions(root));
    const knows = second.knows(fileOf(text, stat));
    const isKnown = second.recall(fileOf(text, stat), "") !== undefined;
    expect(second.recallText(fileOf(text, stat), "")).toBeDefined();
    expect(second.recallText(fileOf(other, stat), "")).toBeUndefined();
    second.close();
    expect(knows).toBe(isKnown);
    return isKnown;
  }

  const start = 1_700_000_000_123;

  test.each([
    { when: "long before", stat: at(start - 5_000), known: true },
    { when: "a little before", stat: at(start - 51), known: true },
    { when: "just before", stat: at(start - 50), known: false },
    { when: "as the run began", stat: at(start), known: false },
    { when: "after the run began", stat: at(start + 5_000), known: false },
  ])("are those of a file written $when: $known", async ({ stat, known }) => {
    expect(await isTrusted(stat, start)).toBe(known);
  });

  test("are those of a change, whatever time of writing a program has set", async () => {
    const stat = `${text.length} 1000000000 ${start}000000 4`;
    expect(await isTrusted(stat, start)).toBe(false);
  });

  test("are those of a disk that counts in seconds, until these are over", async () => {
    const second = Math.floor(start / 1000) * 1000;
    expect(await isTrusted(at(second), second + 900)).toBe(false);
    expect(await isTrusted(at(second), second + 5_000)).toBe(true);
  });

  test("an edit of the same length just after the run began is seen", async () => {
    const { root, put, build, buildFresh } = await makeKeptSite();
    const path = join(root, "content", "b.md");
    await build({ start: (await stat(path)).mtimeMs + 1 });
    await put({ "b.md": keptArticle(2, "Tixt") });
    const second = await build();
    expect(second.anew).toEqual(["b.md"]);
    expect(second.feeds).toEqual((await buildFresh()).feeds);
  });

  test("a file that was written just now is known by its text the next time", async () => {
    const { build } = await makeKeptSite();
    await build({ start: 0 });
    expect(await build()).toMatchObject({ byState: [], byText: names, rendered: [] });
    expect(await build()).toMatchObject({ byState: names });
  });

  test.each([
    { when: "all are known by their times", start: later, files: 3, covers: true },
    { when: "there is another", start: later, files: 4, covers: false },
    { when: "none is trusted", start: 0, files: 3, covers: false },
  ])("a store covers a folder only where $when", async ({ start: begun, files, covers }) => {
    const { root, build } = await makeKeptSite();
    await build({ start: begun });
    const store = openStore(storeOptions(root, { start: begun }));
    for (const [path, value] of Object.entries(three)) {
      store.recallText(
        new VFile({ path, value: String(value), data: { stated: { state: "1 2 3 4" } } }),
        "",
      );
    }
    expect(store.covers(files)).toBe(covers);
    store.close();
  });
});

const outline = { title: "T", authors: [], tags: ["a"], enclosures: [] };

test("what a file's place says is compared with its reading", async () => {
  const root = await makeFolder({ "a.md": keptArticle(1) });
  const file = () => {
    const text = keptArticle(1);
    return new VFile({
      cwd: root,
      path: "a.md",
      value: text,
      data: { stated: { state: "1 2 3 4" } },
    });
  };
  const first = openStore(storeOptions(root));
  const reading = { source: "a.md", status: "draft", outline, article: undefined } as const;
  first.keep({ ...reading, file: file() }, "facts");
  await first.commit();
  first.close();
  const second = openStore(storeOptions(root));
  expect(second.recall(file(), "facts")).toMatchObject({ status: "draft", outline });
  expect(second.recall(file(), "other")).toBeUndefined();
  expect(second.recallText(file(), "facts")).toMatchObject({ status: "draft", outline });
  expect(second.recallText(file(), "other")).toBeUndefined();
  second.close();
});
