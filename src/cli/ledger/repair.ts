import { basename } from "node:path";
import { UsageError } from "../../config/errors.ts";
import { emptyLedger, type Ledger, toLedger } from "../../ledger/ledger.ts";
import { readLedgerText, saveLedger } from "../../ledger/ledger-file.ts";
import { findLost } from "../../ledger/lost-lines.ts";
import { parseLedger } from "../../ledger/parse-ledger.ts";
import { type Repaired, repairLedger, sourcesIn } from "../../ledger/repair-ledger.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { isThere, type Place } from "./place.ts";
import { tell } from "./tell.ts";

/**
 * `feedwright ledger repair`: makes the ledger good again, and tells each step. Lines that the last
 * commit has and the ledger has lost are taken back.
 */
export async function repair(place: Place, io: Io): Promise<ExitCode> {
  const name = basename(place.ledger);
  const text = await readLedgerText(place.ledger);
  const { ledger, steps } = await mend(place, text, name);
  const lost = await findLost(place.ledger, ledger);
  const whole = toLedger([...ledger.entries.values(), ...lost]);
  requireSomething(whole, text, name);
  await saveLedger(place.ledger, whole);
  const back = lost.map(({ source }) => `the line of \`${source}\` is back from the last commit`);
  const done = [...steps, ...back].map((step) => `${name}: ${step}`);
  const { size } = whole.entries;
  tell(io, [...done, `${name} is good: ${size === 1 ? "1 article" : `${size} articles`}`]);
  if (done.length > 0) tell(io, ["Look at the changes with `git diff`, and commit them"]);
  return 0;
}

async function mend(place: Place, text: string | undefined, name: string): Promise<Repaired> {
  if (text === undefined) return { ledger: emptyLedger, steps: [] };
  return repairLedger(text, await findPresent(place, text), name);
}

// A ledger without a line forgets every id: that is no repair.
function requireSomething({ entries }: Ledger, text: string | undefined, name: string): void {
  if (entries.size > 0 || (text !== undefined && isEmptyLedger(text))) return;
  throw new UsageError(
    text === undefined
      ? `Expected a ledger to repair, but there is no ${name}`
      : `Expected a line that can be read in ${name}, and found none: take the last good file from git, or remove it to begin anew`,
  );
}

function isEmptyLedger(text: string): boolean {
  try {
    return parseLedger(text, "").entries.size === 0;
  } catch {
    return false;
  }
}

async function findPresent(place: Place, text: string): Promise<ReadonlySet<string>> {
  const sources = sourcesIn(text);
  const isPresent = await Promise.all(sources.map((source) => isThere(place, source)));
  return new Set(sources.filter((_, index) => isPresent[index]));
}
