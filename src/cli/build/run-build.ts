import type { Sources } from "../../discover/find-sources.ts";
import type { Result } from "../../generate.ts";
import { nextMoment } from "../../select/publishable.ts";
import { DamagedError } from "../../store/damaged-error.ts";
import type { Store } from "../../store/store.ts";
import { rememberWritten } from "../../store/written-files.ts";
import { measure } from "../../timings.ts";
import type { FilePlan, WrittenFile } from "../../write/files.ts";
import type { ExitCode } from "../command.ts";
import { generateSite, planSite } from "../generate-site.ts";
import type { Io } from "../io.ts";
import { isSound } from "../judge.ts";
import { type Outcome, toOutcome } from "../outcome.ts";
import type { Settings } from "../settings.ts";
import { takenRule } from "../taken.ts";
import { warn, withStore } from "../with-store.ts";
import { isKept, planLedger, toReportedLedger, writeAll } from "./ledger-plan.ts";
import { type BuildEnd, keepBuild } from "./recall-build.ts";

/** Builds the feeds and writes what has changed. */
export async function runBuild(settings: Settings, io: Io, found: Found): Promise<BuildEnd> {
  return await withStore(settings.store, io, (store) => {
    return buildFeeds({ settings, io, store, ...found });
  });
}

/** What a build begins with. */
interface Found {
  readonly sources: Sources;
  /** Whether somebody wants to hear of every article. */
  readonly tellsArticles: boolean;
}

interface Run extends Found {
  readonly settings: Settings;
  readonly io: Io;
  readonly store: Store;
}

async function buildFeeds(run: Run): Promise<BuildEnd> {
  const { settings, io, store, tellsArticles } = run;
  const site = await generateSite(run);
  const { result, ledger: known } = site;
  const plans = await planSite(site, settings);
  const ledger = planLedger(known, result, settings);
  const code = judge(result, [...plans, ...(isKept(known) && ledger ? [ledger] : [])], settings);
  const stage = measure();
  const written =
    settings.mode === "write" && code === 0
      ? await stage("write", () => writeAll(plans, ledger, settings))
      : undefined;
  const ok = code === 0;
  const ending = {
    settings,
    ok,
    tellsArticles,
    cache: store.counts(),
    // Of articles that are invalid nothing is known yet.
    ledger: result.outputs.length > 0 ? toReportedLedger(ledger, written) : null,
  };
  const { timings, ...outcome } = toOutcome(result, plans, ending);
  const end = { outcome: { ...outcome, timings: { ...timings, ...stage.timings } }, code };
  if (settings.mode === "write") await remember(run, { ...end, result, written });
  if (io.env["CI"] && end.outcome.ledger?.status === "written") warn(io, forgetful);
  return end;
}

const forgetful =
  "Expected a ledger (`feeds.lock.json`) that is up to date: this machine forgets it; run `feedwright build` before you commit, and commit it";

function judge(
  result: Result,
  plans: readonly Pick<FilePlan, "change">[],
  settings: Settings,
): ExitCode {
  if (!isSound(result, settings)) return 1;
  return settings.mode === "check" && plans.some(({ change }) => change !== "none") ? 1 : 0;
}

interface Ended {
  readonly outcome: Outcome;
  readonly result: Result;
  /** Undefined where nothing was written. */
  readonly written: ReadonlyMap<string, WrittenFile> | undefined;
}

async function remember(
  { settings, io, store, sources }: Run,
  { outcome, result, written }: Ended,
): Promise<void> {
  try {
    if (written) await rememberWritten(settings.cache, settings.owner, written);
    await store.commit();
    // Whether somebody else's file still stands there, only the next run can tell.
    if (outcome.messages.some(({ rule }) => rule === takenRule)) return;
    if (!written || !store.covers(sources.found.length)) return;
    const until = nextMoment(result.decisions, settings.run.now);
    await keepBuild(settings, { sources, outcome, written, until });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const state = written ? "; the feeds are done" : "";
    if (error instanceof DamagedError) store.drop();
    const what = error instanceof DamagedError ? "whole cache" : "cache that can be written";
    warn(io, `Expected a ${what} (${reason})${state}`);
  }
}
