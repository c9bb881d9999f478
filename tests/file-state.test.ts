import { chmod, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stateOf } from "../src/file-state.ts";
import { makeFolder } from "./support/temporary-folder.ts";

test("is size, times in nanoseconds and inode", async () => {
  const path = join(await makeFolder({ "a.md": "text" }), "a.md");
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
  expect(stateOf(path)).toBe(`${size} ${mtimeNs} ${ctimeNs} ${ino}`);
  expect(stateOf(path)).toBe(stateOf(path));
});

test.each<{ when: string; change: (path: string) => Promise<unknown> }>([
  { when: "is longer", change: (path) => writeFile(path, "texts") },
  { when: "is another of the same length", change: (path) => writeFile(path, "next") },
  { when: "has another time", change: (path) => utimes(path, 1, 1) },
  { when: "has other permissions", change: (path) => chmod(path, 0o600) },
  { when: "is gone", change: (path) => rm(path) },
])("is another where the file $when", async ({ change }) => {
  const path = join(await makeFolder({ "a.md": "text" }), "a.md");
  const before = stateOf(path);
  await change(path);
  expect(stateOf(path)).not.toBe(before);
});

// As an editor saves, and as `cp -p` and `git checkout` with set times do.
test("is another where a file of the same size and time takes its place", async () => {
  const folder = await makeFolder({ "a.md": "text", "b.md": "next" });
  const [path, other] = [join(folder, "a.md"), join(folder, "b.md")];
  await utimes(path, 1, 1);
  const before = stateOf(path);
  await utimes(other, 1, 1);
  await rename(other, path);
  expect((await stat(path)).mtimeMs).toBe(1000);
  expect(stateOf(path)).not.toBe(before);
});

test("is another where a program set the time of writing back", async () => {
  const path = join(await makeFolder({ "a.md": "text" }), "a.md");
  await utimes(path, 1, 1);
  const before = stateOf(path);
  await writeFile(path, "next");
  await utimes(path, 1, 1);
  expect(stateOf(path)).not.toBe(before);
});

test("is empty where there is nothing, or nobody may know", async () => {
  const folder = await makeFolder({ file: "" });
  expect([stateOf(join(folder, "a.md")), stateOf(join(folder, "file", "a.md"))]).toEqual(["", ""]);
});
