import { type Dirent, readdirSync } from "node:fs";
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
  return {
    folder,
    // Field by field: what a spread makes has a shape of its own, whose memory would be the object's ten
    // times.
    found: found.map(({ path, isLink, leadsAway }) => ({
      path,
      isLink,
      leadsAway,
      state: isLink ? "" : undefined,
    })),
  };
}

async function list(folder: string): Promise<{ folder: string; all: readonly Found[] }> {
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
export interface Source extends Found, Stated {}

interface Found {
  /** Below the content folder, with `/`. */
  readonly path: string;
  readonly isLink: boolean;
  /** Whether it is a link to a folder that lies outside the content folder. */
  readonly leadsAway: boolean;
}

async function walk(root: string, below: string): Promise<readonly Found[]> {
  const children = readdirSync(join(root, below), { withFileTypes: true });
  const found: (readonly Found[])[] = [];
  for (const child of children) {
    if (child.name.startsWith(".") || child.name === "node_modules") continue;
    found.push(await visit(root, below + child.name, child));
  }
  return found.flat().toSorted(byPath);
}

async function visit(root: string, path: string, child: Dirent): Promise<readonly Found[]> {
  if (child.isDirectory()) return await walk(root, `${path}/`);
  if (child.isFile()) return [{ path, isLink: false, leadsAway: false }];
  if (!child.isSymbolicLink()) return [];
  return [{ path, isLink: true, leadsAway: await leadsAway(root, join(root, path)) }];
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

function byPath(left: Found, right: Found): number {
  return left.path < right.path ? -1 : 1;
}
