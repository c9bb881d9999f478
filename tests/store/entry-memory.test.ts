import { rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keptArticle, makeKeptSite } from "../support/kept-site.ts";
import type { Files } from "../support/temporary-folder.ts";

describe("links to other articles", () => {
  const links = "[one](b.md) [two](/sub/c.md) [three](missing.md)";
  const linked: Files = {
    "a.md": keptArticle(9, links),
    "b.md": keptArticle(2),
    "sub/c.md": keptArticle(1),
    "d.md": keptArticle(3),
  };

  test.each([
    { when: "moved", change: { "b.md": keptArticle(2, "Text", "slug: elsewhere\n") } },
    { when: "came", change: { "missing.md": keptArticle(5) } },
    { when: "is a draft now", change: { "sub/c.md": keptArticle(1, "Text", "draft: true\n") } },
    {
      when: "is of a later day than this",
      change: { "b.md": keptArticle(2, "Text", "lang: ko\n") },
    },
  ])("are made again where the other one $when", async ({ change }) => {
    const { put, build, buildFresh } = await makeKeptSite(linked);
    await build();
    await put(change);
    const second = await build();
    expect(second.feeds).toEqual((await buildFresh()).feeds);
    expect(second.messages).toEqual((await buildFresh()).messages);
  });

  test("are made again where the other one is gone, and back where it is back", async () => {
    const { root, put, build, buildFresh } = await makeKeptSite(linked);
    const first = await build();
    await rm(join(root, "content", "b.md"));
    const second = await build();
    expect(second.rendered).toEqual(["a.md"]);
    expect(second.feeds).toEqual((await buildFresh()).feeds);
    expect(second.feeds).not.toEqual(first.feeds);
    await put({ "b.md": linked["b.md"] ?? "" });
    expect((await build()).feeds).toEqual(first.feeds);
  });

  test("are not made again where the other one changed but stands where it stood", async () => {
    const { put, build } = await makeKeptSite(linked);
    await build();
    await put({
      "b.md": keptArticle(2, "Other text"),
      "d.md": keptArticle(4, "Other", "slug: other\n"),
    });
    expect((await build()).rendered).toEqual(["d.md", "b.md"]);
  });
});

describe("messages", () => {
  const told: Files = {
    "a.md": keptArticle(3, "Text\n\n{% unknown %}"),
    "b.md": keptArticle(2, "Text", "tags: [a, 7]\nauthor: 12\nupdated: 2023-01-01\n"),
    "c.md": "---\ndate: 2024-07-01\n---\nNo title",
    "draft.md": "---\ntitle: D\ndraft: true\ndate: never\n---\n",
    "invalid.md": "---\ntitle: I\ndate: never\n---\n",
    "same1.md": keptArticle(5, "Text", "id: same\n"),
    "same2.md": keptArticle(6, "Text", "id: same\n"),
    "page.md": "Just a text",
    "empty.md": "",
  };

  test("of what is recalled are told again, as they were told first", async () => {
    const { build } = await makeKeptSite(told);
    const first = await build();
    const all = Object.values(first.messages).flat();
    expect(new Set(all.map((one) => one.split(" ")[2]))).toEqual(
      new Set(["template", "updated", "title", "date", "duplicate-id", "ignored", "empty"]),
    );
    const second = await build();
    expect(second.byState).toEqual(Object.keys(told).toSorted());
    expect([second.messages, second.statuses]).toEqual([first.messages, first.statuses]);
  });

  test("are told once a run, however often they were recalled", async () => {
    const { root, build } = await makeKeptSite(told);
    const first = await build();
    for (const seconds of [1, 2, 3]) {
      await utimes(join(root, "content", "a.md"), seconds, seconds);
      expect((await build()).messages).toEqual(first.messages);
    }
  });
});
