import { readdirSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import picomatch from "picomatch";
import { UsageError } from "../config/errors.ts";
import type { Stated } from "../file-state.ts";

/** Where to look, and for what. */
export interface Search {
  /** The content folder, absolute. */
  readonly folder: string;
  /** Globs below it, as in `**` + `/*.md`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * Finds the articles' files, in an order that no file system can change (by the code units of their
 * paths). None is read. Folders that begin with a dot and `node_modules` are never entered.
 * Symbolic links are not followed: nothing outside the content folder is read, and there are no
 * loops; those that look like articles or lead to folders elsewhere are told.
 *
 * @throws UsageError where the folder cannot be read or holds no article.
 */
export async function findSources(search: Search): Promise<Sources> {
  const isWanted = picomatch([...search.include], { ignore: [...search.exclude] });
  const isExcluded = picomatch([...search.exclude]);
  const { folder, all } = await list(search.folder);
  const found = all.filter(({ path, leadsAway }) => {
    return isWanted(path) || (leadsAway && !isExcluded(path));
  });
  if (found.length === 0) {
    throw new UsageError(
      `Expected articles (${search.include.join(", ")}) in the content folder, not none: ${search.folder}`,
    );
  }
  return { folder, found };
}

async function list(folder: string): Promise<{ folder: string; all: readonly Source[] }> {
  try {
    const real = await realpath(folder);
    return { folder: real, all: await walk(real, "") };
  } catch (cause) {
    throw toUsageError(cause, folder);
  }
}

function toUsageError(cause: unknown, folder: string): unknown {
  if (!(cause instanceof Error) || !("code" in cause)) return cause;
  const found = failures.get(String(cause.code));
  const path = "path" in cause ? String(cause.path) : folder;
  return found ? new UsageError(`Expected a content folder${found}: ${path}`, { cause }) : cause;
}

const failures: ReadonlyMap<string, string> = new Map([
  ["ENOENT", ", but there is none"],
  ["ENOTDIR", ", not a file"],
  ["EACCES", " that can be read"],
  ["EPERM", " that can be read"],
  ["ELOOP", ", not a symbolic link that leads in a circle"],
]);

/** The files of a content folder. */
export interface Sources {
  /** The content folder, absolute, wherever links to it lead. */
  readonly folder: string;
  readonly found: readonly Source[];
}

/** A file that was found. */
export interface Source extends Stated {
  /** Below the content folder, with `/`. */
  readonly path: string;
  readonly isLink: boolean;
  /** Whether it is a link to a folder that lies outside the content folder. */
  readonly leadsAway: boolean;
}

async function walk(root: string, below: string): Promise<readonly Source[]> {
  const found: Source[] = [];
  for (const child of readdirSync(join(root, below), { withFileTypes: true })) {
    if (child.name.startsWith(".") || child.name === "node_modules") continue;
    const path = below + child.name;
    if (child.isFile()) {
      found.push({ path, isLink: false, leadsAway: false, state: undefined });
    } else if (child.isDirectory()) {
      for (const one of await walk(root, `${path}/`)) found.push(one);
    } else if (child.isSymbolicLink()) {
      const isAway = await leadsAway(root, join(root, path));
      found.push({ path, isLink: true, leadsAway: isAway, state: "" });
    }
  }
  return found.sort(byPath);
}

async function leadsAway(root: string, link: string): Promise<boolean> {
  try {
    const target = await realpath(link);
    return !`${target}${sep}`.startsWith(root + sep) && (await stat(target)).isDirectory();
  } catch {
    // It leads nowhere, or in a circle.
    return false;
  }
}

function byPath(left: Source, right: Source): number {
  return left.path < right.path ? -1 : 1;
}
