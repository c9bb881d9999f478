import { UsageError } from "../../config/errors.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { readLedger, saveLedger } from "../../ledger/ledger-file.ts";
import { linkLine } from "../../ledger/link-line.ts";
import { quote } from "../../message.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { isThere, type Place, toSource } from "./place.ts";
import { tell } from "./tell.ts";

/**
 * `feedwright ledger link OLD NEW`: the article NEW is the one that was OLD, whose file is gone.
 * Names are meant from the content folder, or from where the command is given.
 */
export async function linkArticles(
  place: Place,
  [old = "", renamed = ""]: readonly string[],
  io: Io,
): Promise<ExitCode> {
  const ledger = await readLedger(place.ledger);
  const from = findOld(ledger, place, old);
  const to = await findNew(place, renamed);
  const { ledger: linked, moved, dropped } = linkLine(ledger, from, to);
  if (await isThere(place, from)) {
    const hint = "remove it first, or give it an `id` of its own";
    throw new UsageError(`Expected an article whose file is gone, not ${quote(from)}; ${hint}`);
  }
  await saveLedger(place.ledger, linked);
  tell(io, [
    `${quote(to)} is the article that was ${quote(from)}; its id stays ${quote(moved.id)}`,
  ]);
  tell(io, ["Run `feedwright build`, so that the feeds have it"]);
  if (dropped) tell(io, [`The id ${quote(dropped.id)}, which it had for a while, is no more`]);
  return 0;
}

function findOld({ entries }: Ledger, place: Place, word: string): string {
  if (entries.has(word)) return word;
  const source = toSource(place, word);
  return source !== undefined && entries.has(source) ? source : word;
}

async function findNew(place: Place, word: string): Promise<string> {
  const below = toSource({ ...place, cwd: place.content }, word);
  for (const source of [below, toSource(place, word)]) {
    if (source !== undefined && (await isThere(place, source))) return source;
  }
  throw new UsageError(`Expected a file of the content folder, not ${quote(word)}`);
}
