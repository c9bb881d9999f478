import type { ExitCode } from "../../../src/cli/command.ts";
import type { ReportedMessage } from "../../../src/cli/outcome.ts";
import { runIn } from "../../support/run-feedwright.ts";

/** What a check found. */
interface Reasons {
  readonly code: ExitCode;
  /** A line each: `file rule: reason`. */
  readonly reasons: readonly string[];
}

/** Checks a site, and tells for what it should not be published. */
export async function checkReasons(folder: string, ...flags: readonly string[]): Promise<Reasons> {
  const { code, stdout } = await runIn(folder, ["check", "--reporter", "json", ...flags]);
  const messages: readonly ReportedMessage[] = JSON.parse(stdout).messages;
  const reasons = messages.map(({ file, rule, reason }) =>
    `${file} ${rule}: ${reason}`.trimStart(),
  );
  return { code, reasons };
}

/** The reason for a feed that a build would write. */
export function outdated(name: string): string {
  return `out-of-date: Expected the feed \`${name}\` as a build would write it`;
}

/** The reasons for all feeds of a site. */
export const outdatedFeeds = ["rss.xml", "atom.xml", "feed.json"].map(outdated);

/** The reason for a ledger that a build would write. */
export const outdatedLedger =
  "out-of-date: Expected the ledger `feeds.lock.json` as a build would write it";

/** The reason for an entry that would be gone. */
export function vanished(title: string): string {
  return `vanished: Expected \`${title}\` to stay in the feed as long as older articles do`;
}

/** The reason for an article that would have the second address for an id instead of the first. */
export function again(title: string, from: string, to: string): string {
  return `delivered-again: Expected \`${title}\` under the id that subscribers know, \`https://example.com/${from}/\`, not \`https://example.com/${to}/\`: it would be delivered again`;
}
