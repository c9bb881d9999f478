import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTemplate } from "../../../src/write/companions/read-template.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

test("reads a template in the folder of the config", async () => {
  const folder = await makeFolder({ "a/t.html": "<p>한글" });
  expect(await readTemplate({ path: "./a/t.html", folder })).toBe("<p>한글");
});

test.each([
  ["missing.html", "a template that is there"],
  ["../outside.html", "a template in the folder of the config"],
  ["link.html", "a template in the folder of the config"],
  ["folder", "a template that is a file"],
  ["large.html", "a template of at most 1 MB"],
])("refuses %s", async (path, what) => {
  const root = await makeFolder({
    "outside.html": "secret",
    "site/large.html": "a".repeat(1_000_001),
  });
  const folder = join(root, "site");
  await mkdir(join(folder, "folder"));
  await symlink(join(root, "outside.html"), join(folder, "link.html"));
  await expect(readTemplate({ path, folder })).rejects.toThrow(
    `Expected ${what}, not \`${path}\` for \`page.template\``,
  );
});
