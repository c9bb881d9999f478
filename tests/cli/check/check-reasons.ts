import type { ExitCode } from "../../../src/cli/command.ts";
import type { ReportedMessage } from "../../../src/cli/outcome.ts";
import { runIn } from "../../support/run-feedwright.ts";

/** What a check found. */
interface Reasons {
  readonly code: ExitCode;
  /** A line each: `file rule: reason`. */
  readonly reasons: readonly string[];
  readonly stderr: string;
}

/** Checks a site, and tells for what it should not be published. */
export async function checkReasons(folder: string, ...flags: readonly string[]): Promise<Reasons> {
  const { code, stdout, stderr } = await runIn(folder, ["check", "--reporter", "json", ...flags]);
  const messages: readonly ReportedMessage[] = JSON.parse(stdout).messages;
  const reasons = messages.map(({ file, rule, reason }) =>
    `${file} ${rule}: ${reason}`.trimStart(),
  );
  return { code, reasons, stderr };
}

/** What is found where all is well. */
export const good: Reasons = { code: 0, reasons: [], stderr: "" };

/** What is found where there are reasons. */
export function bad(...reasons: readonly string[]): Reasons {
  return { code: 1, reasons, stderr: "" };
}

/** The reason for files that a build would write, as a sentence lists them. */
export function outdated(names: string): string {
  const them = names.includes(" ") ? "them" : "it";
  return `out-of-date: Expected ${names.replace(/[\w.]+\.\w+/g, "`$&`")} as a build would write ${them}`;
}

/** The reason for an entry that would be gone. */
export function vanished(title: string): string {
  return `vanished: Expected \`${title}\` to stay in the feed as long as older articles do`;
}

/** The reason for an article that would have the second address for an id instead of the first. */
export function again(title: string, from: string, to: string): string {
  return `delivered-again: Expected \`${title}\` under the id that subscribers know, \`https://example.com/${from}/\`, not \`https://example.com/${to}/\`: it would be delivered again`;
}
