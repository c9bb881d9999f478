import { join } from "node:path";
import { expect, test } from "vitest";
import { nameFromRoot } from "../../../src/cli/reporters/repository-path.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const workspace = { GITHUB_WORKSPACE: "." };

test.each([
  { when: "at the root", files: [".git/HEAD"], cwd: "", folder: "content", name: "content/a.md" },
  {
    when: "in the content",
    files: [".git/HEAD"],
    cwd: "content",
    folder: "",
    name: "content/a.md",
  },
  { when: "below it", files: [".git/HEAD"], cwd: "site/x", folder: "../p", name: "site/p/a.md" },
  { when: "in a work tree", files: ["site/.git"], cwd: "site/x", folder: "p", name: "x/p/a.md" },
  { when: "outside", files: ["site/.git"], cwd: "site", folder: "../p", name: "../p/a.md" },
  { when: "without a repository", files: [], cwd: "site", folder: "p", name: "p/a.md" },
  {
    when: "in a workspace",
    files: [],
    cwd: "site",
    folder: "p",
    env: workspace,
    name: "site/p/a.md",
  },
  {
    when: "beside a workspace",
    files: [],
    cwd: "site",
    folder: "p",
    env: { GITHUB_WORKSPACE: "other" },
    name: "p/a.md",
  },
  {
    when: "in a repository in a workspace",
    files: ["site/.git/HEAD"],
    cwd: "site",
    folder: "p",
    env: workspace,
    name: "p/a.md",
  },
])("names a file when one stands $when", async ({ files, cwd, folder, env, name }) => {
  const root = await makeFolder(Object.fromEntries(files.map((path) => [path, ""])));
  const given = env && { GITHUB_WORKSPACE: join(root, env.GITHUB_WORKSPACE) };
  expect(nameFromRoot({ cwd: join(root, cwd), env: given ?? {} }, { folder })("a.md")).toBe(name);
});

test("a file beside the content folder has its own name", () => {
  const nameFile = nameFromRoot({ cwd: "/", env: {} }, { folder: "site/content" });
  expect(nameFile("../feeds.json")).toBe("site/feeds.json");
});
