import { mkdir, readdir, readFile, rm, stat, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OutputFile } from "../../src/model.ts";
import { planFiles, type WrittenFile, writeFiles } from "../../src/write/files.ts";
import { digestOf } from "../../src/write/match-file.ts";
import { outputOf as output } from "../support/output-file.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

/** Plans and writes, as a run does. */
async function update(
  out: string,
  files: readonly OutputFile[],
  written: ReadonlyMap<string, WrittenFile> = new Map(),
) {
  const plans = await planFiles(out, files, written);
  await writeFiles(out, plans);
  return Object.fromEntries(plans.map(({ path, change }) => [path, change]));
}

/** Every file below a folder with its text. */
async function readAll(folder: string): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = files.map(async (path) => {
    const name = path.slice(folder.length + 1).replaceAll("\\", "/");
    return [name, await readFile(path, "utf8")] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

test("writes what is not there, with its folders", async () => {
  const out = join(await makeFolder(), "public", "feeds");
  const files = [output("rss.xml", "rss"), output("a/b/atom.xml", "atom ü")];
  expect(await update(out, files)).toEqual({ "rss.xml": "write", "a/b/atom.xml": "write" });
  expect(await readAll(out)).toEqual({ "rss.xml": "rss", "a/b/atom.xml": "atom ü" });
});

test("only what differs is written; the rest keeps its time", async () => {
  const out = await makeFolder({ "rss.xml": "same", "atom.xml": "old", "feed.json": "same" });
  const then = new Date("2020-01-01T00:00:00Z");
  for (const name of await readdir(out)) await utimes(join(out, name), then, then);
  const files = [output("rss.xml", "same"), output("atom.xml", "new"), output("feed.json", "same")];
  expect(await update(out, files)).toEqual({
    "rss.xml": "none",
    "atom.xml": "write",
    "feed.json": "none",
  });
  expect((await stat(join(out, "rss.xml"))).mtime).toEqual(then);
  expect((await stat(join(out, "feed.json"))).mtime).toEqual(then);
  expect((await stat(join(out, "atom.xml"))).mtime).not.toEqual(then);
  expect(await readAll(out)).toEqual({ "rss.xml": "same", "atom.xml": "new", "feed.json": "same" });
});

test.each([
  { when: "one byte more", there: "text\n" },
  { when: "one byte less", there: "tex" },
  { when: "other line ends", there: "te\r\nxt" },
  { when: "nothing in it", there: "" },
])("a file with $when differs", async ({ there }) => {
  const out = await makeFolder({ "rss.xml": there });
  expect(await update(out, [output("rss.xml", "text")])).toEqual({ "rss.xml": "write" });
  expect(await readAll(out)).toEqual({ "rss.xml": "text" });
});

test("nothing else in the folder is touched", async () => {
  const others = { "index.html": "<p>", "rss.xml.bak": "x", "sub/rss.xml": "y", ".rss.xml": "z" };
  const out = await makeFolder({ ...others, "rss.xml": "old" });
  const then = new Date("2020-01-01T00:00:00Z");
  for (const name of Object.keys(others)) await utimes(join(out, name), then, then);
  await update(out, [output("rss.xml", "new")]);
  expect(await readAll(out)).toEqual({ ...others, "rss.xml": "new" });
  for (const name of Object.keys(others)) {
    expect((await stat(join(out, name))).mtime).toEqual(then);
  }
});

test.each([
  { when: "has the bytes that were written", there: "ours", change: "remove" },
  { when: "was edited", there: "ours, edited", change: undefined },
  { when: "is gone already", there: undefined, change: undefined },
])("a file no longer produced that $when: $change", async ({ there, change }) => {
  const out = await makeFolder({ "rss.xml": "rss", ...(there && { "tags/old.xml": there }) });
  const written = new Map([
    ["rss.xml", { digest: digestOf("rss") }],
    ["tags/old.xml", { digest: digestOf("ours") }],
  ]);
  const changes = await update(out, [output("rss.xml", "rss")], written);
  expect(changes).toEqual({ "rss.xml": "none", ...(change && { "tags/old.xml": change }) });
  const stays = there && !change ? { "tags/old.xml": there } : {};
  expect(await readAll(out)).toEqual({ "rss.xml": "rss", ...stays });
});

test("a record of files outside the folder removes nothing", async () => {
  const root = await makeFolder({ "secret.txt": "secret", "dist/rss.xml": "rss" });
  await symlink(root, join(root, "dist", "up"), "junction");
  const paths = ["../secret.txt", "up/secret.txt", join(root, "secret.txt"), "", ".", "up", "\0"];
  const written = new Map(paths.map((path) => [path, { digest: digestOf("secret") }]));
  expect(await update(join(root, "dist"), [], written)).toEqual({});
  expect(await readAll(root)).toEqual({ "secret.txt": "secret", "dist/rss.xml": "rss" });
});

test("what a killed run left goes with the next run, even where nothing changes", async () => {
  const out = await makeFolder({
    "rss.xml": "rss",
    [`.rss.xml.${process.pid}.feedwright`]: "half",
  });
  expect(await update(out, [output("rss.xml", "rss")])).toEqual({ "rss.xml": "none" });
  expect(await readAll(out)).toEqual({ "rss.xml": "rss" });
});

test("where one file cannot be written, no file changes", async () => {
  const out = await makeFolder({ "rss.xml": "old", file: "" });
  const writing = writeFiles(out, [
    { path: "rss.xml", output: output("rss.xml", "new"), change: "write" },
    { path: "file/atom.xml", output: output("file/atom.xml", "new"), change: "write" },
    { path: "file", output: undefined, change: "remove" },
  ]);
  await expect(writing).rejects.toThrow(
    /^Expected a folder to write into, .* \(E[A-Z]+\): .*file.*; the feeds are as they were$/,
  );
  expect(await readAll(out)).toEqual({ "rss.xml": "old", file: "" });
});

test("where a file cannot take its name, every file is whole and nothing is left", async () => {
  const out = await makeFolder({ "rss.xml": "old", "atom.xml/file": "" });
  const writing = writeFiles(out, [
    { path: "rss.xml", output: output("rss.xml", "new"), change: "write" },
    { path: "atom.xml", output: output("atom.xml", "new"), change: "write" },
    { path: "feed.json", output: output("feed.json", "new"), change: "write" },
  ]);
  await expect(writing).rejects.toThrow(
    /; every feed is whole, but some are new and some are old$/,
  );
  expect(await readAll(out)).toEqual({ "rss.xml": "new", "atom.xml/file": "" });
});

test("a folder that is linked is written through its link", async () => {
  const root = await makeFolder({ "real/rss.xml": "old" });
  await symlink(join(root, "real"), join(root, "dist"), "junction");
  await update(join(root, "dist"), [output("rss.xml", "new"), output("a/atom.xml", "new")]);
  expect(await readAll(join(root, "real"))).toEqual({ "rss.xml": "new", "a/atom.xml": "new" });
});

test("a link within the folder is followed", async () => {
  const out = await makeFolder({ "real/rss.xml": "old" });
  await symlink(join(out, "real"), join(out, "feeds"), "junction");
  await update(out, [output("feeds/rss.xml", "new")]);
  expect(await readAll(out)).toEqual({ "real/rss.xml": "new" });
});

test("a link out of the folder is refused, and nothing is made behind it", async () => {
  const root = await makeFolder({ "elsewhere/rss.xml": "theirs" });
  await mkdir(join(root, "dist"));
  await symlink(join(root, "elsewhere"), join(root, "dist", "feeds"), "junction");
  const out = join(root, "dist");
  for (const path of ["feeds/rss.xml", "feeds/more/rss.xml"]) {
    await expect(planFiles(out, [output(path, "ours")], new Map())).rejects.toThrow(
      `Expected a folder below the output folder, not a link out of it: ${join(out, path)}`,
    );
  }
  expect(await readAll(root)).toEqual({ "elsewhere/rss.xml": "theirs" });
});

test("a link to a folder that is gone is refused", async () => {
  const root = await makeFolder();
  await symlink(join(root, "gone"), join(root, "dist"), "junction");
  await expect(update(join(root, "dist"), [output("rss.xml", "ours")])).rejects.toThrow(
    /^Expected a folder to write into, not a file or a broken link/,
  );
  await rm(join(root, "dist"));
  expect(await readdir(root)).toEqual([]);
});

test.each([
  {
    when: "the output folder is a file",
    files: { dist: "" },
    message: /^Expected an output folder, not a file: .*dist$/,
  },
  {
    when: "a folder below it is a file",
    files: { "dist/feeds": "" },
    message: /^Expected a folder to write into, .* \(E[A-Z]+\): .*feeds.*; the feeds are as/,
  },
  {
    when: "the feed is a folder",
    files: { "dist/feeds/rss.xml/file": "" },
    message: /^Expected a file, not a folder \(EISDIR\): .*rss\.xml; the feeds are as they were$/,
  },
])("says so when $when", async ({ files, message }) => {
  const root = await makeFolder(files);
  const updating = update(join(root, "dist"), [output("feeds/rss.xml", "rss")]);
  await expect(updating).rejects.toThrow(message);
  expect(await readAll(root)).toEqual(files);
});

test("feeds may be added beside those that are there", async () => {
  const out = await makeFolder();
  await update(out, [output("rss.xml", "1")]);
  await addFiles(out, { "index.html": "theirs" });
  await update(out, [output("rss.xml", "2"), output("atom.xml", "2")]);
  expect(await readAll(out)).toEqual({ "rss.xml": "2", "atom.xml": "2", "index.html": "theirs" });
});
