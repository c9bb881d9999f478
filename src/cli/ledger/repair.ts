import { basename } from "node:path";
import { UsageError } from "../../config/errors.ts";
import { emptyLedger, toLedger } from "../../ledger/ledger.ts";
import { readLedgerText, saveLedger } from "../../ledger/ledger-file.ts";
import { findLost } from "../../ledger/lost-lines.ts";
import { repairLedger, sourcesIn } from "../../ledger/repair-ledger.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { isThere, type Place } from "./place.ts";
import { tell } from "./tell.ts";

/** `feedwright ledger repair`: makes the ledger good again, and tells each step. */
export async function repair(place: Place, io: Io): Promise<ExitCode> {
  const name = basename(place.ledger);
  const text = await readLedgerText(place.ledger);
  const { ledger, steps } =
    text === undefined
      ? { ledger: emptyLedger, steps: [] }
      : repairLedger(text, await findPresent(place, text), name);
  const lost = await findLost(place.ledger, ledger);
  if (text === undefined && lost.length === 0) {
    throw new UsageError(`Expected a ledger to repair, but there is no ${name}`);
  }
  const whole = toLedger([...ledger.entries.values(), ...lost]);
  await saveLedger(place.ledger, whole);
  const { size } = whole.entries;
  tell(
    io,
    [
      ...steps,
      ...lost.map(({ source }) => `the line of \`${source}\` is back from the last commit`),
    ].map((step) => `${name}: ${step}`),
  );
  tell(io, [`${name} is good: ${size === 1 ? "1 article" : `${size} articles`}`]);
  if (steps.length + lost.length > 0)
    tell(io, ["Look at the changes with `git diff`, and commit them"]);
  return 0;
}

async function findPresent(place: Place, text: string): Promise<ReadonlySet<string>> {
  const sources = sourcesIn(text);
  const isPresent = await Promise.all(sources.map((source) => isThere(place, source)));
  return new Set(sources.filter((_, index) => isPresent[index]));
}
