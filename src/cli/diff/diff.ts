import pico from "picocolors";
import type { Arguments } from "../arguments.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { chooseReporter, type ReporterName, refuseReporter } from "../reporters/reporter.ts";
import { compareAll } from "./compare-all.ts";
import { groupChanges, type NamedComparison } from "./describe-change.ts";
import { toDiffJson } from "./diff-json.ts";
import { toDiffMarkdown } from "./diff-markdown.ts";
import { toDiffText } from "./diff-text.ts";
import { mergeEqual } from "./merge-equal.ts";

/**
 * `feedwright diff OLD [NEW]`: what subscribers see between two feeds, on stdout. A difference is no
 * failure: it is `check` that judges.
 */
export async function diff(args: Arguments, io: Io): Promise<ExitCode> {
  const write = writers[chooseReporter(args.values.reporter, io)];
  const comparisons = await compareAll(args, io);
  if (comparisons === undefined) {
    io.stderr.write("feedwright: an article is invalid; `feedwright list` tells which\n");
    return 1;
  }
  io.stdout.write(await write(mergeEqual(comparisons), args, io));
  return 0;
}

type Write = (
  comparisons: readonly NamedComparison[],
  args: Arguments,
  io: Io,
) => string | Promise<string>;

const writers = {
  text: writeText,
  json: toDiffJson,
  github: toDiffMarkdown,
  sarif: () => refuseReporter("diff"),
} as const satisfies Record<ReporterName, Write>;

function writeText(comparisons: readonly NamedComparison[], args: Arguments, io: Io): string {
  const { switches } = args;
  const { NO_COLOR, FORCE_COLOR } = io.env;
  const isWanted = FORCE_COLOR ? FORCE_COLOR !== "0" : io.stdout.isTTY === true;
  const colors = pico.createColors(isWanted && !NO_COLOR && !switches.has("no-color"));
  return comparisons
    .filter((one) => !switches.has("quiet") || isAlarming(one))
    .flatMap((one) => toDiffText(one, colors))
    .map((line) => `${line}\n`)
    .join("");
}

function isAlarming({ comparison }: NamedComparison): boolean {
  const groups = groupChanges(comparison);
  return groups.has("delivered-again") || groups.has("removed");
}
