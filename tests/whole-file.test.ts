import { spawnSync } from "node:child_process";
import { chmod, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commitFile, discardFile, removeLeftovers, stageFile } from "../src/whole-file.ts";
import { makeFolder } from "./support/temporary-folder.ts";

/** The id of a process that has ended. */
const gone = spawnSync(process.execPath, ["--version"]).pid;

test("a staged file takes its name only when it is committed", async () => {
  const folder = await makeFolder({ "rss.xml": "old" });
  const target = join(folder, "rss.xml");
  const staged = await stageFile(target, ["new ü"]);
  expect(await readFile(target, "utf8")).toBe("old");
  await commitFile(staged);
  expect(await readFile(target, "utf8")).toBe("new ü");
  expect(await readdir(folder)).toEqual(["rss.xml"]);
});

test("a staged file that is discarded leaves nothing", async () => {
  const folder = await makeFolder({ "rss.xml": "old" });
  const staged = await stageFile(join(folder, "rss.xml"), ["new"]);
  await discardFile(staged);
  await discardFile(staged);
  expect(await readdir(folder)).toEqual(["rss.xml"]);
  expect(await readFile(join(folder, "rss.xml"), "utf8")).toBe("old");
});

test("a head is asked for when all else is written, and takes its place", async () => {
  const target = join(await makeFolder(), "state");
  let length = 0;
  const pieces = function* () {
    for (const piece of ["000\n", "ü", "x".repeat(3_000_000)]) {
      length += Buffer.byteLength(piece);
      yield piece;
    }
  };
  await commitFile(await stageFile(target, pieces(), () => String(length).slice(0, 3)));
  expect(await readFile(target, "utf8")).toBe(`300\nü${"x".repeat(3_000_000)}`);
});

test("folders that are missing are made", async () => {
  const target = join(await makeFolder(), "a", "b", "rss.xml");
  await commitFile(await stageFile(target, ["new"]));
  expect(await readFile(target, "utf8")).toBe("new");
});

test("two runs in one process write over what the first left", async () => {
  const folder = await makeFolder();
  await stageFile(join(folder, "rss.xml"), ["longer than the other"]);
  await commitFile(await stageFile(join(folder, "rss.xml"), ["new"]));
  expect(await readFile(join(folder, "rss.xml"), "utf8")).toBe("new");
  expect(await readdir(folder)).toEqual(["rss.xml"]);
});

test.skipIf(process.platform === "win32").each([0o644, 0o664, 0o600])(
  "the permissions %o are kept",
  async (mode) => {
    const folder = await makeFolder({ "rss.xml": "old" });
    await chmod(join(folder, "rss.xml"), mode);
    await commitFile(await stageFile(join(folder, "rss.xml"), ["new"]));
    expect((await stat(join(folder, "rss.xml"))).mode & 0o777).toBe(mode);
  },
);

test("nothing is left where the folder is a file", async () => {
  const folder = await makeFolder({ file: "" });
  await expect(stageFile(join(folder, "file", "rss.xml"), ["new"])).rejects.toThrow(
    /ENOTDIR|EEXIST/,
  );
  expect(await readdir(folder)).toEqual(["file"]);
});

test("nothing is left where the target is a folder", async () => {
  const folder = await makeFolder({ "rss.xml/file": "" });
  const staged = await stageFile(join(folder, "rss.xml"), ["new"]);
  await expect(commitFile(staged)).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM/);
  expect(await readdir(folder)).toEqual(["rss.xml"]);
});

test("what killed runs left beside a target goes, and nothing else", async () => {
  const stays = [
    `.other.xml.${gone}.feedwright`,
    `.rss.xml.${process.ppid}.feedwright`,
    ".rss.xml.feedwright",
    ".rss.xml.x1.feedwright",
    `rss.xml.${gone}.feedwright`,
    `.rss.xml.${gone}.feedwright.bak`,
    `rss.xml.${gone}.tmp`,
    "rss.xml",
  ];
  const goes = [`.rss.xml.${gone}.feedwright`, `.rss.xml.${process.pid}.feedwright`];
  const folder = await makeFolder(
    Object.fromEntries([...stays, ...goes].map((name) => [name, "text"])),
  );
  await removeLeftovers([join(folder, "rss.xml"), join(folder, "missing", "atom.xml")]);
  expect((await readdir(folder)).toSorted()).toEqual(stays.toSorted());
});
