import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { askGit, blobIdOf } from "../src/git.ts";
import { commitAll } from "./support/repository.ts";
import { makeFolder } from "./support/temporary-folder.ts";

const when = "2021-01-01T12:00:00Z";

describe("askGit", () => {
  test("asks in a repository's root, in its folders, and through a link into it", async () => {
    const root = await makeFolder({ "blog/content/a.md": "1" });
    await commitAll(root, when);
    const link = join(await makeFolder(), "site");
    await symlink(join(root, "blog"), link);
    for (const folder of [root, join(root, "blog/content"), join(link, "content"), link]) {
      expect(await askGit(folder, "show", "HEAD:blog/content/a.md")).toBe("1");
    }
  });

  test("has no answer where there is no repository, no folder, or git has none", async () => {
    const folder = await makeFolder({ "a.md": "1" });
    expect(await askGit(folder, "--version")).toBeUndefined();
    expect(await askGit(join(folder, "none"), "--version")).toBeUndefined();
    await commitAll(folder, when);
    expect(await askGit(folder, "--version")).toMatch(/^git version/);
    expect(await askGit(folder, "show", "HEAD:none.md")).toBeUndefined();
  });
});

test.each(["", "a", "é\0\r\n"])("gives %j the id that git gives it", async (text) => {
  const folder = await makeFolder({ "a.md": text });
  await commitAll(folder, when);
  const id = (await askGit(folder, "rev-parse", "HEAD:a.md"))?.trim() ?? "";
  expect(id).not.toBe("");
  expect(blobIdOf(Buffer.from(text), id.length)).toBe(id);
});
