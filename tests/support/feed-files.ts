import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A folder with at least one feed in it; the paths are absolute, `name` is for people. */
export interface FeedFolder {
  readonly name: string;
  readonly rss?: string;
  readonly atom?: string;
  readonly json?: string;
}

const projectRoot = join(import.meta.dirname, "..", "..");

/**
 * The feeds that every standard and every reader is tried on: `dist`, which is this repository's
 * own output, and what each fixture is expected to give. Sorted by name.
 */
export function feedFolders(root: string = projectRoot): readonly FeedFolder[] {
  return [join(root, "dist"), ...expectedFolders(join(root, "tests", "fixtures"))].flatMap(
    readFolder,
  );
}

function expectedFolders(fixtures: string): readonly string[] {
  if (!existsSync(fixtures)) return [];
  return readdirSync(fixtures)
    .toSorted()
    .map((fixture) => join(fixtures, fixture, "expected"));
}

function readFolder(folder: string): readonly FeedFolder[] {
  const found = {
    ...optionalFile("rss", join(folder, "rss.xml")),
    ...optionalFile("atom", join(folder, "atom.xml")),
    ...optionalFile("json", join(folder, "feed.json")),
  };
  return Object.keys(found).length === 0 ? [] : [{ name: folderName(folder), ...found }];
}

function optionalFile<Key extends string>(key: Key, path: string): { readonly [K in Key]?: string };
function optionalFile(key: string, path: string): Readonly<Record<string, string>> {
  return existsSync(path) ? { [key]: path } : {};
}

function folderName(folder: string): string {
  return basename(folder) === "expected" ? basename(dirname(folder)) : basename(folder);
}
