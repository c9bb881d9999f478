import { UsageError } from "../../config/errors.ts";
import type { Io } from "../io.ts";
import type { Report } from "./report.ts";

/**
 * Every reporter by its name. To add one, write its function and give it a line here. Each is loaded
 * when it is asked for: that of GitHub takes longer to load than a run in which nothing has changed.
 */
export const reporters = {
  text: async () => (await import("./text.ts")).reportText,
  json: async () => (await import("./json.ts")).reportJson,
  github: async () => (await import("./github.ts")).reportGithub,
  sarif: async () => (await import("./sarif.ts")).reportSarif,
} as const satisfies Record<string, () => Promise<Report>>;

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
    `Expected \`text\`, \`json\`, \`github\` or \`sarif\`, not \`${name}\` for \`--reporter\``,
  );
}

function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}

/**
 * Says that a command has nothing to tell as SARIF: it finds no mistakes.
 *
 * @throws UsageError
 */
export function refuseReporter(command: string): never {
  throw new UsageError(
    `Expected \`text\`, \`json\` or \`github\`, not \`sarif\` for \`--reporter\` of \`${command}\``,
  );
}
