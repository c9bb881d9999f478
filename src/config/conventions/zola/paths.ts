import { dirname } from "node:path/posix";
import { prefixOf } from "../path-parts.ts";
import type { LanguageRules, PathFacts, Rules, SurveyedFile } from "../rules.ts";

/**
 * Makes the reader of paths: `2018-10-10-slug.md`, `2018-10-10T12:00:00Z_slug/index.fr.md`.
 * https://www.getzola.org/documentation/content/page/#path-from-filename
 *
 * @param keepsDates whether slugs keep the date
 */
export function readZolaPath(keepsDates: boolean): Rules["readPath"] {
  return (path, languages) => {
    const segments = path.replace(/\.[^./]+$/, "").split("/");
    const filename = segments.at(-1) ?? "";
    const { name, language } = takeLanguage(filename, languages);
    const isColocated = segments.length > 1 && /^index(?:\.|$)/.test(filename);
    const own = name === "index" && segments.length > 1 ? (segments.at(-2) ?? "") : name;
    const { date, slug = own } = dated.exec(own)?.groups ?? {};
    return {
      date,
      slug: keepsDates ? own : slug,
      folders: segments.slice(0, isColocated ? -2 : -1),
      filename,
      language,
      prefix: prefixOf(language, languages),
      other: filename.startsWith("_index.") || filename === "_index" ? "a section" : undefined,
    };
  };
}

const dated =
  /^(?<date>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?)(?:\s?[_-](?<slug>.+))?/;

// All that follows the first dot is the language; that of the site is not looked for in names.
function takeLanguage(filename: string, { names, main }: LanguageRules) {
  const at = filename.indexOf(".");
  const language = at === -1 ? undefined : filename.slice(at + 1);
  if (language === undefined || language === main || !names.includes(language)) {
    return { name: filename, language: undefined };
  }
  return { name: filename.slice(0, at), language };
}

/**
 * Reads paths among all the others: below a section that is a draft all are.
 * https://www.getzola.org/documentation/content/section/#drafting
 */
export function surveyZola(readPath: Rules["readPath"]) {
  return (files: readonly SurveyedFile[]): Rules["readPath"] => {
    const drafts = files
      .filter(
        ({ path, read }) => /(?:^|\/)_index(?:\.[^/]*)?$/.test(path) && read()["draft"] === true,
      )
      .map(({ path }) => dirname(path));
    return (path, languages): PathFacts => {
      const isDraft = drafts.some((folder) => folder === "." || path.startsWith(`${folder}/`));
      return { ...readPath(path, languages), isDraft };
    };
  };
}
