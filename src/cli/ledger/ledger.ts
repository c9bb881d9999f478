import { UsageError } from "../../config/errors.ts";
import { quote } from "../../message.ts";
import type { Arguments } from "../arguments.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { checkLedger } from "./check.ts";
import { linkArticles } from "./link.ts";
import { findPlace, type Place } from "./place.ts";
import { repair } from "./repair.ts";

/** `feedwright ledger check|repair|link OLD NEW`: what is remembered of articles, and its repair. */
export async function ledger(args: Arguments, io: Io): Promise<ExitCode> {
  const [name, ...words] = args.operands;
  const subcommand = subcommands.get(name ?? "");
  if (!subcommand) throw toUnknownError(name);
  if (words.length !== subcommand.operands.length) throw toCountError(`${name}`, words);
  return await subcommand.run(await findPlace(args, io), words, io);
}

interface Subcommand {
  readonly operands: readonly string[];
  readonly run: (place: Place, words: readonly string[], io: Io) => Promise<ExitCode>;
}

const subcommands: ReadonlyMap<string, Subcommand> = new Map([
  ["check", { operands: [], run: (place, _, io) => checkLedger(place, io) }],
  ["repair", { operands: [], run: (place, _, io) => repair(place, io) }],
  ["link", { operands: ["OLD", "NEW"], run: linkArticles }],
]);

function toUnknownError(name: string | undefined): UsageError {
  const found = name === undefined ? "nothing" : quote(name);
  return new UsageError(
    `Expected \`check\`, \`repair\` or \`link OLD NEW\` after \`feedwright ledger\`, not ${found}`,
  );
}

function toCountError(name: string, words: readonly string[]): UsageError {
  const found = words.length === 0 ? "nothing" : words.map(quote).join(", ");
  const what = name === "link" ? "the old name and the new one" : "nothing";
  return new UsageError(`Expected ${what} after \`feedwright ledger ${name}\`, not ${found}`);
}
