import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DamagedError } from "../../src/store/damaged-error.ts";
import { readKept, writeKept, writeKeptText } from "../../src/store/kept-file.ts";
import { fc } from "../support/fast-check.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const value = { list: [1, "zwei ü 셋", null, true], table: { "": "\n\u2028" } };

async function makeKept(): Promise<string> {
  const path = join(await makeFolder(), "cache", "state");
  await writeKept(path, "store", value);
  return path;
}

test("gives what was kept", async () => {
  const path = await makeKept();
  expect(readKept(path, "store")).toEqual(value);
  await writeKept(path, "store", "other");
  expect(readKept(path, "store")).toBe("other");
  expect(await readdir(join(path, ".."))).toEqual(["state"]);
});

test("says of itself what it is", async () => {
  const text = await readFile(await makeKept(), "utf8");
  expect(text).toMatch(/^feedwright store [\w-]{43}\n\{"list":/);
});

test("gives whatever JSON can say", async () => {
  const path = await makeKept();
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (json) => {
      await writeKept(path, "store", json);
      expect(JSON.stringify(readKept(path, "store"))).toBe(JSON.stringify(json));
    }),
    { numRuns: 50 },
  );
});

test("of JSON in pieces comes the same file", async () => {
  const [path, other] = [await makeKept(), await makeKept()];
  await writeKeptText(other, "store", JSON.stringify(value));
  expect(await readFile(other)).toEqual(await readFile(path));
});

test("gives nothing where there is nothing", async () => {
  const folder = await makeFolder();
  expect(readKept(join(folder, "state"), "store")).toBeUndefined();
  expect(readKept(join(folder, "cache", "state"), "store")).toBeUndefined();
});

test.each([
  { when: "of another kind", damage: (text: string) => text.replace("store", "run") },
  { when: "empty", damage: () => "" },
  { when: "only its first line", damage: (text: string) => text.slice(0, text.indexOf("\n")) },
  { when: "cut off at the end", damage: (text: string) => text.slice(0, -1) },
  { when: "longer", damage: (text: string) => `${text} ` },
  { when: "JSON alone", damage: (text: string) => text.slice(text.indexOf("\n") + 1) },
  { when: "of Windows' line ends", damage: (text: string) => text.replace("\n", "\r\n") },
  { when: "other text", damage: () => "# Notes\n\nNot feedwright's\n" },
  { when: "bytes that are no text", damage: () => Buffer.alloc(1000, 0xfe) },
])("refuses a file that is $when", async ({ damage }) => {
  const path = await makeKept();
  await writeFile(path, damage(await readFile(path, "utf8")));
  expect(() => readKept(path, "store")).toThrow(DamagedError);
  expect(() => readKept(path, "store")).toThrow(`${path} is not what feedwright wrote`);
});

test("refuses a file in which any bit is another", async () => {
  const path = await makeKept();
  const bytes = await readFile(path);
  const places = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 7 }));
  await fc.assert(
    fc.asyncProperty(places, async ([at, bit]) => {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
      await writeFile(path, damaged);
      expect(() => readKept(path, "store")).toThrow(DamagedError);
    }),
    { numRuns: 200 },
  );
});

test("says of a file that cannot be read why", async () => {
  const path = join(await makeFolder(), "state");
  await mkdir(path);
  expect(() => readKept(path, "store")).toThrow(DamagedError);
  expect(() => readKept(path, "store")).toThrow(/EISDIR/);
});

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
  "says of a file without permission why",
  async () => {
    const path = await makeKept();
    await chmod(path, 0o000);
    expect(() => readKept(path, "store")).toThrow(/EACCES/);
  },
);

test("where it cannot be written, says so, and what was kept stays", async () => {
  const path = await makeKept();
  const old = await readFile(path, "utf8");
  await expect(writeKept(join(path, "state"), "store", value)).rejects.toThrow(/ENOTDIR|EEXIST/);
  expect(await readFile(path, "utf8")).toBe(old);
});

test("what a killed run left goes", async () => {
  const path = await makeKept();
  await writeFile(join(path, "..", `.state.${process.pid}.feedwright`), "half");
  await writeKept(path, "store", value);
  expect(await readdir(join(path, ".."))).toEqual(["state"]);
});
