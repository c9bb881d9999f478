import picomatch from "picomatch";
import type { Table } from "../../../table.ts";
import { textAt, textsAt, valueAt } from "../../foreign/table.ts";
import type { PathFacts } from "../rules.ts";
import { type HugoLanguages, localeOf } from "./languages.ts";

/**
 * Which pages the `target` of an entry (`_target` before) means: by path, kind, language and
 * environment; without one, all. https://gohugo.io/configuration/cascade/#target
 */
export function hugoTarget(entry: Table, languages: HugoLanguages): (path: PathFacts) => boolean {
  const name = valueAt(entry, "target") === undefined ? "_target" : "target";
  const glob = (key: string) => picomatch(textAt(entry, name, key)?.toLowerCase() ?? "**");
  const isPath = glob("path");
  const isMeant = glob("kind")("page") && glob("environment")("production");
  const locales = localesOf(
    [...textsAt(entry, name, "lang"), ...textsAt(entry, name, "sites", "matrix", "languages")],
    languages,
  );
  return (path) =>
    isMeant &&
    isPath(logicalPathOf(path)) &&
    locales.includes(path.language ?? localeOf(languages, languages.main));
}

function localesOf(globs: readonly string[], languages: HugoLanguages): readonly string[] {
  const isNamed = globs.length === 0 ? () => true : picomatch([...globs]);
  const keys = [languages.main, ...languages.tables.keys()].filter((key) => isNamed(key));
  return keys.map((key) => localeOf(languages, key));
}

// https://gohugo.io/quick-reference/glossary/logical-path/
function logicalPathOf({ folders, slug }: PathFacts): string {
  return `/${[...folders, slug].join("/")}`.toLowerCase().replaceAll(" ", "-");
}
