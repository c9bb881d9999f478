import { readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  keyOf,
  type Owner,
  recallWritten,
  rememberWritten,
} from "../../src/store/written-files.ts";
import type { WrittenFile } from "../../src/write/files.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const written: ReadonlyMap<string, WrittenFile> = new Map([
  ["rss.xml", { digest: "digest 1", madeOf: "entries 1", state: "7 1 2 3" }],
  ["feeds/atom.xml", { digest: "digest 2" }],
]);
const other: ReadonlyMap<string, WrittenFile> = new Map([["rss.xml", { digest: "digest 3" }]]);

function ownerIn(root: string, stated: Partial<Owner> = {}): Owner {
  return { out: join(root, "dist"), content: join(root, "content"), config: undefined, ...stated };
}

test("recalls what was remembered", async () => {
  const root = await makeFolder();
  const cache = join(root, "node_modules", ".cache", "feedwright");
  await rememberWritten(cache, ownerIn(root), written);
  expect(await recallWritten(cache, ownerIn(root))).toEqual({ written, problem: undefined });
  expect(await readdir(cache)).toEqual(["written.json"]);
});

test("the last run's files replace those of the one before", async () => {
  const root = await makeFolder();
  const cache = join(root, "cache");
  await rememberWritten(cache, ownerIn(root), written);
  await rememberWritten(cache, ownerIn(root), other);
  const { written: found } = await recallWritten(cache, ownerIn(root));
  expect(found).toEqual(other);
});

test.each([
  { when: "output folder", stated: { out: "/elsewhere/dist" } },
  { when: "content folder", stated: { content: "/elsewhere/content" } },
  { when: "config", stated: { config: "/elsewhere/feedwright.config.json" } },
])("of another $when nothing is known, and each keeps its own", async ({ stated }) => {
  const root = await makeFolder();
  const cache = join(root, "cache");
  const [one, two] = [ownerIn(root), ownerIn(root, stated)];
  await rememberWritten(cache, one, written);
  expect((await recallWritten(cache, two)).written).toEqual(new Map());
  await rememberWritten(cache, two, other);
  expect((await recallWritten(cache, one)).written).toEqual(written);
  expect((await recallWritten(cache, two)).written).toEqual(other);
});

test("a folder that moved with its cache is still known", async () => {
  const root = await makeFolder();
  const [here, there] = [join(root, "here"), join(root, "there")];
  await rememberWritten(join(here, "cache"), ownerIn(here), written);
  await rename(here, there);
  const { written: found } = await recallWritten(join(there, "cache"), ownerIn(there));
  expect(found).toEqual(written);
});

test("what version 0.1 kept, digests alone, is still known, and kept on in its new form", async () => {
  const root = await makeFolder();
  const cache = join(root, "cache");
  const [one, two] = [ownerIn(root), ownerIn(root, { config: join(root, "two.json") })];
  const old = { [keyOf(cache, one)]: { "rss.xml": "digest 1", "feeds/atom.xml": "digest 2" } };
  await addFiles(cache, { "written.json": JSON.stringify(old) });
  const digests = new Map([
    ["rss.xml", { digest: "digest 1" }],
    ["feeds/atom.xml", { digest: "digest 2" }],
  ]);
  expect(await recallWritten(cache, one)).toEqual({ written: digests, problem: undefined });
  await rememberWritten(cache, two, other);
  expect(await recallWritten(cache, one)).toEqual({ written: digests, problem: undefined });
});

test("without a cache nothing is remembered", async () => {
  const root = await makeFolder();
  await rememberWritten(undefined, ownerIn(root), written);
  const nothing = { written: new Map(), problem: undefined };
  expect(await recallWritten(undefined, ownerIn(root))).toEqual(nothing);
  expect(await readdir(root)).toEqual([]);
});

test("an empty cache is no problem", async () => {
  const root = await makeFolder();
  const nothing = { written: new Map(), problem: undefined };
  expect(await recallWritten(join(root, "cache"), ownerIn(root))).toEqual(nothing);
});

test.each([
  { when: "cut off", text: '{ "dist": { "rss.xml": "dig', reason: /JSON/ },
  { when: "empty", text: "", reason: /JSON/ },
  { when: "a list", text: "[]", reason: /not a register of written files/ },
  { when: "null", text: "null", reason: /not a register of written files/ },
  { when: "of another program", text: '{ "version": 2 }', reason: /not a register/ },
  { when: "of other values", text: '{ "dist": { "rss.xml": 1 } }', reason: /not a register/ },
  { when: "without digests", text: '{ "dist": { "rss.xml": {} } }', reason: /not a register/ },
])("a cache that is $when is a problem, and is made anew", async ({ text, reason }) => {
  const root = await makeFolder({ "cache/written.json": text });
  const cache = join(root, "cache");
  const memory = await recallWritten(cache, ownerIn(root));
  expect(memory).toEqual({ written: new Map(), problem: expect.stringMatching(reason) });
  expect(memory.problem).toContain(`Expected a readable cache in ${cache} (`);
  await rememberWritten(cache, ownerIn(root), written);
  expect(await recallWritten(cache, ownerIn(root))).toEqual({ written, problem: undefined });
});

test("a register that is a folder is a problem, and cannot be written", async () => {
  const root = await makeFolder({ "cache/written.json/file": "" });
  const cache = join(root, "cache");
  const { written: found, problem } = await recallWritten(cache, ownerIn(root));
  expect(found).toEqual(new Map());
  expect(problem).toMatch(/^Expected a readable cache in .* \(EISDIR/);
  await expect(rememberWritten(cache, ownerIn(root), written)).rejects.toThrow();
  expect(await readdir(cache)).toEqual(["written.json"]);
});

test("a cache below a file cannot be written", async () => {
  const root = await makeFolder({ file: "" });
  const cache = join(root, "file", "cache");
  await expect(rememberWritten(cache, ownerIn(root), written)).rejects.toThrow(
    /ENOTDIR|EEXIST|ENOENT/,
  );
});
