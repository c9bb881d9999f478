import { posix } from "node:path";
import picomatch from "picomatch";
import { isTable, type Table } from "../../../table.ts";
import { readExports } from "../../foreign/script.ts";
import type { SiteFolder } from "../../foreign/site-folder.ts";
import { tableAt, textAt, textsAt } from "../../foreign/table.ts";
import { toPath } from "../path-parts.ts";

/** Where a site keeps its posts. */
export interface Posts {
  /** The collection's name, or the folder's. */
  readonly name: string;
  /** The folder below the root that ids are counted from. */
  readonly base: string;
  /** The folder below the base that holds all of them; `""` for the base itself. */
  readonly below: string;
  /** Globs below the base; those after `!` take away. */
  readonly patterns: readonly string[];
}

/** What collections and folders of posts are called, the likeliest first. */
export const postNames: readonly string[] = [
  ...["blog", "posts", "post", "articles", "article", "writing", "news", "notes", "journal"],
  ...["essays", "entries"],
];

/**
 * Finds the posts: the collection that holds the content folder, where the user named one; else the
 * likeliest of the collections in the content config, of the folders of collections, and of the
 * pages in Markdown.
 */
export async function findPosts(site: SiteFolder): Promise<Posts> {
  const defined = await readCollections(site);
  const { content } = site;
  if (content !== undefined)
    return defined.find((one) => holds(one, content)) ?? fromFolder(content);
  const named = postNames.flatMap((name) => defined.find((one) => one.name === name) ?? []);
  return (
    (await findThere(site, named)) ??
    (await findThere(site, likelyFolders)) ??
    (await findPages(site)) ??
    named[0] ??
    defined[0] ??
    fromFolder("src/content/blog")
  );
}

const likelyFolders = ["src/content", "src/data"].flatMap((folder) =>
  postNames.map((name) => fromFolder(`${folder}/${name}`)),
);

/** https://docs.astro.build/en/guides/content-collections/#the-collection-config-file */
async function readCollections(site: SiteFolder): Promise<readonly Posts[]> {
  for (const name of ["src/content.config", "src/content/config"]) {
    for (const ending of ["ts", "mts", "js", "mjs"]) {
      const path = `${name}.${ending}`;
      const text = await site.readText(path);
      if (text === undefined) continue;
      const collections = tableAt(await readExports(text, path), "collections");
      return Object.entries(collections).flatMap(([key, table]) => {
        return isTable(table) ? toPosts(key, table) : [];
      });
    }
  }
  return [];
}

function toPosts(name: string, collection: Table): readonly Posts[] {
  if (!Object.hasOwn(collection, "loader")) {
    return collection["type"] === "data" ? [] : [fromFolder(`src/content/${name}`, name)];
  }
  // Of other loaders than `glob()` nothing is known.
  const { loader } = collection;
  if (!isTable(loader)) return [];
  const patterns = textsAt(loader, "pattern");
  const below = commonFolder(patterns);
  return [{ name, base: toPath(textAt(loader, "base") ?? ""), below, patterns }];
}

// `blog/**/*.md` is all in `blog`.
function commonFolder(patterns: readonly string[]): string {
  const folders = patterns
    .filter((pattern) => !pattern.startsWith("!"))
    .map((pattern) => toPath(picomatch.scan(pattern).base));
  return folders.every((folder) => folder === folders[0]) ? (folders[0] ?? "") : "";
}

// Files and folders that begin with `_` are not of a collection without a loader, and no pages:
// https://docs.astro.build/en/guides/routing/#excluding-pages
function fromFolder(path: string, name = posix.basename(path)): Posts {
  const patterns = ["**", "!**/_*/**", "!**/_*"];
  const page = /^src\/pages(?:\/(.+))?$/.exec(path);
  return page
    ? { name, base: "src/pages", below: page[1] ?? "", patterns }
    : { name, base: path, below: "", patterns };
}

function holds({ base, below }: Posts, content: string): boolean {
  return `${content}/`.startsWith(`${posix.join(base, below)}/`);
}

async function findThere(site: SiteFolder, all: readonly Posts[]): Promise<Posts | undefined> {
  for (const posts of all) {
    if (await site.has(posix.join(posts.base, posts.below))) return posts;
  }
  return undefined;
}

async function findPages(site: SiteFolder): Promise<Posts | undefined> {
  for (const name of postNames) {
    const files = await site.list(`src/pages/${name}`);
    if (files.some((file) => /\.mdx?$/.test(file))) return fromFolder(`src/pages/${name}`);
  }
  return undefined;
}
