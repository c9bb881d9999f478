import { basename } from "node:path";
import { UsageError } from "../../config/errors.ts";
import { readLedgerText, saveLedger } from "../../ledger/ledger-file.ts";
import { repairLedger, sourcesIn } from "../../ledger/repair-ledger.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { isThere, type Place } from "./place.ts";
import { tell } from "./tell.ts";

/** `feedwright ledger repair`: makes the ledger good again, and tells each step. */
export async function repair(place: Place, io: Io): Promise<ExitCode> {
  const name = basename(place.ledger);
  const text = await readLedgerText(place.ledger);
  if (text === undefined)
    throw new UsageError(`Expected a ledger to repair, but there is no ${name}`);
  const { ledger, steps } = repairLedger(text, await findPresent(place, text), name);
  await saveLedger(place.ledger, ledger);
  const { size } = ledger.entries;
  tell(
    io,
    steps.map((step) => `${name}: ${step}`),
  );
  tell(io, [`${name} is good: ${size === 1 ? "1 article" : `${size} articles`}`]);
  if (steps.length > 0) tell(io, ["Look at the changes with `git diff`, and commit them"]);
  return 0;
}

async function findPresent(place: Place, text: string): Promise<ReadonlySet<string>> {
  const sources = sourcesIn(text);
  const isPresent = await Promise.all(sources.map((source) => isThere(place, source)));
  return new Set(sources.filter((_, index) => isPresent[index]));
}
