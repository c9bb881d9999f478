import { dirname } from "node:path/posix";
import { isTable, type Table } from "../../../table.ts";
import { listAt, tableAt } from "../../foreign/table.ts";
import type { LanguageRules, PathFacts, SurveyedFile } from "../rules.ts";
import type { HugoLanguages, HugoPlace } from "./languages.ts";
import { hugoTarget } from "./target.ts";

type ReadPlace = (path: string, languages: LanguageRules) => HugoPlace;

/**
 * Reads paths among all the others: what lies beside an `index.md` belongs to it, and an `_index.md`
 * makes a section, which hands down what it cascades, and that it is a draft.
 * https://gohugo.io/content-management/page-bundles/, https://gohugo.io/content-management/front-matter/#cascade-1
 */
export function surveyHugo(read: ReadPlace, languages: HugoLanguages) {
  return (files: readonly SurveyedFile[]): ReadPlace => {
    const rules: LanguageRules = { names: [], main: undefined, prefix: "others" };
    const bundles = bundlesIn(
      files.map(({ path }) => path),
      (path) => read(path, rules),
    );
    const sections = files
      .flatMap((file) => toSection(file, read(file.path, rules), languages))
      .toSorted((left, right) => left.folders.length - right.folders.length);
    return (path, given) => {
      const place = read(path, given);
      const own = sections.filter(
        (one) => one.key === place.key && isBelow(place.all, one.folders),
      );
      return {
        ...place,
        other: place.other ?? (isResource(path, place, bundles) ? "a part of a bundle" : undefined),
        sections: sectionsOf(place, own),
        isDraft: own.some((one) => one.isDraft),
        fields: Object.assign({}, ...own.flatMap((one) => one.handDown(place))),
      };
    };
  };
}

function bundlesIn(
  paths: readonly string[],
  read: (path: string) => HugoPlace,
): ReadonlySet<string> {
  return new Set(paths.filter((path) => read(path).name === "index").map((path) => dirname(path)));
}

function isResource(path: string, { name }: HugoPlace, bundles: ReadonlySet<string>): boolean {
  const folder = dirname(path);
  if (bundles.has(folder) && name !== "index") return true;
  for (let above = folder; above !== dirname(above); ) {
    above = dirname(above);
    if (bundles.has(above)) return true;
  }
  return false;
}

interface Section {
  readonly key: string;
  readonly folders: readonly string[];
  readonly isDraft: boolean;
  readonly handDown: (path: PathFacts) => readonly Table[];
}

function toSection(file: SurveyedFile, { key, all, name }: HugoPlace, languages: HugoLanguages) {
  if (name !== "_index") return [];
  const table = file.read();
  const cascades = cascadesIn(table["cascade"], languages);
  const section: Section = {
    key,
    folders: all,
    isDraft: table["draft"] === true,
    handDown: (path) => cascades.filter(({ covers }) => covers(path)).map(({ values }) => values),
  };
  return [section];
}

/** What a `cascade` hands down, and to which pages; of several the last one counts. */
export function cascadesIn(cascade: unknown, languages: HugoLanguages) {
  // With Hugo the first one counts.
  return listAt({ cascade }, "cascade")
    .filter(isTable)
    .toReversed()
    .map((entry) => {
      const { params, target, _target, ...values } = entry;
      return {
        covers: hugoTarget(entry, languages),
        values: { ...tableAt({ params }, "params"), ...values },
      };
    });
}

function isBelow(folders: readonly string[], section: readonly string[]): boolean {
  return section.every((name, index) => folders[index] === name);
}

// The first folder is a section in any case, one below it if it has an `_index.md`.
function sectionsOf({ folders }: HugoPlace, own: readonly Section[]): readonly string[] {
  const depths = own.map((one) => one.folders.length).filter((depth) => depth <= folders.length);
  return folders.slice(0, Math.max(1, ...depths));
}
