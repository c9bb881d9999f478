import { basename } from "node:path";
import type { Result } from "../../generate.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { commitLedger, stageLedger } from "../../ledger/ledger-file.ts";
import { discardFile } from "../../whole-file.ts";
import { type FilePlan, type WrittenFile, writeFiles } from "../../write/files.ts";
import type { Outcome } from "../outcome.ts";
import type { Settings } from "../settings.ts";

/** What becomes of the ledger. */
export interface LedgerPlan {
  readonly path: string;
  readonly ledger: Ledger;
  readonly change: FilePlan["change"];
}

/** Compares the ledger of a run with the one before it. */
export function planLedger(
  known: Ledger | undefined,
  { ledger }: Result,
  { ledger: path }: Settings,
): LedgerPlan | undefined {
  if (path === undefined || !ledger) return undefined;
  return { path, ledger, change: ledger === known ? "none" : "write" };
}

/**
 * Writes feeds and ledger. Never is there a feed with ids that the ledger does not know: it takes its
 * name before the feeds, when all of them are there.
 *
 * @throws UsageError that says what the system would not do.
 */
export async function writeAll(
  plans: readonly FilePlan[],
  ledger: LedgerPlan | undefined,
  { config }: Settings,
): Promise<ReadonlyMap<string, WrittenFile>> {
  const staged =
    ledger?.change === "write" ? await stageLedger(ledger.path, ledger.ledger) : undefined;
  try {
    return await writeFiles(config.out, plans, async () => {
      if (staged) await commitLedger(staged);
    });
  } finally {
    if (staged) await discardFile(staged);
  }
}

/** What became of the ledger, as the report tells it. */
export function toReportedLedger(
  plan: LedgerPlan | undefined,
  written: ReadonlyMap<string, WrittenFile> | undefined,
): Outcome["ledger"] {
  if (!plan) return null;
  const status = written ? "written" : "would-write";
  return {
    path: basename(plan.path),
    articles: plan.ledger.entries.size,
    status: plan.change === "none" ? "unchanged" : status,
  };
}

/** Whether there is a ledger already: a site without one does not miss it. */
export function isKept(ledger: Ledger | undefined): boolean {
  return ledger !== undefined && ledger.entries.size > 0;
}
