import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { UsageError } from "../config/errors.ts";
import {
  commitFile,
  discardFile,
  removeLeftovers,
  type StagedFile,
  stageFile,
} from "../whole-file.ts";
import { emptyLedger, type Ledger } from "./ledger.ts";
import { LedgerError } from "./ledger-error.ts";
import { parseLedger } from "./parse-ledger.ts";
import { toPieces, writeLedger } from "./write-ledger.ts";

/**
 * Reads the ledger of a site; an empty one where there is none yet.
 *
 * @param path absolute
 * @throws LedgerError where it is damaged, too large, or cannot be read.
 */
export async function readLedger(path: string): Promise<Ledger> {
  const text = await readLedgerText(path);
  return text === undefined ? emptyLedger : parseLedger(text, basename(path));
}

/**
 * The text of a ledger; undefined where there is none.
 *
 * @throws LedgerError where it is too large or cannot be read.
 */
export async function readLedgerText(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw refusal(path, `at most 256 MiB, not ${size} bytes`);
    return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    if (error instanceof LedgerError || !isSystemError(error)) throw error;
    if (error.code === "ENOENT") return undefined;
    throw refusal(path, `a file that can be read (${error.code})`);
  }
}

/**
 * Puts a ledger beside its file, ready to take its name. A run stages ledger and feeds, commits the
 * ledger, and then the feeds: killed in between, it leaves a ledger that knows more ids than the
 * feeds have, which the next run makes good, and never a feed with ids that nobody knows. Where the
 * ledger cannot be written, neither are the feeds.
 *
 * @returns undefined where the file has that text already.
 * @throws UsageError where it cannot be written; nothing is left behind then.
 */
export async function stageLedger(path: string, ledger: Ledger): Promise<StagedFile | undefined> {
  const before = await readFile(path, "utf8").catch(() => undefined);
  // Whole only where there is one to compare it with.
  const text = before === undefined ? undefined : writeLedger(ledger);
  const isThere = text === undefined ? ledger.entries.size === 0 : text === before;
  if (isThere) return undefined;
  return await orRefuse(path, async () => {
    await removeLeftovers([path]);
    return await stageFile(path, text === undefined ? toPieces(ledger) : [text]);
  });
}

/**
 * Gives a staged ledger its name.
 *
 * @throws UsageError where that cannot be; nothing is left behind then.
 */
export async function commitLedger(file: StagedFile): Promise<void> {
  await orRefuse(file.target, () => commitFile(file));
}

/** Writes a ledger, whole or not at all. */
export async function saveLedger(path: string, ledger: Ledger): Promise<void> {
  const staged = await stageLedger(path, ledger);
  if (!staged) return;
  await commitLedger(staged).finally(() => discardFile(staged));
}

const mostBytes = 256 * 1024 * 1024;

function refusal(path: string, what: string): LedgerError {
  const hint = "Look at the file: without it articles would be delivered again";
  return new LedgerError(basename(path), [{ reason: `Expected ${what}` }], hint);
}

async function orRefuse<Value>(path: string, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    const sentence = `Expected a ledger that can be written (${cause.code}), and wrote nothing`;
    throw new UsageError(`${sentence}: ${basename(path)}`, { cause });
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error;
}
