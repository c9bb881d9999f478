import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { digesting, digestOf, matchFile } from "../../src/write/match-file.ts";
import { outputOf } from "../support/output-file.ts";
import { makeFolder } from "../support/temporary-folder.ts";

/** A document of several pieces, larger than what is compared at once. */
const pieces = [1, 2, 3, 4, 5].map((byte) => Buffer.alloc(1_999_999, byte));
const bytes = Buffer.concat(pieces);
const output = { bytes: bytes.length, read: () => pieces };

test("gives the digest of a file that is as it should be", async () => {
  const folder = await makeFolder({ large: bytes, small: "text ü", empty: "" });
  expect(await matchFile(join(folder, "large"), output)).toBe(digestOf(bytes));
  expect(await matchFile(join(folder, "small"), outputOf("a", "text ü"))).toBe(digestOf("text ü"));
  expect(await matchFile(join(folder, "empty"), outputOf("a", ""))).toBe(digestOf(""));
});

test.each([
  { when: "the first byte", at: 0 },
  { when: "one at the end of a stretch", at: 4 * 1024 * 1024 },
  { when: "the last byte", at: bytes.length - 1 },
])("gives nothing where a byte is another: $when", async ({ at }) => {
  const other = Buffer.from(bytes);
  other[at] = (other[at] ?? 0) ^ 1;
  const folder = await makeFolder({ large: other });
  expect(await matchFile(join(folder, "large"), output)).toBeUndefined();
});

test.each([
  { when: "shorter", there: bytes.subarray(1) },
  { when: "longer", there: Buffer.concat([bytes, Buffer.of(5)]) },
  { when: "empty", there: Buffer.alloc(0) },
])("gives nothing where the file is $when", async ({ there }) => {
  const folder = await makeFolder({ large: there });
  expect(await matchFile(join(folder, "large"), output)).toBeUndefined();
});

test("throws where there is no file, or a folder", async () => {
  const folder = await makeFolder();
  await mkdir(join(folder, "folder"));
  await expect(matchFile(join(folder, "none"), output)).rejects.toThrow(/ENOENT/);
  await expect(matchFile(join(folder, "folder"), output)).rejects.toThrow(/EISDIR/);
});

test("pieces count up to the digest of them all", () => {
  const counted = digesting(["a", Buffer.from("b"), "ü"]);
  expect([...counted].map(String)).toEqual(["a", "b", "ü"]);
  expect(counted.digest()).toBe(digestOf("abü"));
});
