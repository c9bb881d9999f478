import type { Severity } from "../../message.ts";
import type { Io } from "../io.ts";
import type { Outcome, ReportedMessage } from "../outcome.ts";
import { appendToActionsFile } from "./actions-file.ts";
import { toActionOutputs, writeActionOutputs } from "./github-outputs.ts";
import { composeSummary } from "./github-summary.ts";
import type { Manner } from "./report.ts";
import { type NameFile, nameFromRoot } from "./repository-path.ts";
import { reportText } from "./text.ts";

/**
 * The report for GitHub Actions: annotations, a summary on the run's page and outputs for later
 * steps, and the text for people.
 */
export function reportGithub(outcome: Outcome, io: Io, manner: Manner): void {
  tellGithub(outcome, io, manner);
  reportText(outcome, disarm(io), { ...manner, color: false });
}

/** What GitHub Actions is told of a run, without the text for people. */
export function tellGithub(outcome: Outcome, io: Io, manner: Manner): void {
  annotateAll(outcome, io, manner);
  const nameFile = nameFromRoot(io, manner);
  appendToActionsFile("GITHUB_STEP_SUMMARY", io, (room) => {
    return composeSummary({ outcome, manner, nameFile }, room);
  });
  const nameFeed = nameFromRoot(io, { folder: manner.out });
  writeActionOutputs(toActionOutputs(outcome, manner, nameFeed), io);
}

/** Writes the messages of a run as annotations on stdout, which the runner reads. */
export function annotateAll(
  { messages }: Outcome,
  io: Io,
  manner: Pick<Manner, "verbose" | "folder">,
): void {
  const nameFile = nameFromRoot(io, manner);
  for (const message of messages) {
    if (message.severity === "info" && !manner.verbose) continue;
    io.stdout.write(`${toAnnotation(message, nameFile)}\n`);
  }
}

/**
 * A message as an annotation.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function toAnnotation(message: ReportedMessage, nameFile: NameFile): string {
  const properties = [
    ["file", message.file && nameFile(message.file)],
    ["line", message.line],
    ["col", message.column],
    ["title", message.rule],
  ]
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = message.hint === null ? message.reason : `${message.reason}\n${message.hint}`;
  return `::${commands[message.severity]} ${properties.join(",")}::${escapeData(text)}`;
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

/**
 * A world whose stderr gives the runner no commands, which it takes from there too: `::` at the
 * start of a line and `##[` anywhere, as a file's name or an article's text may have them.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function disarm(io: Io): Io {
  const write = (text: string) => {
    return io.stderr.write(text.replace(/^(\s*):(?=:)/gm, "$1: ").replaceAll("##[", "## ["));
  };
  return { ...io, stderr: { ...io.stderr, write } };
}
