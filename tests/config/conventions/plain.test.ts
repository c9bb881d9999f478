import { describe, expect, test } from "vitest";
import { anyText } from "../../support/any-text.ts";
import { readPlainPath as readPath } from "../../support/conventions.ts";
import { assert, property } from "../../support/fast-check.ts";

describe("readPath", () => {
  test.each([
    {
      path: "hello.md",
      facts: { date: undefined, slug: "hello", folders: [], filename: "hello" },
    },
    {
      path: "2024-07-31-hello-world.markdown",
      facts: {
        date: "2024-07-31",
        slug: "hello-world",
        folders: [],
        filename: "2024-07-31-hello-world",
      },
    },
    {
      path: "2016-1-9-hello.md",
      facts: { date: "2016-1-9", slug: "hello", folders: [], filename: "2016-1-9-hello" },
    },
    {
      path: "2024-07-31_hello.md",
      facts: { date: "2024-07-31", slug: "hello", folders: [], filename: "2024-07-31_hello" },
    },
    {
      path: "2024-07-31 안녕.md",
      facts: { date: "2024-07-31", slug: "안녕", folders: [], filename: "2024-07-31 안녕" },
    },
    {
      path: "2024-07-31.md",
      facts: { date: "2024-07-31", slug: "2024-07-31", folders: [], filename: "2024-07-31" },
    },
    {
      path: "2024-07-31-.md",
      facts: { date: "2024-07-31", slug: "2024-07-31-", folders: [], filename: "2024-07-31-" },
    },
    {
      path: "news/2021/12/21/hello.md",
      facts: {
        date: "2021-12-21",
        slug: "hello",
        folders: ["news", "2021", "12", "21"],
        filename: "hello",
      },
    },
    {
      path: "2021/1/9/hello.md",
      facts: { date: "2021-1-9", slug: "hello", folders: ["2021", "1", "9"], filename: "hello" },
    },
    {
      path: "2021-12-21/hello.md",
      facts: { date: "2021-12-21", slug: "hello", folders: ["2021-12-21"], filename: "hello" },
    },
    {
      path: "posts/2021-12-21-hello/index.md",
      facts: { date: "2021-12-21", slug: "hello", folders: ["posts"], filename: "index" },
    },
    {
      path: "posts/2021-12-21-hello/part-two.md",
      facts: {
        date: "2021-12-21",
        slug: "part-two",
        folders: ["posts", "2021-12-21-hello"],
        filename: "part-two",
      },
    },
    {
      path: "2021/12/21/index.md",
      facts: { date: "2021-12-21", slug: "21", folders: ["2021", "12"], filename: "index" },
    },
    {
      path: "2021/12/21/2022-01-02-hello.md",
      facts: {
        date: "2022-01-02",
        slug: "hello",
        folders: ["2021", "12", "21"],
        filename: "2022-01-02-hello",
      },
    },
    {
      path: "hello/INDEX.md",
      facts: { date: undefined, slug: "hello", folders: [], filename: "INDEX" },
    },
    {
      path: "index.md",
      facts: { date: undefined, slug: "index", folders: [], filename: "index" },
    },
    {
      path: "a.b/v1.10.md",
      facts: { date: undefined, slug: "v1.10", folders: ["a.b"], filename: "v1.10" },
    },
  ])("reads $path", ({ path, facts }) => {
    expect(readPath(path)).toEqual(facts);
  });

  test.each([
    "2021/12/hello.md",
    "12021/12/21/hello.md",
    "2021/12/211/hello.md",
    "2024-07-311-hello.md",
    "2024-007-31-hello.md",
    "2021/012/21/hello.md",
    "202-07-31-hello.md",
    "hello-2024-07-31.md",
    "2024-07-31hello.md",
  ])("finds no date in %s", (path) => {
    expect(readPath(path).date).toBeUndefined();
  });

  // What a date in a path means is for `readDate` to say: an impossible one is told, not passed over.
  test("finds an impossible date as it is written", () => {
    expect(readPath("2024-13-45-hello.md").date).toBe("2024-13-45");
  });

  test("gives every path a slug", async () => {
    await assert(
      property(anyText("/", "-", "2024-07-31-", "index", "."), (text) => {
        expect(readPath(`a${text}b.md`).slug).not.toBe("");
      }),
    );
  });
});
