import { VFile } from "vfile";
import type { Rules, SurveyedFile } from "../config/conventions/rules.ts";
import type { Config } from "../config/resolve.ts";
import { readSource } from "../source-file.ts";
import { takeFrontMatter } from "./front-matter.ts";
import { toPlain } from "./value.ts";

/**
 * The reader of paths of a run: where the convention wants it, one that knows of all the files, such
 * as which folders are sections, and what these hand down.
 */
export function surveyPaths(
  { rules, content }: Config,
  files: readonly VFile[],
): Rules["readPath"] {
  if (!rules.survey) return rules.readPath;
  const surveyed = files.map((file) => toSurveyed(file, content.base + file.path, rules));
  return rules.survey(surveyed);
}

function toSurveyed(file: VFile, path: string, { headers }: Rules): SurveyedFile {
  return {
    path,
    read: () => {
      // On a copy: what is wrong with a file is told when it is read itself.
      const copy = new VFile({ cwd: file.cwd, path: file.path, value: file.value ?? "" });
      if (file.data.stated !== undefined) readSource(copy);
      const data = takeFrontMatter(copy, headers)?.data;
      return data ? toPlain(data) : {};
    },
  };
}
