import { ConfigError, UsageError } from "../config/errors.ts";
import { LedgerError } from "../ledger/ledger-error.ts";
import type { Io } from "./io.ts";
import type { Outcome, ReportedMessage } from "./outcome.ts";
import { tellGithub } from "./reporters/github.ts";
import { reportJson } from "./reporters/json.ts";
import type { Manner } from "./reporters/report.ts";
import { chooseReporter } from "./reporters/reporter.ts";
import { reportSarif } from "./reporters/sarif.ts";

/**
 * Tells why a run came to nothing: a sentence on stderr for people, and for programs a report with
 * nothing but that. Our own mistakes keep their stack: it is what a report to us needs.
 *
 * @param asked the reporter that was asked for
 */
export function reportFailure(error: unknown, io: Io, asked: string | undefined): void {
  const outcome = { ...nothingDone, messages: toMessages(error) };
  if (error instanceof UsageError) {
    for (const line of error.message.split("\n")) io.stderr.write(`feedwright: ${line}\n`);
  } else {
    const stack = error instanceof Error ? error.stack : String(error);
    io.stderr.write(`feedwright crashed; please report this:\n${stack}\n`);
  }
  if (isAsked("json", asked, io)) reportJson(outcome, io);
  if (isAsked("sarif", asked, io)) reportSarif(outcome, io, manner);
  if (isAsked("github", asked, io)) tellGithub(outcome, io, manner);
}

// The name itself may be what is wrong.
function isAsked(name: string, asked: string | undefined, io: Io): boolean {
  try {
    return chooseReporter(asked, io) === name;
  } catch {
    return false;
  }
}

function toMessages(error: unknown): readonly ReportedMessage[] {
  if (error instanceof ConfigError) {
    return error.mistakes.map(({ reason, line = null, column = null }) => {
      return { ...message("config", reason), file: error.file, line, column };
    });
  }
  if (error instanceof LedgerError) {
    return error.mistakes.map(({ reason, line = null, column = null }) => {
      const { file, hint } = error;
      return { ...message("ledger", reason), file, line, column, hint };
    });
  }
  if (error instanceof UsageError) return [message("usage", error.message)];
  return [message("crash", error instanceof Error ? error.message : String(error))];
}

function message(rule: string, reason: string): ReportedMessage {
  return { file: "", line: null, column: null, severity: "error", rule, reason, hint: null };
}

// The files of a config's mistakes are named from where the command was given.
const manner = {
  quiet: false,
  verbose: false,
  color: false,
  folder: "",
  out: "",
  timezone: "UTC",
} as const satisfies Manner;

const nothingDone = {
  version: 1,
  ok: false,
  convention: null,
  feeds: [],
  ledger: null,
  statuses: {},
  articles: [],
  messages: [],
  timings: { discover: 0, read: 0, render: 0, compose: 0, write: 0 },
  cache: { hits: 0, misses: 0 },
} as const satisfies Outcome;
