import { spawnSync } from "node:child_process";
import { chmod, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeAll } from "../../../src/cli/init/write-all.ts";
import { UsageError } from "../../../src/config/errors.ts";
import { compiledMain, runCompiled } from "../../support/run-compiled.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

// The superuser may write everywhere, so the process becomes nobody.
const nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

test("a read-only folder is one sentence, and stays as it is", async (context) => {
  const by = process.getuid?.() === 0 ? nobody : [];
  const [command = "test", ...args] = [...by, "test", "-r", compiledMain()];
  if (process.platform === "win32" || spawnSync(command, args).status !== 0) context.skip();
  const cwd = await makeFolder({ "content/a.md": "---\ntitle: A\ndate: 2024-07-31\n---\n" });
  await chmod(cwd, 0o555);
  const flags = ["--site", "https://example.com/", "--title", "T"];
  const { code, stderr } = runCompiled(["init", ...flags], { cwd, by });
  expect({ code, last: stderr.split("\n").at(-2) }).toEqual({
    code: 2,
    last: expect.stringMatching(
      /^feedwright: Expected a folder that can be written \(EACCES\), and wrote no config: /,
    ),
  });
  expect(await readdir(cwd)).toEqual(["content"]);
});

test("where one of two files cannot be written, neither is", async () => {
  const folder = await makeFolder({ "a-file": "" });
  const changes = [
    { path: join(folder, "a.json"), text: "{}" },
    { path: join(folder, "a-file", "b.json"), text: "{}" },
  ];
  await expect(writeAll(changes)).rejects.toThrow(UsageError);
  expect(await readdir(folder)).toEqual(["a-file"]);
});

test("a file whose name a folder has is told", async () => {
  const folder = await makeFolder();
  await mkdir(join(folder, "a.json"));
  const writing = writeAll([{ path: join(folder, "a.json"), text: "{}" }]);
  await expect(writing).rejects.toThrow(/^Expected a folder that can be written \(EISDIR\)/);
  expect(await readdir(folder)).toEqual(["a.json"]);
});
