import { join } from "node:path";
import type { Options } from "../../src/config/options.ts";
import type { StoreOptions } from "../../src/store/store.ts";
import { buildKept, storeOptions } from "./kept-build.ts";
import { configOf } from "./reading.ts";
import { addFiles, type Files, makeFolder } from "./temporary-folder.ts";

/** The text of an article of a day of July 2024. */
export function keptArticle(day: number, body = "Text", more = ""): string {
  return `---\ntitle: T${day}\ndate: 2024-07-${String(day).padStart(2, "0")}\n${more}---\n\n${body}\n`;
}

/** Three articles, and their names. */
export const three: Files = {
  "a.md": keptArticle(3),
  "b.md": keptArticle(2),
  "c.md": keptArticle(1),
};
export const names = ["a.md", "b.md", "c.md"];

/** A folder with articles, and the ways to build them. */
export async function makeKeptSite(articles: Files = three, options: Options = {}) {
  const root = await makeFolder();
  const put = async (files: Files) => await addFiles(join(root, "content"), files);
  const build = async (stated: Partial<StoreOptions> = {}, more: Options = {}) =>
    await buildKept(configOf({ ...options, ...more }, root), storeOptions(root, stated));
  /** What comes out without anything kept. */
  const buildFresh = async (more: Options = {}) => await build({ folder: undefined }, more);
  await put(articles);
  return { root, put, build, buildFresh };
}
