import { UsageError } from "../../config/errors.ts";
import type { Io } from "../io.ts";
import type { Outcome } from "../outcome.ts";
import { reportGithub } from "./github.ts";
import { reportJson } from "./json.ts";
import { reportText } from "./text.ts";

/** How much is said, and how. */
export interface Manner {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
  /** The content folder as it is named from where the command was given. */
  readonly folder: string;
}

/** Tells a run. Data goes to stdout, everything said to people to stderr. */
export type Report = (outcome: Outcome, io: Io, manner: Manner) => void;

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
