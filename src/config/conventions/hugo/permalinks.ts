import { isTable, type Table } from "../../../table.ts";
import { listAt, tableAt, textAt, valueAt } from "../../foreign/table.ts";
import type { FolderPattern, PathFacts } from "../rules.ts";
import { type HugoLanguages, localeOf } from "./languages.ts";
import { hugoTarget } from "./target.ts";

/**
 * Hugo's names of tokens: https://gohugo.io/configuration/permalinks/#tokens
 */
export const hugoTokens = {
  monthname: "long_month",
  weekday: "sunday_day",
  weekdayname: "long_day",
  yearday: "i_y_day",
  slug: "slug_or_headline",
  title: "headline",
  filename: "plain_name",
  contentbasename: "plain_name",
  slugorfilename: "plain_slug",
  slugorcontentbasename: "plain_slug",
  // What a layout is translated to.
  short_year: "short_year",
  short_month: "short_month",
  short_day: "short_day",
  y_day: "y_day",
} as const;

/** The parts of Go's time layouts: https://pkg.go.dev/time#pkg-constants */
const layouts: ReadonlyMap<string, string> = new Map([
  ["January", ":monthname"],
  ["Jan", ":short_month"],
  ["Monday", ":weekdayname"],
  ["Mon", ":short_day"],
  ["2006", ":year"],
  ["002", ":y_day"],
  ["01", ":month"],
  ["02", ":day"],
  ["04", ":minute"],
  ["05", ":second"],
  ["06", ":short_year"],
  ["15", ":hour"],
  ["1", ":i_month"],
  ["2", ":i_day"],
]);

const layoutPart = new RegExp([...layouts.keys()].join("|"), "g");

/** Writes the time layouts in a pattern as tokens: `:2006/:01` becomes `:year/:month`. */
export function translateHugo(pattern: string): string {
  return pattern.replace(/(?<!\\):(\w+)(?:\[[^\]]*\])?/g, (whole, name: string) => {
    const rest = name.replace(layoutPart, "");
    const isLayout = rest === "" || /^_+$/.test(rest);
    return isLayout ? name.replace(layoutPart, (part) => layouts.get(part) ?? part) : whole;
  });
}

/**
 * The patterns of addresses that a config gives, for sections, languages and globs; what none covers
 * keeps its path. https://gohugo.io/configuration/permalinks/, https://gohugo.io/configuration/ugly-urls/
 */
export function hugoPatterns(table: Table, languages: HugoLanguages): readonly FolderPattern[] {
  const ofLanguages = [...languages.tables].flatMap(([key, own]) => {
    return patternsIn(own, languages).map((one) => inLanguage(one, localeOf(languages, key)));
  });
  const stated = [...ofLanguages, ...patternsIn(table, languages)];
  const ugly = tableAt(table, "uglyurls");
  const uglySections = Object.keys(ugly).filter((key) => ugly[key] === true);
  return [
    // Where only some sections are ugly, a pattern stands twice: for those, and for the rest.
    ...stated.flatMap((one) => [
      ...uglySections.map((key) => both(one, isInSection(key), ".html")),
      one,
    ]),
    ...uglySections.map((key) => ({ covers: isInSection(key), pattern: "/:path", end: ".html" })),
    { pattern: "/:path", covers: undefined, end: undefined },
  ].map(({ covers, pattern, end = valueAt(table, "uglyurls") === true ? ".html" : "/" }) => ({
    folder: "",
    covers,
    pattern: `/${fitLiterals(pattern, valueAt(table, "disablepathtolower") === true)}${end}`,
  }));
}

type Covers = (path: PathFacts) => boolean;

interface Stated {
  readonly covers: Covers | undefined;
  readonly pattern: string;
  readonly end?: string;
}

function inLanguage(one: Stated, locale: string): Stated {
  return both(one, ({ language }) => language === locale);
}

function both({ covers, ...rest }: Stated, isMet: Covers, end?: string): Stated {
  const all: Covers = (path) => isMet(path) && (covers?.(path) ?? true);
  return { ...rest, covers: all, ...(end === undefined ? {} : { end }) };
}

function patternsIn(table: Table, languages: HugoLanguages): readonly Stated[] {
  if (Array.isArray(valueAt(table, "permalinks"))) {
    const entries = listAt(table, "permalinks").filter(isTable);
    return entries.flatMap((entry) => toTargeted(entry, languages));
  }
  const sections = { ...tableAt(table, "permalinks"), ...tableAt(table, "permalinks", "page") };
  return Object.entries(sections)
    .toSorted(([left], [right]) => right.length - left.length)
    .flatMap(([section, pattern]) => {
      return typeof pattern === "string" ? { covers: isInSection(section), pattern } : [];
    });
}

// `/` is the root: the pages that lie in no section.
function isInSection(key: string): Covers {
  const section = key.replace(/^[\s/]+|[\s/]+$/g, "");
  return ({ folders }) => {
    const path = folders.join("/").toLowerCase();
    return section === "" ? path === "" : `${path}/`.startsWith(`${section}/`);
  };
}

function toTargeted(entry: Table, languages: HugoLanguages): readonly Stated[] {
  const pattern = textAt(entry, "pattern");
  return pattern === undefined ? [] : [{ covers: hugoTarget(entry, languages), pattern }];
}

// All of a path is made fit for an address, and so is the text between the tokens.
function fitLiterals(pattern: string, keepsCase: boolean): string {
  return pattern
    .split(/(:\w+(?:\[[^\]]*\])?)/)
    .map((piece) => {
      if (piece.startsWith(":")) return piece;
      return slugifyLiteral(keepsCase ? piece : piece.toLowerCase());
    })
    .join("")
    .replace(/^\/+|\/+$/g, "");
}

function slugifyLiteral(text: string): string {
  return text.trim().replace(/\s+/g, "-");
}
