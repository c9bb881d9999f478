import { join } from "node:path";
import { expect, test } from "vitest";
import { plainRules } from "../../src/config/conventions/plain.ts";
import type { Options } from "../../src/config/options.ts";
import { mergeRules, pathFromBase, plainSite, readSite } from "../../src/config/read-site.ts";
import { resolveConfig } from "../../src/config/resolve.ts";
import { makeFolder } from "../support/temporary-folder.ts";

const files = {
  "_config.yml": "title: Their title\nurl: https://their.example\ntimezone: Asia/Seoul\n",
  "_posts/2024-01-02-a.md": "---\ntitle: A\n---\nText",
};

test("what the generator's config says are options, its folder absolute", async () => {
  const folder = await makeFolder(files);
  const { convention, reason, options, base } = await readSite({}, folder);

  expect([convention, reason, base]).toEqual(["jekyll", "`_config.yml` beside `_posts`", folder]);
  expect(options.site).toMatchObject({ title: "Their title", timezone: "Asia/Seoul" });
  expect(options.content?.folder).toBe(folder);
});

test("`plain` looks at nothing", async () => {
  const folder = await makeFolder({ ...files, "_config.yml": "[" });
  expect(await readSite({ content: { convention: "plain" } }, folder)).toBe(plainSite);
});

test("a content folder that the user names stays", async () => {
  const folder = await makeFolder(files);
  const own: Options = { content: { folder: "_posts" } };
  const site = await readSite(own, folder);
  const { content } = resolveConfig(own, folder, { site });
  expect([content.folder, content.base]).toEqual([join(folder, "_posts"), "_posts/"]);
});

test("rules are laid over others, group by group", () => {
  const rules = mergeRules(plainRules, { dates: { path: "never" }, fields: { slug: ["name"] } });
  expect(rules.dates).toEqual({ ...plainRules.dates, path: "never" });
  expect(rules.fields).toEqual({ ...plainRules.fields, slug: ["name"] });
  expect(rules.lists).toEqual(plainRules.lists);
});

test.each([
  ["/site/content", undefined, ""],
  ["/site/content", "/site/content", ""],
  ["/site/_posts/a", "/site", "_posts/a/"],
  ["/site", "/site/content", ""],
  ["/elsewhere", "/site", ""],
])("the path of %s below %s is %j", (content, base, path) => {
  expect(pathFromBase(content, base)).toBe(path);
});
