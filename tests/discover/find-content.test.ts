import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findContent, findLanguages } from "../../src/discover/find-content.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const article = "---\ntitle: A\n---\n";

test.each([
  { when: "nothing is there", files: {}, found: undefined },
  { when: "there is only a README", files: { "README.md": "# A" }, found: undefined },
  {
    when: "content has some",
    files: { "content/a/b.md": article, "posts/a.md": article, "posts/b.md": article },
    found: "content",
  },
  {
    when: "content has none with front matter",
    files: { "content/a.md": "A", "posts/a.md": article },
    found: "posts",
  },
  {
    when: "one folder has most",
    files: { "blog/a.md": article, "docs/a.md": article, "docs/b.markdown": article },
    found: "docs",
  },
  {
    when: "two have as many: the deeper",
    files: { "src/content/blog/a.md": article, "blog/a.md": article },
    found: "src/content/blog",
  },
  {
    when: "the folder itself has most",
    files: { "a.md": article, "b.md": article, "docs/c.md": article },
    found: ".",
  },
  { when: "an unusual folder has some", files: { "journal/2024/a.md": article }, found: "." },
  {
    when: "TOML, JSON or a dated name make them articles",
    files: { "blog/a.md": "+++\n+++", "blog/b.md": "\uFEFF{}", "notes/2024-1-2-c.md": "C" },
    found: "blog",
  },
  {
    when: "others' files are no matter",
    files: { "node_modules/a/docs/a.md": article, ".cache/a.md": article, "posts/a.txt": article },
    found: undefined,
  },
])("finds $found where $when", async ({ files, found }) => {
  expect(await findContent(await makeFolder(files))).toBe(found);
});

test("does not follow links, as a build does not", async () => {
  const folder = await makeFolder({ "elsewhere/a.md": article, "site/posts/a.txt": "" });
  await symlink(join(folder, "elsewhere"), join(folder, "site/posts/linked"));
  await symlink(join(folder, "elsewhere/a.md"), join(folder, "site/posts/a.md"));
  expect(await findContent(join(folder, "site"))).toBeUndefined();
});

test.each([
  {
    when: "all are languages",
    paths: ["ko/a.md", "en/a/b.md", "pt-BR/a.md"],
    found: ["en", "ko", "pt-BR"],
  },
  {
    when: "articles stand beside them",
    paths: ["ko/a.md", "en/a.md", "a.md"],
    found: ["en", "ko"],
  },
  { when: "there is only one", paths: ["ko/a.md"], found: [] },
  { when: "one is none", paths: ["ko/a.md", "en/a.md", "posts/a.md"], found: [] },
  { when: "one is a code of none", paths: ["ko/a.md", "xx/a.md"], found: [] },
  {
    when: "one that is none has no articles",
    paths: ["ko/a.md", "en/a.md", "img/a.png"],
    found: ["en", "ko"],
  },
])("finds the languages $found where $when", async ({ paths, found }) => {
  const files = Object.fromEntries(paths.map((path) => [path, article]));
  expect(await findLanguages(await makeFolder(files))).toEqual(found);
});
