import { type Adopted, fillLedger, toAdopted } from "../../adopt/adopted.ts";
import { UsageError } from "../../config/errors.ts";
import { survey } from "../../generate.ts";
import { readLedger, saveLedger } from "../../ledger/ledger-file.ts";
import type { Arguments } from "../arguments.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { chooseReporter, type ReporterName, refuseReporter } from "../reporters/reporter.ts";
import { type Settings, settle } from "../settings.ts";
import { type AdoptedFeed, matchAll } from "./match-all.ts";
import type { AdoptionReport } from "./report.ts";
import { reportAdoptionJson } from "./report-json.ts";
import { reportAdoptionText } from "./report-text.ts";

/**
 * `feedwright adopt FEED…`: takes the ids and dates of the feeds that a site publishes over into its
 * ledger, so that whoever reads them sees nothing again.
 */
export async function adopt(args: Arguments, io: Io): Promise<ExitCode> {
  const report = adoptionReporters[chooseReporter(args.values.reporter, io)];
  const settings = await settle(args, io, standIn);
  const { decisions } = await survey(settings.config, settings.run);
  const feeds = await matchAll(args.operands, decisions, io.cwd);
  const adopted = toAdopted(feeds);
  const path = requireLedger(settings);
  const filled = fillLedger(await readLedger(path), adopted);
  const isWritten = settings.mode === "write" && adopted.length > 0;
  if (isWritten) await saveLedger(path, filled.ledger);
  const ok = isComplete(feeds, adopted, filled.refused.length);
  report({ feeds, adopted, ...filled, isWritten, ok }, args, io);
  return ok ? 0 : 1;
}

// No feed is written.
const standIn = { site: { title: "Untitled" } };

const adoptionReporters = {
  text: reportAdoptionText,
  json: reportAdoptionJson,
  github: reportAdoptionText,
  sarif: () => refuseReporter("adopt"),
} as const satisfies Record<ReporterName, AdoptionReport>;

function requireLedger({ ledger }: Settings): string {
  if (ledger !== undefined) return ledger;
  throw new UsageError("Expected a ledger to take the ids into, not `ledger: false` in the config");
}

// An entry without an article may be delivered again.
function isComplete(
  feeds: readonly AdoptedFeed[],
  adopted: readonly Adopted[],
  refused: number,
): boolean {
  return adopted.length > 0 && refused === 0 && feeds.every(({ items }) => items.length === 0);
}
