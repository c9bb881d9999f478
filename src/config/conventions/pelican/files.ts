import { posix } from "node:path";
import type { Table } from "../../../table.ts";
import type { SiteFolder } from "../../foreign/site-folder.ts";
import { tableAt, textAt, textsAt } from "../../foreign/table.ts";
import type { Options } from "../../options.ts";
import { toPath } from "../path-parts.ts";
import type { Others } from "../rules.ts";

/**
 * The content folder below the root: `PATH`, else `content`, which the command line of new sites
 * names, else the root.
 */
export async function folderOf(table: Table, site: SiteFolder): Promise<string> {
  const path = textAt(table, "PATH");
  if (path !== undefined && !posix.isAbsolute(path)) return toPath(path);
  return (await site.has("content")) ? "content" : "";
}

/**
 * Where the articles are: https://docs.getpelican.com/en/4.8.0/settings.html#basic-settings
 *
 * @param content the content folder below the root where the user named one
 */
export function contentOf(
  table: Table,
  base: string,
  content: string | undefined,
): Options["content"] {
  const read = tableAt(table, "READERS");
  const endings = ["md", "markdown", "mkd", "mdown", "rst", "html", "htm"].filter(
    (ending) => read[ending] !== null,
  );
  const files = `**/*.{${endings.join(",")}}`;
  const isOwn = content === undefined || content === base;
  const output = posix.relative(base, toPath(textAt(table, "OUTPUT_PATH") ?? "output"));
  const ignored = listOf(table, "IGNORE_FILES", [".#*"]);
  return {
    folder: content ?? base,
    include: isOwn ? articlePaths(table).flatMap((path) => belowPath(path, files)) : [files],
    exclude: [
      ...ignored.flatMap((glob) => [`**/${glob}`, `**/${glob}/**`]),
      ...(isOwn && !output.startsWith("..") ? [`${output}/**`] : []),
    ],
  };
}

function articlePaths(table: Table): readonly string[] {
  return listOf(table, "ARTICLE_PATHS", [""]).map(toPath);
}

function belowPath(path: string, files: string): readonly string[] {
  return path === "" ? [files] : [path, `${path}/${files}`];
}

/** Files of the content folder that are no articles, or none in Markdown. */
export function othersOf(table: Table): readonly Others[] {
  const pages = listOf(table, "PAGE_PATHS", ["pages"]).map(toPath);
  const excluded = listOf(table, "ARTICLE_EXCLUDES", []).map(toPath);
  return [
    ...pages.map((path) => ({ glob: `${path}/**`, what: "a page of the site" })),
    ...excluded.map((path) => ({ glob: `${path}/**`, what: "what `ARTICLE_EXCLUDES` names" })),
    { glob: "**/*.rst", what: "reStructuredText" },
    { glob: "**/*.{html,htm}", what: "HTML" },
  ].filter(({ glob }) => glob !== "/**");
}

// A text where a list must be counts for nothing in Pelican either.
function listOf(table: Table, name: string, fallback: readonly string[]): readonly string[] {
  return Array.isArray(table[name]) ? textsAt(table, name) : fallback;
}
