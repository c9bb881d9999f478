import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../src/config/errors.ts";
import { toWriteError } from "../../src/write/write-error.ts";
import { makeFolder } from "../support/temporary-folder.ts";

function systemError(code: string, facts: object = {}): Error {
  return Object.assign(new Error(code), { code, syscall: "write", ...facts });
}

test.each([
  { when: "ENOSPC", sentence: "Expected room on the disk (ENOSPC)" },
  { when: "EDQUOT", sentence: "Expected room on the disk (EDQUOT)" },
  { when: "EFBIG", sentence: "Expected room on the disk (EFBIG)" },
  {
    when: "EACCES",
    sentence: "Expected permission to read and write the output folder (EACCES)",
  },
  { when: "EPERM", sentence: "Expected permission to read and write the output folder (EPERM)" },
  {
    when: "EROFS",
    sentence: "Expected an output folder that can be written, not a read-only one (EROFS)",
  },
  {
    when: "EEXIST",
    sentence: "Expected a folder to write into, not a file or a broken link (EEXIST)",
  },
  { when: "EISDIR", sentence: "Expected a file, not a folder (EISDIR)" },
  { when: "ENAMETOOLONG", sentence: "Expected a shorter file name (ENAMETOOLONG)" },
  { when: "EIO", sentence: "Expected an output folder that can be written (EIO)" },
])("says what the system would not do at $when", ({ when, sentence }) => {
  const error = toWriteError(systemError(when), "/dist", "the feeds are as they were");
  expect(error).toEqual(
    new UsageError(`${sentence}: /dist; the feeds are as they were`, { cause: systemError(when) }),
  );
});

test("names the path that the system names", async () => {
  const path = join(await makeFolder(), "gone", "rss.xml");
  const error = await readFile(path).catch((cause) => toWriteError(cause, "/dist", "so"));
  expect(error).toMatchObject({
    message: `Expected a folder to write into, not a file or a broken link (ENOENT): ${path}; so`,
  });
});

test.each([
  { when: "is ours", error: new TypeError("ours") },
  { when: "is ours, found by Node", error: Object.assign(new Error("x"), { code: "ERR_X" }) },
  { when: "is the user's", error: new UsageError("theirs") },
  { when: "is no error", error: "text" },
])("an error that $when comes back as it is", ({ error }) => {
  expect(toWriteError(error, "/dist", "so")).toBe(error);
});
