import { readdir, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DamagedError } from "../../src/store/damaged-error.ts";
import { openPacks } from "../../src/store/packs.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

/** A pack of one text in a folder: its name, and where the text lies. */
async function addPack(folder: string, text: string) {
  const packs = openPacks(folder, []);
  const span = packs.add(Buffer.from(text));
  packs.finish();
  packs.close();
  return { name: packs.name, span };
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test("gives what this run and earlier ones added", async () => {
  const folder = await makeFolder();
  const [one, two] = [await addPack(folder, "one"), await addPack(folder, "two")];
  const packs = openPacks(folder, [one.name, two.name]);
  const span = packs.add(Buffer.from("new"));
  const found = [one, two, { name: packs.name, span }].map((of) => packs.read(of.name, of.span));
  expect(found.map(text)).toEqual(["one", "two", "new"]);
  expect([one.name, two.name, packs.name].map(packs.has)).toEqual([true, true, true]);
  expect([one.name, packs.name].map(packs.sizeOf)).toEqual([3, 3]);
  expect(new Set([one.name, two.name, packs.name]).size).toBe(3);
  packs.close();
});

test("what is not there, or is a folder, is not had", async () => {
  const folder = await makeFolder({ "b.pack/file": "" });
  const packs = openPacks(folder, ["a.pack", "b.pack"]);
  const span = { start: 0, length: 1, check: 0 };
  expect(packs.has("a.pack")).toBe(false);
  expect(() => packs.read("a.pack", span)).toThrow(DamagedError);
  expect(() => packs.read("b.pack", span)).toThrow(DamagedError);
  packs.close();
});

test("what another run takes away stays had", async () => {
  const folder = await makeFolder();
  const one = await addPack(folder, "one");
  const packs = openPacks(folder, [one.name]);
  await rm(join(folder, one.name));
  expect(text(packs.read(one.name, one.span))).toBe("one");
  packs.close();
});

test("what is lent is there for this run alone, however much it is", async () => {
  const folder = await makeFolder();
  const packs = openPacks(folder, []);
  const kept = packs.add(Buffer.from("kept"));
  const spans = [1, 2].map((byte) => packs.lend(Buffer.alloc(9 * 1024 * 1024, byte)));
  packs.finish();
  expect(text(packs.read(packs.name, kept))).toBe("kept");
  expect(spans.map((span) => packs.read(packs.lentName, span)[9])).toEqual([1, 2]);
  expect(packs.has(packs.lentName)).toBe(true);
  packs.close();
  expect(await readdir(folder)).toEqual([packs.name]);
});

test("without a folder nothing is opened and nothing is made", async () => {
  const packs = openPacks(undefined, ["a.pack"]);
  const span = packs.add(Buffer.from("new"));
  packs.finish();
  packs.tidy(new Set());
  expect([packs.has("a.pack"), text(packs.read(packs.name, span))]).toEqual([false, "new"]);
  packs.close();
});

test("where nothing was added there is no file", async () => {
  const folder = await makeFolder();
  const packs = openPacks(folder, []);
  packs.finish();
  packs.close();
  expect(await readdir(folder)).toEqual([]);
});

test("tidying takes what this run knew and nothing refers to; a run beside it keeps its own", async () => {
  const folder = await makeFolder();
  const [old, kept] = [await addPack(folder, "old"), await addPack(folder, "kept")];
  const packs = openPacks(folder, [old.name, kept.name]);
  const beside = await addPack(folder, "beside");
  await addFiles(folder, { "c.pack.77.part": "half", state: "", run: "", "notes.txt": "" });
  packs.add(Buffer.from("new"));
  packs.finish();
  packs.tidy(new Set([kept.name, packs.name]));
  packs.close();
  const stay = [kept.name, packs.name, beside.name, "c.pack.77.part", "state", "run", "notes.txt"];
  expect((await readdir(folder)).toSorted()).toEqual(stay.toSorted());
});

test("tidying takes what killed runs left a day ago, and nothing but packs", async () => {
  const names = ["a.pack", "b.pack.77.part", "notes.txt", "state"];
  const folder = await makeFolder(Object.fromEntries(names.map((name) => [name, "old"])));
  const then = new Date(Date.now() - 25 * 60 * 60 * 1000);
  for (const name of names) await utimes(join(folder, name), then, then);
  await writeFile(join(folder, "today.pack"), "");
  const packs = openPacks(folder, []);
  packs.tidy(new Set());
  packs.close();
  expect((await readdir(folder)).toSorted()).toEqual(["notes.txt", "state", "today.pack"]);
});
