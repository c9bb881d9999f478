import pico from "picocolors";
import { generate } from "../../generate.ts";
import { readLedger } from "../../ledger/ledger-file.ts";
import type { Store } from "../../store/store.ts";
import { planFiles } from "../../write/files.ts";
import type { Arguments } from "../arguments.ts";
import { planLedger, toReportedLedger } from "../build/ledger-plan.ts";
import type { ExitCode } from "../command.ts";
import { type BuiltSite, toBuiltSite } from "../diff/built-site.ts";
import { compareWith } from "../diff/compare-all.ts";
import { comparePresent } from "../diff/compare-built.ts";
import type { NamedComparison } from "../diff/describe-change.ts";
import { toPlainComparisons } from "../diff/diff-json.ts";
import { toDiffMarkdown } from "../diff/diff-markdown.ts";
import { toDiffText } from "../diff/diff-text.ts";
import { mergeEqual } from "../diff/merge-equal.ts";
import type { Io } from "../io.ts";
import { explain, isSound } from "../judge.ts";
import { toManner } from "../manner.ts";
import { type Outcome, toOutcome } from "../outcome.ts";
import type { Manner, SubscribersView } from "../reporters/report.ts";
import { chooseReporter, reporters } from "../reporters/reporter.ts";
import { type Settings, settle } from "../settings.ts";
import { withStore } from "../with-store.ts";
import { findReasons } from "./find-reasons.ts";

/**
 * `feedwright check`: builds in memory, and tells for what a site should not be published as it is,
 * and what its subscribers would see. Writes nothing.
 */
export async function check(args: Arguments, io: Io): Promise<ExitCode> {
  const reporter = chooseReporter(args.values.reporter, io);
  const settings: Settings = { ...(await settle(args, io)), mode: "check" };
  const { outcome, comparisons, reason } = await withStore(settings.store, io, (store) => {
    return checkSite({ settings, store, io, since: args.values.since });
  });
  const manner = toManner(args, settings, io);
  if (reporter === "text") tellText(comparisons, manner, io);
  const report = await reporters[reporter]();
  report(outcome, io, { ...manner, subscribers: await toView(comparisons) });
  if (!outcome.ok && reason !== undefined) io.stderr.write(`feedwright: ${reason}\n`);
  return outcome.ok ? 0 : 1;
}

interface Check {
  readonly settings: Settings;
  readonly store: Store;
  readonly io: Io;
  /** What to compare with; undefined for what stands in the output folder. */
  readonly since: string | undefined;
}

interface Found {
  readonly outcome: Outcome;
  readonly comparisons: readonly NamedComparison[];
  /** What is to be done about the articles; undefined where nothing is. */
  readonly reason: string | undefined;
}

async function checkSite({ settings, store, io, since }: Check): Promise<Found> {
  const { config, ledger: path } = settings;
  const ledger = path === undefined ? undefined : await readLedger(path);
  const result = await generate(config, settings.run, { store, ledger });
  const isGood = result.outputs.length > 0;
  const plans = isGood ? await planFiles(config.out, result.outputs, new Map()) : [];
  const comparisons = isGood ? await compare(toBuiltSite(result.outputs, config), since, io) : [];
  const reasons = isGood ? await findReasons({ settings, result, ledger, plans, comparisons }) : [];
  const ok = isSound(result, settings) && reasons.length === 0;
  const plan = planLedger(ledger, result, settings);
  const outcome = toOutcome(result, plans, {
    settings,
    ok,
    cache: store.counts(),
    ledger: toReportedLedger(plan, undefined),
  });
  const messages = [...outcome.messages, ...reasons];
  const subscribers = toPlainComparisons(comparisons);
  return {
    outcome: { ...outcome, messages, subscribers },
    comparisons,
    reason: explain(outcome, settings),
  };
}

async function compare(
  built: BuiltSite,
  since: string | undefined,
  io: Io,
): Promise<readonly NamedComparison[]> {
  const comparisons =
    since === undefined ? await comparePresent(built, io) : await compareWith(since, built, io);
  return mergeEqual(comparisons);
}

function tellText(comparisons: readonly NamedComparison[], manner: Manner, io: Io): void {
  const colors = pico.createColors(manner.color);
  const isShown = ({ comparison }: NamedComparison) => {
    return !manner.quiet && comparison.changes.length > 0;
  };
  for (const line of comparisons.filter(isShown).flatMap((one) => toDiffText(one, colors))) {
    io.stderr.write(`${line}\n`);
  }
}

async function toView(
  comparisons: readonly NamedComparison[],
): Promise<SubscribersView | undefined> {
  if (comparisons.length === 0) return undefined;
  const counts = comparisons.map(({ comparison }) => {
    return comparison.changes.filter(({ kind }) => kind === "new").length;
  });
  return { newItems: Math.max(...counts), markdown: await toDiffMarkdown(comparisons) };
}
