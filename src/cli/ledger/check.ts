import { basename } from "node:path";
import { emptyLedger } from "../../ledger/ledger.ts";
import { LedgerError } from "../../ledger/ledger-error.ts";
import { readLedgerText } from "../../ledger/ledger-file.ts";
import { requireWhole } from "../../ledger/lost-lines.ts";
import { parseLedger } from "../../ledger/parse-ledger.ts";
import { writeLedger } from "../../ledger/write-ledger.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import type { Place } from "./place.ts";
import { tell } from "./tell.ts";

/** `feedwright ledger check`: whether the ledger can be relied upon; 1 where it cannot. */
export async function checkLedger(place: Place, io: Io): Promise<ExitCode> {
  try {
    tell(io, await describe(place.ledger));
    return 0;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    tell(io, error.message.split("\n"));
    return 1;
  }
}

async function describe(path: string): Promise<readonly string[]> {
  const name = basename(path);
  const text = await readLedgerText(path);
  if (text === undefined) {
    await requireWhole(path, emptyLedger);
    return [`There is no ${name} yet; \`feedwright build\` writes it`];
  }
  const ledger = parseLedger(text, name);
  await requireWhole(path, ledger);
  const { size } = ledger.entries;
  const good = `${name} is good: ${size === 1 ? "1 article" : `${size} articles`}`;
  const isAsWritten = writeLedger(ledger) === text;
  return isAsWritten
    ? [good]
    : [
        good,
        "Its lines are not as feedwright writes them; `feedwright ledger repair` puts them in order",
      ];
}
