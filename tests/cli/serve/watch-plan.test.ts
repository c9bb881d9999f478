import { expect, test } from "vitest";
import { toWatchPlan, type Watchable } from "../../../src/cli/serve/watch-plan.ts";

const watchable: Watchable = {
  content: "/home/site/content",
  folder: "/home/site",
  siteFiles: new Set([
    "/home/site/hugo.toml",
    "/home/site/.eleventy.js",
    "/home/site/data/authors",
  ]),
  written: ["/home/site/dist", "/home/site/content/out", "/home/site/.feedwright/cache"],
};

test.each([
  ["/home/site", true, false],
  ["/home", true, false],
  ["/home/site/content", true, false],
  ["/home/site/content/a.md", true, false],
  ["/home/site/content/deep/er/a.png", true, false],
  ["/home/site/content/.git", false, false],
  ["/home/site/content/deep/.a.md.1.feedwright", false, false],
  ["/home/site/content/node_modules", false, false],
  ["/home/site/content/node_modules/a.md", false, false],
  ["/home/site/content/node_modules.md", true, false],
  ["/home/site/content/..a.md", false, false],
  ["/home/site/content/out/rss.xml", false, false],
  ["/home/site/content-other/a.md", false, false],
  ["/home/site/contents.md", false, false],
  ["/home/site/hugo.toml", true, true],
  ["/home/site/.eleventy.js", true, true],
  ["/home/site/data", true, false],
  ["/home/site/data/authors", true, true],
  ["/home/site/data/authors/ann.toml", true, true],
  ["/home/site/data/authors/deep/ann.toml", false, false],
  ["/home/site/data/other.toml", false, false],
  ["/home/site/package.json", false, false],
  ["/home/site/dist", false, false],
  ["/home/site/dist/rss.xml", false, false],
  ["/home/other", false, false],
])("%s is watched: %s, makes the site: %s", (path, isWatched, isSiteFile) => {
  const plan = toWatchPlan(watchable);
  expect([plan.isWatched(path), plan.isSiteFile(path)]).toEqual([isWatched, isSiteFile]);
});

test.each([
  ["all below one folder", {}, ["/home/site"]],
  ["content elsewhere", { content: "/var/articles" }, ["/home/site", "/var"]],
  ["a config above", { siteFiles: new Set(["/home/hugo.toml"]) }, ["/home"]],
])("where to watch: %s", (_, stated: Partial<Watchable>, roots) => {
  expect(toWatchPlan({ ...watchable, ...stated }).roots).toEqual(roots);
});

test("an output folder around the content does not hide it", () => {
  const plan = toWatchPlan({ ...watchable, written: ["/home/site", "/home/site/content"] });
  expect(plan.isWatched("/home/site/content/a.md")).toBe(true);
});
