import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { askGit, blobIdOf } from "../git.ts";
import { quote } from "../message.ts";
import { emptyLedger, type Ledger, type LedgerEntry } from "./ledger.ts";
import { LedgerError } from "./ledger-error.ts";
import { parseLedger } from "./parse-ledger.ts";

/**
 * Makes sure that no line is lost which the last commit has: its article would get a new id. A line
 * whose article has another one now is none: `ledger link` and `adopt` said so.
 *
 * @param path the ledger, absolute
 * @throws LedgerError that names them.
 */
export async function requireWhole(path: string, ledger: Ledger): Promise<void> {
  const lost = await findLost(path, ledger);
  const [first, ...others] = lost;
  if (!first) return;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const reason = `Expected the line of ${quote(first.source)}${more}, which the last commit has: readers know the article as ${quote(first.id)}`;
  throw new LedgerError(
    basename(path),
    [{ reason }],
    "Run `feedwright ledger repair`, which takes it back; to deliver the article again on purpose, commit the ledger without it",
  );
}

/** The lines of the last commit that are not there any more; none where git knows of no ledger. */
export async function findLost(path: string, ledger: Ledger): Promise<readonly LedgerEntry[]> {
  const committed = await readCommitted(path);
  const ids = new Set([...ledger.entries.values()].map(({ id }) => id));
  return [...committed.entries.values()].filter(({ id, source }) => {
    return !ids.has(id) && !ledger.entries.has(source);
  });
}

/**
 * The ledger as a commit has it.
 *
 * @param commit a name that is no option; the last commit without one
 * @returns an empty one where there is none, or it is the very file that is there
 */
export async function readCommitted(path: string, commit = "HEAD"): Promise<Ledger> {
  const folder = dirname(path);
  const object = `${commit}:./${basename(path)}`;
  const id = await askGit(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", object);
  if (id === undefined || (await isBlob(path, id.trim()))) return emptyLedger;
  const text = await askGit(folder, "cat-file", "blob", id.trim());
  try {
    return text === undefined ? emptyLedger : parseLedger(text, basename(path));
  } catch (error) {
    // What was damaged then says nothing of now.
    if (error instanceof LedgerError) return emptyLedger;
    throw error;
  }
}

async function isBlob(path: string, id: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes !== undefined && blobIdOf(bytes, id.length) === id;
}
