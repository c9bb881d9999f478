import { posix } from "node:path";
import type { FormatName } from "../model.ts";
import { ConfigError, type Mistake } from "./errors.ts";

/** Where each format's file goes, below the output folder, with `/`. */
export type FeedPaths = Readonly<Record<FormatName, string>>;

/**
 * Checks that every feed has a place of its own below the output folder.
 *
 * @param formats those that are written
 * @param file the config file's name, for the message
 * @returns the paths without `.` and `..`
 * @throws ConfigError
 */
export function resolvePaths(
  paths: FeedPaths,
  formats: readonly FormatName[],
  file: string,
): FeedPaths {
  const mistakes = formats.flatMap((name) => findMistake(name, paths, formats));
  if (mistakes.length > 0) throw new ConfigError(file, mistakes);
  const { rss, atom, json } = paths;
  return { rss: normalize(rss), atom: normalize(atom), json: normalize(json) };
}

function findMistake(
  name: FormatName,
  paths: FeedPaths,
  formats: readonly FormatName[],
): readonly Mistake[] {
  const path = paths[name];
  if (!isBelow(path)) return complain("a file below the output folder", name, path);
  const others = formats.slice(0, formats.indexOf(name)).map((other) => paths[other]);
  return others.some((other) => isInTheWay(path, other))
    ? complain("a path that no other feed has", name, path)
    : [];
}

function complain(what: string, name: FormatName, path: string): readonly Mistake[] {
  return [{ reason: `Expected ${what}, not \`${path}\` for \`feed.paths.${name}\`` }];
}

/**
 * Whether a path, `/` its separator, names a file below the output folder. A backslash is a separator
 * on some systems and a letter on others.
 */
export function isBelow(path: string): boolean {
  return !/^\/|[\\\0]|\/$/.test(path) && !/^\.{1,2}(?:\/|$)/.test(normalize(path));
}

/** Whether a pattern of a folder, which may start with `/`, stays below the output folder. */
export function isFolderBelow(pattern: string): boolean {
  return !/[\\\0]/.test(pattern) && !pattern.split("/").some((part) => /^\.{1,2}$/.test(part));
}

/** The places of feeds in a folder, which may start with `/`, under the names that they have. */
export function placeIn(folder: string, paths: FeedPaths): FeedPaths {
  const place = (file: string) => posix.join(folder.replace(/^\/+/, ""), posix.basename(file));
  return { rss: place(paths.rss), atom: place(paths.atom), json: place(paths.json) };
}

/**
 * Whether two files cannot both have these paths: some file systems know no upper and lower case, and
 * a file cannot be a folder too.
 */
export function isInTheWay(left: string, right: string): boolean {
  const [one, other] = [left, right].map((path) => `${normalize(path).toLowerCase()}/`);
  return (
    one !== undefined && other !== undefined && (one.startsWith(other) || other.startsWith(one))
  );
}

/** A path without `.` and `..`. */
export function normalize(path: string): string {
  return posix.normalize(path);
}
