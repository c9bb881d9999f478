import { join } from "node:path";
import { expect, test } from "vitest";
import { recognise } from "../../../src/config/conventions/recognise.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const post = "---\ndate: 2024-01-02\n---\nText";

test("a generator's config names it, in the folder of the config or around the content folder", async () => {
  const folder = await makeFolder({
    "blog/_config.yml": "title: A",
    "blog/_posts/2024-01-02-a.md": post,
  });
  const inside = await recognise({ folder: join(folder, "blog"), content: undefined });
  const outside = await recognise({ folder, content: join(folder, "blog/_posts") });

  expect([inside.name, inside.site.root, inside.site.content]).toEqual([
    "jekyll",
    join(folder, "blog"),
    undefined,
  ]);
  expect([outside.name, outside.site.root, outside.site.content]).toEqual([
    "jekyll",
    join(folder, "blog"),
    "_posts",
  ]);
  expect(inside.reason).toBe("`_config.yml` beside `_posts`");
});

test("a telling folder names its generator without a config", async () => {
  const folder = await makeFolder({ "blog/_posts/2024-01-02-a.md": post });
  const found = await recognise({ folder, content: join(folder, "blog/_posts") });

  expect([found.name, found.site.root, found.reason]).toEqual([
    "jekyll",
    join(folder, "blog"),
    "the folder `_posts`",
  ]);
});

test("a folder of articles is no generator's", async () => {
  const folder = await makeFolder({ "content/a.md": post, "package.json": "{}", "_config.md": "" });

  expect(await recognise({ folder, content: join(folder, "content") })).toMatchObject({
    name: "plain",
    reason: undefined,
  });
});

test("a named convention needs no sign; its folder tells the root", async () => {
  const folder = await makeFolder({ "blog/content/a.md": post });
  const content = join(folder, "blog/content");
  const found = await recognise({ folder, content }, "hugo");

  expect([found.name, found.reason]).toEqual(["hugo", undefined]);
  expect([found.site.root, found.site.content]).toEqual([join(folder, "blog"), "content"]);
});

test("of a content folder elsewhere, its own surroundings count, and not the whole disk", async () => {
  const [folder, elsewhere] = [
    await makeFolder(),
    await makeFolder({ "_config.yml": "title: A", "_posts/a/b/c/d/2024-01-02-a.md": post }),
  ];
  const near = await recognise({ folder, content: join(elsewhere, "_posts/a") });
  const far = await recognise({ folder, content: join(elsewhere, "_posts/a/b/c/d") });

  expect([near.name, near.site.content]).toEqual(["jekyll", "_posts/a"]);
  expect(far.name).toBe("plain");
});
