import type { Severity } from "../../message.ts";
import type { Io } from "../io.ts";
import type { Outcome, ReportedMessage } from "../outcome.ts";
import type { Manner } from "./reporter.ts";
import { reportText } from "./text.ts";

/**
 * The report for GitHub Actions: an annotation for each message on stdout, which the runner reads,
 * and the text for people.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function reportGithub(outcome: Outcome, io: Io, manner: Manner): void {
  for (const message of outcome.messages) {
    if (message.severity !== "info" || manner.verbose) {
      io.stdout.write(`${toAnnotation(message, manner)}\n`);
    }
  }
  reportText(outcome, io, { ...manner, color: false });
}

const commands = {
  error: "error",
  warning: "warning",
  info: "notice",
} as const satisfies Record<Severity, string>;

function toAnnotation(message: ReportedMessage, { folder }: Manner): string {
  const properties = [
    ["file", folder === "" ? message.file : `${folder}/${message.file}`],
    ["line", message.line],
    ["col", message.column],
    ["title", message.rule],
  ]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = message.hint === null ? message.reason : `${message.reason}\n${message.hint}`;
  return `::${commands[message.severity]} ${properties.join(",")}::${escapeData(text)}`;
}

// The runner's own escapes; it knows no others.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
