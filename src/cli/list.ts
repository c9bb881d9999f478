import { survey } from "../generate.ts";
import type { Arguments } from "./arguments.ts";
import type { ExitCode } from "./command.ts";
import type { Io } from "./io.ts";
import { explain, isSound } from "./judge.ts";
import { toManner } from "./manner.ts";
import { toOutcome } from "./outcome.ts";
import { readOwnLedger } from "./read-own-ledger.ts";
import { annotateAll } from "./reporters/github.ts";
import { reportJson } from "./reporters/json.ts";
import type { Report } from "./reporters/report.ts";
import { chooseReporter, type ReporterName } from "./reporters/reporter.ts";
import { reportSarif } from "./reporters/sarif.ts";
import { reportTable } from "./reporters/table.ts";
import { settle } from "./settings.ts";

/** `feedwright list`: every file with what became of it. Renders nothing, writes nothing. */
export async function list(args: Arguments, io: Io): Promise<ExitCode> {
  const report = listReporters[chooseReporter(args.values.reporter, io)];
  const settings = await settle(args, io, standIn);
  const ledger = await readOwnLedger(settings);
  const surveyed = await survey(settings.config, settings.run, { ledger });
  const ok = isSound(surveyed, settings);
  const nothing = { outputs: [], sideFiles: [], companions: [], entries: [], findings: [] };
  const outcome = toOutcome({ ...surveyed, ...nothing }, [], {
    settings,
    ok,
  });
  report(outcome, io, toManner(args, settings, io));
  if (!ok) io.stderr.write(`feedwright: ${explain(outcome, settings)}\n`);
  return ok ? 0 : 1;
}

// No feed will carry it.
const standIn = { site: { title: "Untitled" } };

const listReporters = {
  text: reportTable,
  json: reportJson,
  sarif: reportSarif,
  github: (outcome, io, manner) => {
    annotateAll(outcome, io, manner);
    reportTable(outcome, io, manner);
  },
} as const satisfies Record<ReporterName, Report>;
