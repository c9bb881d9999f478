import { mkdir, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/config/errors.ts";
import { emptyLedger, toLedger } from "../../src/ledger/ledger.ts";
import { commitLedger, readLedger, saveLedger, stageLedger } from "../../src/ledger/ledger-file.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const ledger = toLedger([
  { source: "a.md", id: "a", url: "a", published: "", digest: "", sketch: "" },
]);

test("where there is none, it is empty, and an empty one is not written", async () => {
  const folder = await makeFolder();
  const path = join(folder, "feeds.lock.json");
  expect(await readLedger(path)).toBe(emptyLedger);
  await saveLedger(path, emptyLedger);
  expect(await readdir(folder)).toEqual([]);
});

test("is read as it was written, with a byte order mark or without", async () => {
  const path = join(await makeFolder(), "feeds.lock.json");
  await saveLedger(path, ledger);
  expect(await readLedger(path)).toEqual(ledger);
  await writeFile(path, `\uFEFF${await readFile(path, "utf8")}`);
  expect(await readLedger(path)).toEqual(ledger);
});

test("one that did not change is not written", async () => {
  const path = join(await makeFolder(), "feeds.lock.json");
  await saveLedger(path, ledger);
  const { ino } = await stat(path);
  expect(await stageLedger(path, ledger)).toBeUndefined();
  expect((await stat(path)).ino).toBe(ino);
});

test("until it is committed, the old one stands", async () => {
  const path = join(await makeFolder(), "feeds.lock.json");
  await saveLedger(path, ledger);
  const staged = await stageLedger(path, toLedger([]));
  expect(await readLedger(path)).toEqual(ledger);
  if (staged) await commitLedger(staged);
  expect((await readLedger(path)).entries.size).toBe(0);
});

test.each([
  {
    what: "a folder",
    make: (path: string) => mkdir(path),
    message: "feeds.lock.json: Expected a file that can be read (EISDIR)",
  },
  {
    what: "a huge file",
    make: async (path: string) => {
      await writeFile(path, "");
      await truncate(path, 300_000_000);
    },
    message: "feeds.lock.json: Expected at most 256 MiB, not 300000000 bytes",
  },
])("$what is one sentence, and never an empty ledger", async ({ make, message }) => {
  const path = join(await makeFolder(), "feeds.lock.json");
  await make(path);
  const hint = "Look at the file: without it articles would be delivered again";
  await expect(readLedger(path)).rejects.toThrow(
    expect.objectContaining({ name: "LedgerError", message: `${message}\n${hint}` }),
  );
});

test("where it cannot be written, nothing is left behind", async () => {
  const folder = await makeFolder({ "a-file": "" });
  const path = join(folder, "a-file", "feeds.lock.json");
  await expect(saveLedger(path, ledger)).rejects.toThrow(
    new UsageError(
      "Expected a ledger that can be written (EEXIST), and wrote nothing: feeds.lock.json",
    ),
  );
  await mkdir(join(folder, "feeds.lock.json"));
  await expect(saveLedger(join(folder, "feeds.lock.json"), ledger)).rejects.toThrow(/\(EISDIR\)/);
  expect((await readdir(folder)).toSorted()).toEqual(["a-file", "feeds.lock.json"]);
});
