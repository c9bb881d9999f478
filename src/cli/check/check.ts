import pico from "picocolors";
import type { Result } from "../../generate.ts";
import { emptyLedger, type Ledger } from "../../ledger/ledger.ts";
import { readCommitted } from "../../ledger/lost-lines.ts";
import type { Store } from "../../store/store.ts";
import type { FilePlan } from "../../write/files.ts";
import type { Arguments } from "../arguments.ts";
import { planLedger, toReportedLedger } from "../build/ledger-plan.ts";
import type { ExitCode } from "../command.ts";
import { toBuiltSite } from "../diff/built-site.ts";
import { compareWith } from "../diff/compare-all.ts";
import { comparePresent } from "../diff/compare-built.ts";
import type { NamedComparison } from "../diff/describe-change.ts";
import { toPlainComparisons } from "../diff/diff-json.ts";
import { toDiffMarkdown } from "../diff/diff-markdown.ts";
import { toDiffText } from "../diff/diff-text.ts";
import { mergeEqual } from "../diff/merge-equal.ts";
import { generateSite, planSite } from "../generate-site.ts";
import type { Io } from "../io.ts";
import { explain, isSound } from "../judge.ts";
import { toManner } from "../manner.ts";
import { type Outcome, toOutcome } from "../outcome.ts";
import type { Manner, SubscribersView } from "../reporters/report.ts";
import { chooseReporter, reporters } from "../reporters/reporter.ts";
import { toLine } from "../reporters/text.ts";
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
  if (reporter === "text") tellText(comparisons, args.values.since, { manner, io });
  const report = await reporters[reporter]();
  report(outcome, io, { ...manner, subscribers: await toView(comparisons, outcome) });
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
  const site = await generateSite({ settings, store, io });
  const { result, ledger } = site;
  const isGood = result.outputs.length > 0;
  const plans = await planSite(site, settings);
  const comparisons = await compare({ result, plans, settings, since }, io);
  const before = await readBefore(settings, since);
  const reasons = isGood
    ? findReasons({ settings, result, ledger, before, plans, comparisons })
    : [];
  const ok = isSound(result, settings) && reasons.length === 0;
  const plan = isGood ? planLedger(ledger, result, settings) : undefined;
  const outcome = toOutcome(result, plans, {
    settings,
    ok,
    cache: store.counts(),
    ledger: toReportedLedger(plan, undefined),
  });
  const messages = [...outcome.messages, ...reasons];
  const told = mergeEqual(comparisons);
  return {
    outcome: { ...outcome, messages, subscribers: toPlainComparisons(told) },
    comparisons: told,
    reason: explain(outcome, settings),
  };
}

interface Comparing extends Pick<Check, "settings" | "since"> {
  readonly result: Result;
  readonly plans: readonly FilePlan[];
}

// A feed that stays as it is on the disk tells its subscribers nothing.
async function compare(
  { result: { outputs }, plans, settings, since }: Comparing,
  io: Io,
): Promise<readonly NamedComparison[]> {
  const same = new Set(plans.flatMap(({ path, change }) => (change === "none" ? [path] : [])));
  const told = since === undefined ? outputs.filter(({ path }) => !same.has(path)) : outputs;
  const built = toBuiltSite(told, settings.config);
  if (!built) return [];
  return since === undefined
    ? await comparePresent(built, io)
    : await compareWith(since, built, io);
}

// What `--since` names may be no commit; then there is no ledger of it.
async function readBefore({ ledger }: Settings, since: string | undefined): Promise<Ledger> {
  const isNamed = ledger !== undefined && since !== undefined && !since.startsWith("-");
  return isNamed ? await readCommitted(ledger, since) : emptyLedger;
}

function tellText(
  comparisons: readonly NamedComparison[],
  since: string | undefined,
  { manner, io }: { readonly manner: Manner; readonly io: Io },
): void {
  const colors = pico.createColors(manner.color);
  const shown = comparisons.filter(({ comparison }) => comparison.changes.length > 0);
  if (manner.quiet || shown.length === 0) return;
  const when = since === undefined ? "the feeds in the output folder" : `\`${toLine(since)}\``;
  const lines = shown.flatMap((one) => toDiffText(one, colors));
  for (const line of [`What subscribers would see since ${when}:`, "", ...lines]) {
    io.stderr.write(`${line}\n`);
  }
}

async function toView(
  comparisons: readonly NamedComparison[],
  { feeds }: Outcome,
): Promise<SubscribersView | undefined> {
  // What is as it was on the disk needs no comparison to tell that nothing is new.
  const isSame = feeds.some(({ status }) => status === "unchanged");
  if (comparisons.length === 0) return isSame ? { newItems: 0, markdown: "" } : undefined;
  const counts = comparisons.map(({ comparison }) => {
    return comparison.changes.filter(({ kind }) => kind === "new").length;
  });
  return { newItems: Math.max(...counts), markdown: await toDiffMarkdown(comparisons) };
}
