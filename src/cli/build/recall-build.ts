import { resolve } from "node:path";
import type { Sources } from "../../discover/find-sources.ts";
import { stateOf } from "../../file-state.ts";
import { momentaryRules } from "../../ledger/findings.ts";
import { movedRule } from "../../select/folder-findings.ts";
import { DamagedError } from "../../store/damaged-error.ts";
import { printOf } from "../../store/fingerprint.ts";
import { keepRun, type RunFacts, recallRun } from "../../store/last-run.ts";
import type { WrittenFile } from "../../write/files.ts";
import type { ExitCode } from "../command.ts";
import type { Outcome } from "../outcome.ts";
import type { Settings } from "../settings.ts";

/** How a build ended. */
export interface BuildEnd {
  readonly outcome: Outcome;
  readonly code: ExitCode;
}

/**
 * The end of a build where nothing has changed since the last one, which ended well: without reading
 * an article. Of the articles nothing is told.
 */
export function recallBuild(settings: Settings, sources: Sources): BuildEnd | undefined {
  const facts = toFacts(settings, sources);
  try {
    const report = facts && recallRun(facts);
    return isReport(report) ? { outcome: report, code: 0 } : undefined;
  } catch (error) {
    // The run itself finds what is damaged, and tells it.
    if (error instanceof DamagedError) return undefined;
    throw error;
  }
}

/** What there is to remember of a build that ended well. */
interface Ended {
  readonly sources: Sources;
  readonly outcome: Outcome;
  readonly written: ReadonlyMap<string, WrittenFile>;
  /** The next moment at which the time of an article comes. */
  readonly until: Date | undefined;
}

/**
 * Remembers how a build ended.
 *
 * @throws the file system's error
 */
export async function keepBuild(
  settings: Settings,
  { sources, outcome, written, until }: Ended,
): Promise<void> {
  const facts = toFacts(settings, sources);
  if (!facts) return;
  const { misses, hits } = outcome.cache;
  const report: Outcome = {
    ...outcome,
    feeds: outcome.feeds
      .filter(({ status }) => status !== "removed")
      .map((feed) => ({ ...feed, status: "unchanged" })),
    ledger: outcome.ledger && { ...outcome.ledger, status: "unchanged" },
    // What is said of an article when its line changes is not said again, nor of a feed that moves.
    messages: outcome.messages.filter(({ rule }) => {
      return rule !== movedRule && !momentaryRules.has(rule ?? "");
    }),
    articles: [],
    timings: Object.fromEntries(Object.keys(outcome.timings).map((stage) => [stage, 0])),
    cache: { hits: hits + misses, misses: 0 },
  };
  await keepRun({ ...facts, until, written, report });
}

function toFacts(
  { store, config, run, maxWarnings, ledger }: Settings,
  sources: Sources,
): RunFacts | undefined {
  const { folder, readPrint, entryPrint } = store;
  // A podcast's files may change while its articles do not: its cover, its sounds.
  if (folder === undefined || entryPrint === undefined || config.podcast) return undefined;
  const { now, drafts, future, skipInvalid } = run;
  const { template } = config.companions;
  const print = printOf(readPrint, entryPrint, config.feed, config.companions, [
    template === undefined ? "" : stateOf(resolve(template.folder, template.path)),
    drafts,
    future,
    skipInvalid,
    maxWarnings,
    ledger === undefined ? "" : stateOf(ledger),
  ]);
  return { folder, out: config.out, print, sources, now };
}

// That it is whole, its digest says.
function isReport(value: unknown): value is Outcome {
  return typeof value === "object" && value !== null && "feeds" in value;
}
