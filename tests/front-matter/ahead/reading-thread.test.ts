import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { expect, test, vi } from "vitest";
import { stateOf } from "../../../src/file-state.ts";
import type { ReadingData } from "../../../src/front-matter/ahead/reading-thread.ts";
import { createTaker, shareTexts } from "../../../src/front-matter/ahead/shared-texts.ts";
import { digestOfText } from "../../../src/text-digest.ts";
import { compiledMain } from "../../support/run-compiled.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

vi.setConfig({ testTimeout: 30_000 });

function startThread(paths: readonly string[]) {
  const texts = shareTexts(paths.length);
  const workerData: ReadingData = { paths: paths.join("\0"), texts };
  const program = join(compiledMain(), "../../front-matter/ahead/reading-thread.js");
  return { texts, thread: new Worker(pathToFileURL(program), { workerData }) };
}

/** What the thread gives of files, when it has come to its end. */
async function readInThread(paths: readonly string[]) {
  const { texts, thread } = startThread(paths);
  expect(await once(thread, "exit")).toEqual([0]);
  const { take } = createTaker(texts);
  return paths.map((_, number) => take(number));
}

test("the thread reads files: text, digest and state", async () => {
  const files = {
    "a.md": "---\ntitle: A\n---\n안녕 👩‍💻\n",
    "empty.md": "",
    "b/c d.md": "x".repeat(100_000),
    "mark.md": "\uFEFFa\r\n",
  };
  const folder = await makeFolder(files);
  const paths = Object.keys(files).map((path) => join(folder, path));
  expect(await readInThread(paths)).toEqual(
    Object.values(files).map((text, index) => {
      return { text, digest: digestOfText(text), state: stateOf(paths[index] ?? "") };
    }),
  );
});

test("what it cannot read or has no room for it leaves to others", async () => {
  const folder = await makeFolder({ "long.md": "x".repeat(256 * 1024), "d.md/e": "", "z.md": "z" });
  const names = ["none.md", "long.md", "d.md", "z.md"];
  const given = await readInThread(names.map((name) => join(folder, name)));
  expect(given.map((one) => one?.text)).toEqual([undefined, undefined, undefined, "z"]);
});

test("it waits where nobody takes what it has read, and goes on when somebody does", async () => {
  const folder = await makeFolder({ "a.md": "a" });
  const paths = Array.from({ length: 1000 }, () => join(folder, "a.md"));
  const { texts, thread } = startThread(paths);
  const isGiven = () => [...texts.progress.slice(1)].map((state) => state === 2);
  const first = (many: number) => Array.from({ length: 32 }, (_, batch) => batch < many);
  await expect.poll(isGiven, { timeout: 10_000 }).toEqual(first(16));
  await setTimeout(200);
  expect(isGiven()).toEqual(first(16));
  const { take, close } = createTaker(texts);
  expect(take(32 * 8)?.text).toBe("a");
  await expect.poll(() => isGiven().lastIndexOf(true), { timeout: 10_000 }).toBe(23);
  const ended = once(thread, "exit");
  close();
  expect(await ended).toEqual([0]);
  expect(isGiven().lastIndexOf(true)).toBe(23);
});
