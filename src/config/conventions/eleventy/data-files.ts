import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, posix } from "node:path";
import type { SiteFolder } from "../../foreign/site-folder.ts";
import type { Defaults } from "../rules.ts";

/** A file that holds data for articles. */
export interface FoundDataFile {
  /** Below the root. */
  readonly path: string;
  /** Which articles it is for, by their paths below the input folder. */
  readonly covers: Defaults["covers"];
  /** The path of one that it might be for. */
  readonly example: string;
}

/**
 * Finds the data files below the input folder: those of folders, the outer ones first, then those of
 * single articles. https://www.11ty.dev/docs/data-template-dir/
 */
export async function findDataFiles(
  site: SiteFolder,
  input: string,
): Promise<readonly FoundDataFile[]> {
  const ofFolders: FoundDataFile[] = [];
  const ofArticles: FoundDataFile[] = [];
  // The loop goes on over what it adds: a folder, then the folders in it.
  const folders = [""];
  for (const folder of folders) {
    const place = posix.join(input, folder);
    const entries = await listEntries(join(site.root, place));
    const names = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
    const find = (name: string) => findKinds(place, name, names);
    ofFolders.push(...find(posix.basename(place)).map((path) => forFolder(path, folder)));
    for (const name of namesOfArticles(names)) {
      ofArticles.push(...find(name).map((path) => forArticle(path, posix.join(folder, name))));
    }
    folders.push(...entries.filter(isEntered).map(({ name }) => posix.join(folder, name)));
  }
  return [...ofFolders, ...ofArticles];
}

async function listEntries(folder: string): Promise<readonly Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function isEntered(entry: Dirent): boolean {
  return entry.isDirectory() && !/^(?:\..*|node_modules|_site)$/.test(entry.name);
}

// Of several the last counts most. YAML is for sites that have added it.
const kinds = [
  ".yaml",
  ".yml",
  ".json",
  ".11tydata.yaml",
  ".11tydata.yml",
  ".11tydata.json",
  ".11tydata.mjs",
  ".11tydata.cjs",
  ".11tydata.js",
];

function findKinds(place: string, name: string, names: ReadonlySet<string>): readonly string[] {
  const found = kinds.map((kind) => name + kind).filter((file) => names.has(file));
  return found.map((file) => posix.join(place, file));
}

function namesOfArticles(names: ReadonlySet<string>): readonly string[] {
  return [...names].filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -3));
}

function forFolder(path: string, folder: string): FoundDataFile {
  const start = folder === "" ? "" : `${folder}/`;
  return { path, covers: (article) => article.startsWith(start), example: `${start}any.md` };
}

function forArticle(path: string, name: string): FoundDataFile {
  return { path, covers: (article) => article === `${name}.md`, example: `${name}.md` };
}
