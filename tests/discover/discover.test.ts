import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/config/errors.ts";
import { defaults } from "../../src/config/resolve.ts";
import { discover } from "../../src/discover/discover.ts";
import type { Search } from "../../src/discover/find-sources.ts";
import { stateOf } from "../../src/file-state.ts";
import { readSource, stateOfFile } from "../../src/source-file.ts";
import { describeMessages } from "../support/reading.ts";
import { type Files, makeFolder } from "../support/temporary-folder.ts";

function search(folder: string, stated: Partial<Search> = {}): Search {
  return { folder, include: defaults.include, exclude: [], ...stated };
}

async function pathsOf(files: Files, stated: Partial<Search> = {}): Promise<readonly string[]> {
  const found = await discover(search(await makeFolder(files), stated));
  return found.map((file) => file.path);
}

function empty(...paths: readonly string[]): Files {
  return Object.fromEntries(paths.map((path) => [path, ""]));
}

describe("discover", () => {
  test("finds files, by their paths below the folder, and reads none", async () => {
    const folder = await makeFolder({ "a.md": "one", "b/c.markdown": "two", "b/d.txt": "three" });
    const files = await discover(search(folder));
    expect(files.map(({ path, value, messages }) => [path, value, messages])).toEqual([
      ["a.md", undefined, []],
      ["b/c.markdown", undefined, []],
    ]);
    expect(files.map((file) => String(readSource(file)))).toEqual(["one", "two"]);
  });

  test("asks of each file what the system says of it, once, when somebody wants to know", async () => {
    const folder = await makeFolder({ "a.md": "one", "b/c.markdown": "two" });
    const files = await discover(search(folder));
    expect(files.map(({ data }) => data.stated?.state)).toEqual([undefined, undefined]);
    expect(files.map(stateOfFile)).toEqual([
      stateOf(join(folder, "a.md")),
      stateOf(join(folder, "b", "c.markdown")),
    ]);
    await writeFile(join(folder, "a.md"), "another");
    expect(files.map(stateOfFile)[0]).toMatch(/^3 \d{19} \d{19} \d+$/);
  });

  test("sorts by code units, whatever the file system says", async () => {
    const files = empty(
      "b.md",
      "a/z.md",
      "a.md",
      "B.md",
      "a-b.md",
      "é.md",
      "a/b/c.md",
      "10.md",
      "9.md",
    );
    expect(await pathsOf(files)).toEqual([
      "10.md",
      "9.md",
      "B.md",
      "a-b.md",
      "a.md",
      "a/b/c.md",
      "a/z.md",
      "b.md",
      "é.md",
    ]);
  });

  test("finds more files than it opens at once", async () => {
    const paths = Array.from({ length: 150 }, (_, at) => `${String(at).padStart(3, "0")}.md`);
    expect(await pathsOf(empty(...paths.toReversed()))).toEqual(paths);
  });

  test("never enters dot folders and node_modules, nor takes dot files", async () => {
    const hidden = [
      "node_modules/a.md",
      "b/node_modules/c.md",
      ".git/a.md",
      "b/.obsidian/c.md",
      ".a.md",
    ];
    const include = ["**/*.md", ".git/*.md", ".*.md", "node_modules/*.md"];
    expect(await pathsOf(empty("a.md", ...hidden), { include })).toEqual(["a.md"]);
  });

  const tree = empty(
    "a.md",
    "b.txt",
    "posts/c.md",
    "posts/d/e.md",
    "drafts/f.md",
    "g.MD",
    "README.md",
  );

  test.each([
    {
      when: "by default",
      stated: {},
      paths: ["README.md", "a.md", "drafts/f.md", "posts/c.md", "posts/d/e.md"],
    },
    { when: "of one folder", stated: { include: ["posts/*.md"] }, paths: ["posts/c.md"] },
    {
      when: "of one folder and below",
      stated: { include: ["posts/**"] },
      paths: ["posts/c.md", "posts/d/e.md"],
    },
    {
      when: "of several globs",
      stated: { include: ["*.txt", "**/f.md"] },
      paths: ["b.txt", "drafts/f.md"],
    },
    {
      when: "of a glob that begins with a dot",
      stated: { include: ["./posts/*.md"] },
      paths: ["posts/c.md"],
    },
    {
      when: "less a folder",
      stated: { exclude: ["drafts/**", "posts/**"] },
      paths: ["README.md", "a.md"],
    },
    {
      when: "less a name",
      stated: { exclude: ["README.md", "**/e.md"] },
      paths: ["a.md", "drafts/f.md", "posts/c.md"],
    },
  ])("finds the files $when", async ({ stated, paths }) => {
    expect(await pathsOf(tree, stated)).toEqual(paths);
  });

  test("takes a folder that is named like an article for a folder", async () => {
    expect(await pathsOf(empty("a.md/b.md"))).toEqual(["a.md/b.md"]);
  });
});

