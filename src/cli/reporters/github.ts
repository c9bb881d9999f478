import type { Severity } from "../../message.ts";
import type { Io } from "../io.ts";
import type { Outcome, ReportedMessage } from "../outcome.ts";
import type { Manner } from "./report.ts";
import { reportText } from "./text.ts";

/**
 * The report for GitHub Actions: an annotation for each message on stdout, which the runner reads,
 * and the text for people.
 */
export function reportGithub(outcome: Outcome, io: Io, manner: Manner): void {
  annotateAll(outcome, io, manner);
  reportText(outcome, io, { ...manner, color: false });
}

/** Writes the messages of a run as annotations. */
export function annotateAll({ messages }: Outcome, io: Io, { verbose, folder }: Manner): void {
  for (const message of messages) {
    if (message.severity !== "info" || verbose) annotate(message, folder, io);
  }
}

/**
 * Writes a message as an annotation.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 *
 * @param folder what its file is named from, as seen from the repository's root
 */
export function annotate(message: ReportedMessage, folder: string, io: Io): void {
  const properties = [
    ["file", message.file && (folder === "" ? message.file : `${folder}/${message.file}`)],
    ["line", message.line],
    ["col", message.column],
    ["title", message.rule],
  ]
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = message.hint === null ? message.reason : `${message.reason}\n${message.hint}`;
  io.stdout.write(`::${commands[message.severity]} ${properties.join(",")}::${escapeData(text)}\n`);
}

const commands = {
  error: "error",
  warning: "warning",
  info: "notice",
} as const satisfies Record<Severity, string>;

// The runner's own escapes; it knows no others.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
