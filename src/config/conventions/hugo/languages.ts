import { isTable, type Table } from "../../../table.ts";
import { tableAt, textAt, textsAt, valueAt } from "../../foreign/table.ts";
import { takeApart } from "../path-parts.ts";
import type { LanguageRules, PathFacts } from "../rules.ts";

/** What Hugo's config says of the site's languages: https://gohugo.io/configuration/languages/ */
export interface HugoLanguages {
  /** The languages by their keys, in lower case. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly main: string;
  readonly off: ReadonlySet<string>;
  /** The folder below the root that holds all of theirs. */
  readonly base: string;
  /** The folders of their articles, below the base; the longest first. */
  readonly folders: readonly { readonly path: string; readonly language: string }[];
  /** Which of them their addresses begin with. */
  readonly prefix: LanguageRules["prefix"];
}

/** Reads the languages of a config whose keys are in lower case. */
export function hugoLanguagesIn(table: Table): HugoLanguages {
  const tables = new Map(
    Object.entries(tableAt(table, "languages")).map(([key, value]) => {
      return [key, isTable(value) ? value : {}] as const;
    }),
  );
  const main = textAt(table, "defaultcontentlanguage")?.toLowerCase() ?? "en";
  const off = textsAt(table, "disablelanguages").map((key) => key.toLowerCase());
  const isOff = ([key, language]: readonly [string, Table]) =>
    language["disabled"] === true || off.includes(key);
  const inSubdir = valueAt(table, "defaultcontentlanguageinsubdir") === true;
  return {
    tables,
    main,
    off: new Set([...tables].filter(isOff).map(([key]) => key)),
    ...foldersIn(table, new Set([main, ...tables.keys()])),
    // With one language Hugo takes no note of it.
    prefix: inSubdir && tables.size > 1 ? "all" : "others",
  };
}

// Languages that share a folder are told apart by their files' names; the rest of it is the first one's.
function foldersIn(
  table: Table,
  keys: ReadonlySet<string>,
): Pick<HugoLanguages, "base" | "folders"> {
  const common = textAt(table, "contentdir") ?? "content";
  const byPath = new Map<string, string>();
  for (const key of keys) {
    const path = toPath(textAt(table, "languages", key, "contentdir") ?? common);
    if (!byPath.has(path)) byPath.set(path, key);
  }
  const base = commonFolder([...byPath.keys()]);
  const folders = [...byPath].map(([path, language]) => ({
    path: path.slice(base.length).replace(/^\//, ""),
    language,
  }));
  return { base, folders: folders.toSorted((left, right) => right.path.length - left.path.length) };
}

function commonFolder([first = "", ...others]: readonly string[]): string {
  const segments = first.split("/");
  const isCommon = (end: number) =>
    others.every((one) => `${one}/`.startsWith(`${segments.slice(0, end).join("/")}/`));
  const end = segments.findLastIndex((_, index) => isCommon(index + 1)) + 1;
  return segments.slice(0, end).join("/");
}

function toPath(folder: string): string {
  return folder
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+|\/+$/g, "")
    .replace(/^\.$/, "");
}

/** The locale of a language, else its key. */
export function localeOf({ tables }: HugoLanguages, key: string): string {
  const table = tables.get(key) ?? {};
  return textAt(table, "locale") ?? textAt(table, "languagecode") ?? key;
}

/** Where a file lies. */
export interface HugoPlace extends PathFacts {
  /** The key of its language. */
  readonly key: string;
  /** The folders below the content folder, with that of a bundle. */
  readonly all: readonly string[];
  /** The file's name without language and ending. */
  readonly name: string;
}

/**
 * Takes apart a path below the base: its language is in its name (`post.fr.md`), else that of its
 * content folder.
 */
export function locateHugo(
  path: string,
  languages: HugoLanguages,
  names: LanguageRules,
): HugoPlace {
  const folder = languages.folders.find(
    (one) => one.path === "" || path.startsWith(`${one.path}/`),
  );
  const inside = folder?.path ? path.slice(folder.path.length + 1) : path;
  const isKnown = (part: string) =>
    languages.tables.has(part) || part === languages.main || names.names.includes(part);
  const { folders, name, filename, language } = takeApart(inside, isKnown);
  const key = language ?? folder?.language ?? languages.main;
  const isPlain = languages.prefix === "others" && key === languages.main;
  return {
    key,
    all: inside.split("/").slice(0, -1),
    name: language === undefined ? filename : filename.slice(0, -language.length - 1),
    slug: name,
    folders,
    filename: name,
    language:
      languages.tables.has(key) || language !== undefined ? localeOf(languages, key) : undefined,
    prefix: isPlain ? undefined : key,
  };
}
