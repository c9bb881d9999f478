import { posix } from "node:path";
import type { LanguageRules } from "./rules.ts";

/** A path taken apart. */
export interface PathParts {
  /** The folders, without the one that `index.md` takes its name from. */
  readonly folders: readonly string[];
  /** The file's name without ending and language; of `index.md`, its folder's. */
  readonly name: string;
  /** The file's name as on disk, without ending. */
  readonly filename: string;
  /** The language that the file's name ends with, as written: `index.ko.md`. */
  readonly language: string | undefined;
}

/**
 * Takes a path apart.
 *
 * @param path below the base folder, with `/`
 * @param isLanguage whether a part between dots names a language
 */
export function takeApart(path: string, isLanguage: (name: string) => boolean): PathParts {
  const segments = path.replace(/\.[^./]+$/, "").split("/");
  const filename = segments.at(-1) ?? "";
  const [, stem = filename, language] =
    /^(.+)\.([a-z]{2,3}(?:[-_][a-z0-9]+)*)$/i.exec(filename) ?? [];
  const isKnown = language !== undefined && isLanguage(language);
  const own = isKnown ? stem : filename;
  const folders = segments.slice(0, -1);
  const isIndex = own.toLowerCase() === "index" && folders.length > 0;
  return {
    folders: isIndex ? folders.slice(0, -1) : folders,
    name: isIndex ? (folders.at(-1) ?? "") : own,
    filename,
    language: isKnown ? language : undefined,
  };
}

/** Takes a date off the front of a name: `2024-07-31-slug`, `2016-1-9_slug`. */
export function takeDate(name: string): {
  readonly date: string | undefined;
  readonly slug: string;
} {
  const dated = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ](.*))?$/.exec(name);
  return { date: dated?.[1], slug: dated ? dated[2] || name : name };
}

/** Whether a name is that of one of the site's languages. */
export function isOneOf({ names }: LanguageRules): (name: string) => boolean {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return (name) => known.has(name.toLowerCase());
}

/** What an address begins with because of an article's language. */
export function prefixOf(language: string | undefined, { main, prefix }: LanguageRules) {
  const own = language ?? main;
  if (own === undefined) return undefined;
  // `a.en.md` is in the language of a site in `en-US`.
  const isMain = `${main ?? ""}-`.toLowerCase().startsWith(`${own.toLowerCase()}-`);
  return prefix === "all" || !isMain ? own : undefined;
}

/** A path as a config writes it, without `./` before it and slashes around it; `""` for the folder itself. */
export function toPath(written: string): string {
  return posix.normalize(written.trim()).replace(/^(?:\.?\/)+|^\.$|\/+$/g, "");
}
