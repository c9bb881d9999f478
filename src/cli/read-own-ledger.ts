import type { Ledger } from "../ledger/ledger.ts";
import { readLedger } from "../ledger/ledger-file.ts";
import { requireWhole } from "../ledger/lost-lines.ts";
import type { Settings } from "./settings.ts";

/**
 * The ledger of a site, whole; undefined where the site does without.
 *
 * @throws LedgerError where it is damaged, or has lost a line that the last commit has.
 */
export async function readOwnLedger({ ledger: path }: Settings): Promise<Ledger | undefined> {
  if (path === undefined) return undefined;
  const ledger = await readLedger(path);
  await requireWhole(path, ledger);
  return ledger;
}
