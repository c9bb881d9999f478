import { dirname, relative } from "node:path";

/** What there is to watch; every path is absolute. */
export interface Watchable {
  /** The content folder. */
  readonly content: string;
  /** The folder of the config. */
  readonly folder: string;
  /** The files and folders that say how the site is made, whether they are there or not. */
  readonly siteFiles: ReadonlySet<string>;
  /** What is written meanwhile, and is of no interest: the output and the cache folder. */
  readonly written: readonly string[];
}

/** Where to watch, and for what. */
export interface WatchPlan {
  /** Folders, none below another. */
  readonly roots: readonly string[];
  /** Whether something below the roots, or a folder on the way to it, is of interest. */
  readonly isWatched: (path: string) => boolean;
  /** Whether a change there may change how the articles are read. */
  readonly isSiteFile: (path: string) => boolean;
}

/**
 * Says what to watch: the content folder as articles are looked for in it, the files that say how the
 * site is made, and no more of the folders around them than leads there.
 */
export function toWatchPlan({ content, folder, siteFiles, written }: Watchable): WatchPlan {
  const wanted = [content, ...siteFiles];
  const ways = new Set(wanted.flatMap(foldersAbove));
  const isSiteFile = (path: string) => {
    return siteFiles.has(path) || (!isWithin(path, content) && siteFiles.has(dirname(path)));
  };
  const isWritten = (path: string) =>
    written.some((one) => isWithin(path, one) && !isWithin(content, one));
  const isContent = (path: string) => {
    return isWithin(path, content) && !hiddenName.test(toRelative(content, path));
  };
  return {
    roots: outermost([folder, ...wanted.map((path) => dirname(path))]),
    isSiteFile,
    isWatched: (path) => {
      if (ways.has(path) || siteFiles.has(path)) return true;
      return !isWritten(path) && (isContent(path) || isSiteFile(path));
    },
  };
}

// As articles are looked for.
const hiddenName = /(?:^|\/)(?:\.|node_modules(?:\/|$))/;

function foldersAbove(path: string): readonly string[] {
  const above = dirname(path);
  return above === path ? [] : [above, ...foldersAbove(above)];
}

function outermost(folders: readonly string[]): readonly string[] {
  const all = [...new Set(folders)];
  return all.filter((one) => !all.some((other) => other !== one && isWithin(one, other)));
}

function isWithin(path: string, folder: string): boolean {
  const relation = toRelative(folder, path);
  return relation !== ".." && !relation.startsWith("../") && !/^(?:[a-z]:|\/)/i.test(relation);
}

function toRelative(folder: string, path: string): string {
  return relative(folder, path).replaceAll("\\", "/");
}
