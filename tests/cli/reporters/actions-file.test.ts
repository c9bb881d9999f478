import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appendToActionsFile } from "../../../src/cli/reporters/actions-file.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

function append(path: string | undefined, compose: (room: number) => string): string {
  let said = "";
  const stderr = { write: (text: string) => (said += text) };
  appendToActionsFile("GITHUB_OUTPUT", { env: { GITHUB_OUTPUT: path }, stderr }, compose);
  return said;
}

test.each([
  { when: "is empty", before: "", after: "a=1\n" },
  { when: "has lines", before: "b=2\n", after: "b=2\n\na=1\n" },
  { when: "ends within a line", before: "b=2", after: "b=2\na=1\n" },
])("appends to a file that $when", async ({ before, after }) => {
  const folder = await makeFolder({ output: before });
  expect(append(join(folder, "output"), () => "a=1\n")).toBe("");
  expect(await readFile(join(folder, "output"), "utf8")).toBe(after);
});

test("makes a file that is not there", async () => {
  const folder = await makeFolder();
  expect(append(join(folder, "output"), () => "a=1\n")).toBe("");
  expect(await readFile(join(folder, "output"), "utf8")).toBe("a=1\n");
});

test("leaves the file alone where there is nothing to say", async () => {
  const folder = await makeFolder({ output: "b" });
  append(join(folder, "output"), () => "");
  expect(await readFile(join(folder, "output"), "utf8")).toBe("b");
});

test.each([undefined, ""])("does nothing where the environment says %j", (path) => {
  const refuse = () => {
    throw new Error("Expected nothing to be composed");
  };
  expect(append(path, refuse)).toBe("");
});

test("room is what is left of a mebibyte", async () => {
  const folder = await makeFolder({ output: "é\n" });
  let given = 0;
  append(join(folder, "output"), (room) => {
    given = room;
    return "";
  });
  expect(given).toBe(1024 * 1024 - "é\n".length - 2);
});

test("a file that cannot be written is a warning", async () => {
  const folder = await makeFolder();
  expect(append(folder, () => "a=1\n")).toMatch(
    /^feedwright: warning: Expected a file that can be written as `GITHUB_OUTPUT` \(EISDIR.*\)\n$/,
  );
});
