import { UsageError } from "../../config/errors.ts";
import type { Io } from "../io.ts";
import { reportGithub } from "./github.ts";
import { reportJson } from "./json.ts";
import type { Report } from "./report.ts";
import { reportText } from "./text.ts";

/** Every reporter by its name. To add one, write its function and give it a line here. */
export const reporters = {
  text: reportText,
  json: reportJson,
  github: reportGithub,
} as const satisfies Record<string, Report>;

/** What may stand after `--reporter`. */
export type ReporterName = keyof typeof reporters;

/**
 * The reporter that was asked for; else the one of the place where the command runs.
 *
 * @throws UsageError for a name that is none.
 */
export function chooseReporter(asked: string | undefined, { env }: Io): ReporterName {
  const name = asked ?? (env["GITHUB_ACTIONS"] === "true" ? "github" : "text");
  if (isReporterName(name)) return name;
  throw new UsageError(
    `Expected \`text\`, \`json\` or \`github\`, not \`${name}\` for \`--reporter\``,
  );
}

function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}
