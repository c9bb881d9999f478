import { randomUUID } from "node:crypto";
import type { Io } from "../io.ts";
import type { Outcome } from "../outcome.ts";
import { appendToActionsFile } from "./actions-file.ts";
import type { Manner } from "./report.ts";
import type { NameFile } from "./repository-path.ts";

/** What a run gives to later steps, by the names of the action's outputs. */
export type ActionOutputs = Readonly<Record<string, string>>;

/**
 * The outputs of a run: `changed` (whether a feed, or a file beside
 * the feeds, is another one now, or would be), `new-items` (how
 * many articles subscribers will see for the first time; only where the feeds were compared),
 * `errors` (how many), `feeds` (the paths of the feeds that stand after the run, a line each).
 *
 * @param nameFeed names a feed from the repository's root
 */
export function toActionOutputs(
  { feeds, messages }: Outcome,
  { subscribers }: Manner,
  nameFeed: NameFile,
): ActionOutputs {
  const standing = feeds.filter(({ format, status }) => {
    return format !== null && !status.includes("remove");
  });
  return {
    changed: String(feeds.some(({ status }) => status !== "unchanged")),
    ...(subscribers ? { "new-items": String(subscribers.newItems) } : {}),
    errors: String(messages.filter(({ severity }) => severity === "error").length),
    feeds: standing.map(({ path }) => nameFeed(path)).join("\n"),
  };
}

/**
 * Writes outputs where the runner takes them from.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-output-parameter
 */
export function writeActionOutputs(outputs: ActionOutputs, io: Io): void {
  const lines = Object.entries(outputs).map(([name, value]) => toAssignment(name, value));
  appendToActionsFile("GITHUB_OUTPUT", io, () => lines.join(""));
}

function toAssignment(name: string, value: string): string {
  if (!/[\r\n]/.test(value)) return `${name}=${value}\n`;
  // A file may have any name: nobody can know this line beforehand.
  const end = `end-${randomUUID()}`;
  return `${name}<<${end}\n${value}\n${end}\n`;
}
