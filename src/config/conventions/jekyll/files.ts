import { posix } from "node:path";
import type { Table } from "../../../table.ts";
import { textAt, textsAt } from "../../foreign/table.ts";
import type { Options } from "../../options.ts";
import { toPath } from "../path-parts.ts";

/** The endings of posts that Jekyll or a plugin of it reads, though they are not in Markdown. */
export const otherMarkup = "{html,htm,textile,adoc,asciidoc,org,rst}";

/**
 * Where the posts are. Folders named `_posts` and `_drafts` lie anywhere, or below the folder of the
 * collections: https://jekyllrb.com/docs/configuration/options/
 *
 * @param content the content folder below the root where the user named one
 */
export function contentOf(
  table: Table,
  collections: readonly string[],
  content: string | undefined,
): Options["content"] {
  const source = toPath(textAt(table, "source") ?? "");
  const all = posix.join(source, toPath(textAt(table, "collections_dir") ?? ""));
  const base = all.replace(/^\.$/, "");
  const folder = content ?? base;
  const endings = (textAt(table, "markdown_ext") ?? "markdown,mkdown,mkdn,mkd,md").split(",");
  const files = `*.{${endings.map((ending) => ending.trim()).join(",")},${otherMarkup.slice(1)}`;
  const names = ["posts", "drafts", ...collections];
  const isInside = folder.split("/").some((part) => names.some((name) => part === `_${name}`));
  const anywhere = ["_posts", "_drafts"].map((name) => `**/${name}/**/${files}`);
  const atRoot = folder === base ? collections.map((name) => `_${name}/**/${files}`) : [];
  return {
    folder,
    include: isInside ? [`**/${files}`] : [...anywhere, ...atRoot],
    exclude: excludedOf(table).flatMap((glob) => belowFolder(glob, posix.relative(source, folder))),
  };
}

// https://jekyllrb.com/docs/configuration/options/: these are never read either.
const excluded = ["vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/", "gemfiles"];

function excludedOf(table: Table): readonly string[] {
  const included = textsAt(table, "include");
  const own = textsAt(table, "exclude").filter((path) => !included.includes(path));
  return [textAt(table, "destination") ?? "_site", ...own, ...excluded].flatMap(toGlobs);
}

// What is excluded is the beginning of a path, unless there is an asterisk, which crosses folders.
function toGlobs(written: string): readonly string[] {
  const path = toPath(written);
  if (path === "") return [];
  if (/[*?[]/.test(path)) {
    const one = path.replace(/\*+/g, "*");
    return [one, one.replaceAll("*", "**/*")].flatMap((glob) => [glob, `${glob}/**`]);
  }
  return /\/\s*$/.test(written) ? [`${path}/**`] : [`${path}*`, `${path}*/**`];
}

function belowFolder(glob: string, folder: string): readonly string[] {
  if (folder === "" || glob.startsWith("**/")) return [glob];
  return glob.startsWith(`${folder}/`) ? [glob.slice(folder.length + 1)] : [];
}
