import { readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { DamagedError } from "../../src/store/damaged-error.ts";
import { beginPack, openPack } from "../../src/store/pack.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const mebibyte = 1024 * 1024;
const texts = ["one", "zwei ü", "세 번째"];

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

/** A finished pack with the three texts. */
async function makePack() {
  const path = join(await makeFolder(), "a.pack");
  const made = beginPack(path);
  const spans = texts.map((text) => made.add(Buffer.from(text)));
  made.finish();
  made.close();
  return { path, spans };
}

describe("a pack", () => {
  test("gives what was added: while it is made, when it is finished, and in a later run", async () => {
    const path = join(await makeFolder(), "a.pack");
    const made = beginPack(path);
    const spans = texts.map((text) => made.add(Buffer.from(text)));
    expect(spans.map(made.read).map(textOf)).toEqual(texts);
    made.finish();
    expect(spans.map(made.read).map(textOf)).toEqual(texts);
    made.close();
    const again = openPack(path);
    expect(spans.toReversed().map(again.read).map(textOf)).toEqual(texts.toReversed());
    expect([made.size(), again.size()]).toEqual([20, 20]);
    again.close();
    expect(await readFile(path, "utf8")).toBe(texts.join(""));
  });

  test("of little stands in memory until it is finished", async () => {
    const folder = join(await makeFolder(), "cache");
    const made = beginPack(join(folder, "a.pack"));
    made.add(Buffer.alloc(8 * mebibyte));
    expect(await readdir(dirname(folder))).toEqual([]);
    made.finish();
    expect(await readdir(folder)).toEqual(["a.pack"]);
    made.close();
  });

  test("without a path stands in memory alone, however much is in it", async () => {
    const made = beginPack(undefined);
    const spans = [1, 2, 3, 4].map((byte) => made.add(Buffer.alloc(3 * mebibyte, byte)));
    made.finish();
    expect(spans.map((span) => made.read(span)[3 * mebibyte - 1])).toEqual([1, 2, 3, 4]);
    expect(made.size()).toBe(12 * mebibyte);
    made.close();
  });

  test("of much goes to a file, which takes its name when it is finished", async () => {
    const folder = await makeFolder();
    const path = join(folder, "a.pack");
    const made = beginPack(path);
    const spans = [1, 2, 3, 4, 5, 6].map((byte) => made.add(Buffer.alloc(3 * mebibyte, byte)));
    expect(await readdir(folder)).toEqual([`a.pack.${process.pid}.part`]);
    const lasts = () => spans.map((span) => made.read(span)[3 * mebibyte - 1]);
    expect(lasts()).toEqual([1, 2, 3, 4, 5, 6]);
    made.finish();
    expect(await readdir(folder)).toEqual(["a.pack"]);
    expect(lasts()).toEqual([1, 2, 3, 4, 5, 6]);
    made.close();
    const again = openPack(path);
    expect(spans.map((span) => again.read(span)[0])).toEqual([1, 2, 3, 4, 5, 6]);
    again.close();
  });

  test("that is not finished leaves nothing", async () => {
    const folder = await makeFolder();
    const made = beginPack(join(folder, "a.pack"));
    made.add(Buffer.alloc(9 * mebibyte));
    expect(await readdir(folder)).toHaveLength(1);
    made.close();
    made.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test("takes the place of what a killed run with the same process id left", async () => {
    const part = `a.pack.${process.pid}.part`;
    const folder = await makeFolder({ [part]: "half of something longer than this" });
    const made = beginPack(join(folder, "a.pack"));
    made.add(Buffer.from("new"));
    made.finish();
    made.close();
    expect(await readdir(folder)).toEqual(["a.pack"]);
    expect(await readFile(join(folder, "a.pack"), "utf8")).toBe("new");
  });

  test("stays readable when another run removes the file", async () => {
    const { path, spans } = await makePack();
    const pack = openPack(path);
    await rm(path);
    expect(spans.map(pack.read).map(textOf)).toEqual(texts);
    pack.close();
  });

  test("that is not there cannot be opened", async () => {
    const path = join(await makeFolder(), "a.pack");
    expect(() => openPack(path)).toThrow(/ENOENT/);
  });
});

describe("a pack that cannot be written", () => {
  test.each([
    { when: "little", size: 3 },
    { when: "much", size: 9 * mebibyte },
  ])("serves its run all the same, and says so at the end: $when", async ({ size }) => {
    const path = join(await makeFolder({ file: "" }), "file", "cache", "a.pack");
    const made = beginPack(path);
    const spans = [7, 8].map((byte) => made.add(Buffer.alloc(size, byte)));
    expect(spans.map((span) => made.read(span)[size - 1])).toEqual([7, 8]);
    expect(made.finish).toThrow(/ENOTDIR|EEXIST/);
    expect(spans.map((span) => made.read(span)[size - 1])).toEqual([7, 8]);
    made.close();
    expect(await readdir(dirname(dirname(dirname(path))))).toEqual(["file"]);
  });

  test("because a folder has its name leaves nothing else", async () => {
    const folder = await makeFolder({ "a.pack/file": "" });
    const made = beginPack(join(folder, "a.pack"));
    made.add(Buffer.from("new"));
    expect(made.finish).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
    made.close();
    expect(await readdir(folder)).toEqual(["a.pack"]);
  });
});

describe("a damaged pack", () => {
  test.each([
    { when: "the first byte of it", at: 3 },
    { when: "a byte in the middle", at: 5 },
    { when: "the last byte of it", at: 9 },
  ])("gives no text in which a byte changed: $when", async ({ at }) => {
    const { path, spans } = await makePack();
    const bytes = await readFile(path);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const pack = openPack(path);
    const [first, second, third] = spans.map((span) => () => textOf(pack.read(span)));
    expect(second).toThrow(DamagedError);
    expect(second).toThrow("a pack has other bytes than were kept");
    expect([first?.(), third?.()]).toEqual(["one", "세 번째"]);
    pack.close();
  });

  test.each([
    { when: "to nothing", length: 0, left: [] },
    { when: "within a text", length: 9, left: ["one"] },
    { when: "between two texts", length: 10, left: ["one", "zwei ü"] },
  ])("gives no text that is cut off: $when", async ({ length, left }) => {
    const { path, spans } = await makePack();
    await truncate(path, length);
    const pack = openPack(path);
    const found = spans.slice(0, left.length).map(pack.read).map(textOf);
    expect(found).toEqual(left);
    for (const span of spans.slice(left.length)) {
      expect(() => pack.read(span)).toThrow(DamagedError);
      expect(() => pack.read(span)).toThrow("a pack is too short");
    }
    pack.close();
  });

  test("gives no text of another pack under its name", async () => {
    const [{ path, spans }, other] = [await makePack(), await makePack()];
    await writeFile(path, (await readFile(other.path)).toReversed());
    const pack = openPack(path);
    for (const span of spans) expect(() => pack.read(span)).toThrow(DamagedError);
    pack.close();
    expect(basename(path)).toBe("a.pack");
  });
});