describe("discover, where there are symbolic links", () => {
  async function findWith(links: Readonly<Record<string, string>>, stated: Partial<Search> = {}) {
    const folder = await makeFolder({
      "content/a.md": "a",
      "content/sub/b.md": "b",
      "other/c.md": "c",
    });
    for (const [path, target] of Object.entries(links)) {
      await symlink(target, join(folder, "content", path));
    }
    const files = await discover(search(join(folder, "content"), stated));
    return files.map((file) => [file.path, textOf(file), ...describeMessages(file)]);
  }

  // What there is no state of is never read.
  function textOf(file: VFile): string | undefined {
    return file.data.stated === undefined ? undefined : String(readSource(file));
  }

  const found = [
    ["a.md", "a"],
    ["sub/b.md", "b"],
  ];

  test.each([
    { when: "to the folder itself", links: { loop: "." } },
    { when: "up and back", links: { "sub/loop": "../sub" } },
    { when: "to one another", links: { one: "two", two: "one" } },
    { when: "to themselves", links: { loop: "loop" } },
    { when: "to a folder inside", links: { again: "sub" } },
    { when: "to nothing", links: { gone: "nowhere" } },
    { when: "to a file of another kind", links: { "c.txt": "../other/c.md" } },
  ])("survives those that lead $when", async ({ links }) => {
    expect(await findWith(links)).toEqual(found);
  });

  const file = "- warning symbolic-link Expected a file, not a symbolic link";
  const folder = "- warning symbolic-link Expected a folder, not a symbolic link";

  test.each([
    {
      when: "to an article outside",
      links: { "c.md": "../other/c.md" },
      told: ["c.md", undefined, file],
    },
    { when: "to an article inside", links: { "c.md": "a.md" }, told: ["c.md", undefined, file] },
    {
      when: "in a circle, named like an article",
      links: { "c.md": "c.md" },
      told: ["c.md", undefined, file],
    },
    {
      when: "to a folder outside",
      links: { other: "../other" },
      told: ["other", undefined, folder],
    },
    { when: "to the folder around", links: { up: ".." }, told: ["up", undefined, folder] },
  ])("tells those that lead $when, and follows none", async ({ links, told }) => {
    const all = await findWith(links);
    expect(all).toHaveLength(3);
    expect(all).toEqual(expect.arrayContaining([...found, told]));
  });

  test.each(["other", "other/**"])("is silent about those that `%s` excludes", async (glob) => {
    const include = ["a.md", "sub/*.md"];
    const files = await findWith({ other: "../other" }, { include, exclude: [glob] });
    expect(files).toEqual(found);
  });

  test("reads a content folder that is a link itself", async () => {
    const folder = await makeFolder({ "real/a.md": "a" });
    await symlink("real", join(folder, "content"));
    const files = await discover(search(join(folder, "content")));
    expect(files.map((one) => [one.path, String(readSource(one))])).toEqual([["a.md", "a"]]);
  });
});

describe("discover, where the folder", () => {
  async function complaint(make: (folder: string) => Promise<unknown>): Promise<string> {
    const folder = await makeFolder();
    await make(folder);
    const error: unknown = await discover(search(join(folder, "content"))).catch((cause) => cause);
    if (!(error instanceof UsageError)) throw error;
    return error.message.replace(folder, "");
  }

  test.each([
    {
      when: "is missing",
      make: async () => {},
      message: "Expected a content folder, but there is none: /content",
    },
    {
      when: "is a file",
      make: (folder: string) => writeFile(join(folder, "content"), ""),
      message: "Expected a content folder, not a file: /content",
    },
    {
      when: "is empty",
      make: (folder: string) => mkdir(join(folder, "content")),
      message: "Expected articles (**/*.{md,markdown}) in the content folder, not none: /content",
    },
    {
      when: "leads in a circle",
      make: (folder: string) => symlink("content", join(folder, "content")),
      message: "Expected a content folder, not a symbolic link that leads in a circle: /content",
    },
  ])("$when, says so", async ({ make, message }) => {
    expect(await complaint(make)).toBe(message);
  });
});
