import { realpath, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findMediaFile } from "../src/media-file.ts";
import { makeFolder } from "./support/temporary-folder.ts";

async function makeFolders() {
  const folder = await makeFolder({
    "secret.mp3": "secret",
    "content/a.mp3": "1",
    "content/audio/b.mp3": "12",
    "content/post/c.mp3": "123",
    "content/post/한 글.mp3": "1234",
    "content/post/100%.mp3": "12345",
    "content/post/empty.mp3": "",
    "content/post/folder/x": "",
    "out/d.mp3": "123456",
    "out/a.mp3": "1234567",
  });
  await symlink(join(folder, "secret.mp3"), join(folder, "content/post/out.mp3"));
  await symlink(folder, join(folder, "content/post/up"));
  await symlink(join(folder, "content/audio/b.mp3"), join(folder, "content/post/in.mp3"));
  await symlink("loop.mp3", join(folder, "content/post/loop.mp3"));
  return { contentFolder: join(folder, "content"), outFolder: join(folder, "out") };
}

describe("findMediaFile", () => {
  test.each([
    { when: "beside the article", reference: "c.mp3", bytes: 3 },
    { when: "beside the article, by a dot", reference: "./c.mp3", bytes: 3 },
    { when: "by an encoded name", reference: "%ED%95%9C%20%EA%B8%80.mp3", bytes: 4 },
    { when: "by a name as it is", reference: "한 글.mp3", bytes: 4 },
    { when: "by a name with a percent sign", reference: "100%.mp3", bytes: 5 },
    { when: "of no length", reference: "empty.mp3", bytes: 0 },
    { when: "with a query and a fragment", reference: "c.mp3?v=1#t=2", bytes: 3 },
    { when: "above the article", reference: "../audio/b.mp3", bytes: 2 },
    { when: "from the root", reference: "/audio/b.mp3", bytes: 2 },
    { when: "from the root, which nothing is above", reference: "/../audio/b.mp3", bytes: 2 },
    { when: "from the root, not beside", reference: "/c.mp3", bytes: undefined },
    { when: "in the output folder", reference: "/d.mp3", bytes: 6 },
    { when: "in both folders", reference: "/a.mp3", bytes: 1 },
    { when: "behind a link inside", reference: "in.mp3", bytes: 2 },
    { when: "behind a link that leads out", reference: "out.mp3", bytes: undefined },
    {
      when: "in a folder behind a link that leads out",
      reference: "up/secret.mp3",
      bytes: undefined,
    },
    { when: "behind a link in a circle", reference: "loop.mp3", bytes: undefined },
    { when: "out of the folder", reference: "../../secret.mp3", bytes: undefined },
    { when: "out of the folder, encoded", reference: "..%2F..%2Fsecret.mp3", bytes: undefined },
    { when: "that is a folder", reference: "folder", bytes: undefined },
    { when: "that is the folder itself", reference: "..", bytes: undefined },
    { when: "that is missing", reference: "missing.mp3", bytes: undefined },
    { when: "with a NUL in its name", reference: "c.mp3%00", bytes: undefined },
    { when: "of a name that is too long", reference: "a".repeat(10_000), bytes: undefined },
    { when: "by address", reference: "https://example.com/c.mp3", bytes: undefined },
    { when: "by host", reference: "//example.com/c.mp3", bytes: undefined },
  ])("finds a file $when: $bytes", async ({ reference, bytes }) => {
    const found = await findMediaFile(reference, "post/index.md", await makeFolders());
    expect(found?.bytes).toBe(bytes);
  });

  test("finds a file below a content folder that is a link", async () => {
    const folder = await makeFolder({ "real/a.mp3": "123" });
    await symlink("real", join(folder, "content"));
    const folders = { contentFolder: join(folder, "content"), outFolder: join(folder, "out") };
    expect(await findMediaFile("a.mp3", "a.md", folders)).toEqual({
      path: await realpath(join(folder, "real/a.mp3")),
      bytes: 3,
    });
  });
});
