import { expect, test } from "vitest";
import { createCommitTimes } from "../../src/ledger/commit-times.ts";
import { commitAll, git } from "../support/repository.ts";
import { addFiles, makeFolder } from "../support/temporary-folder.ts";

const [first, second, third] = [
  "2020-01-01T12:00:00+09:00",
  "2021-01-01T12:00:00Z",
  "2022-01-01T12:00:00Z",
];

async function timeOf(folder: string, source = "a.md"): Promise<string | undefined> {
  const time = await createCommitTimes(folder)(source);
  return time instanceof Date ? time.toISOString() : time;
}

test("knows the commit in which a file got its text, in a folder of the repository too", async () => {
  const root = await makeFolder({ "posts/a.md": "1", "posts/ü\n.md": "1" });
  await commitAll(root, first);
  await addFiles(root, { "posts/a.md": "2" });
  await commitAll(root, second);
  await addFiles(root, { "posts/b.md": "1", "other.md": "" });
  await commitAll(root, third);

  const committed = createCommitTimes(`${root}/posts`);
  expect(await committed("a.md")).toEqual(new Date(second));
  expect(await committed("b.md")).toEqual(new Date(third));
  expect(await committed("ü\n.md")).toEqual(new Date(first));
  expect(await committed("none.md")).toBeUndefined();
});

test("knows no time of a text that is not committed", async () => {
  const folder = await makeFolder({ "a.md": "1\n", "crlf.md": "1\n2\n" });
  await commitAll(folder, first);
  await addFiles(folder, { "a.md": "2\n", "new.md": "1", "crlf.md": "1\r\n2\r\n" });

  expect(await timeOf(folder)).toBeUndefined();
  expect(await timeOf(folder, "new.md")).toBeUndefined();
  expect(await timeOf(folder, "crlf.md")).toBe("2020-01-01T03:00:00.000Z");
});

test("sees the commits that come while it is asked, and other folders", async () => {
  const [one, other] = [await makeFolder({ "a.md": "1" }), await makeFolder({ "a.md": "1" })];
  await commitAll(one, first);
  expect(await timeOf(one)).toBe("2020-01-01T03:00:00.000Z");
  await addFiles(one, { "a.md": "2" });
  expect(await timeOf(one)).toBeUndefined();
  await commitAll(one, second);
  expect(await timeOf(one)).toBe("2021-01-01T12:00:00.000Z");
  await commitAll(other, third);
  expect(await timeOf(other)).toBe("2022-01-01T12:00:00.000Z");
});

test("knows when a file was renamed and edited", async () => {
  const text = "A text that is long enough to be known again.\n".repeat(9);
  const folder = await makeFolder({ "a.md": text });
  await commitAll(folder, first);
  await git(folder, ["mv", "a.md", "b.md"]);
  await addFiles(folder, { "b.md": `${text}More.\n` });
  await commitAll(folder, second);

  expect(await timeOf(folder, "b.md")).toBe("2021-01-01T12:00:00.000Z");
});

test("knows a shallow clone, and a full one's times", async () => {
  const origin = await makeFolder({ "a.md": "1" });
  await commitAll(origin, first);
  await addFiles(origin, { "a.md": "2" });
  await commitAll(origin, second);
  const [shallow, full] = [await makeFolder(), await makeFolder()];
  await git(shallow, ["clone", "--quiet", "--depth", "1", `file://${origin}`, "."]);
  await git(full, ["clone", "--quiet", `file://${origin}`, "."]);

  expect(await timeOf(shallow)).toBe("shallow");
  expect(await timeOf(full)).toBe("2021-01-01T12:00:00.000Z");
});

test("knows nothing where there is no repository, or no commit", async () => {
  const none = await makeFolder({ "a.md": "1" });
  const empty = await makeFolder({ "a.md": "1" });
  await git(empty, ["init", "--quiet"]);

  expect(await timeOf(none)).toBeUndefined();
  expect(await timeOf(empty)).toBeUndefined();
});

test("knows a repository of the newer hashes", async () => {
  const folder = await makeFolder({ "a.md": "1" });
  await git(folder, ["init", "--quiet", "--object-format=sha256"]);
  await commitAll(folder, second);

  expect(await timeOf(folder)).toBe("2021-01-01T12:00:00.000Z");
});
