import type { Sources } from "../../discover/find-sources.ts";
import { generate, type Result } from "../../generate.ts";
import { nextMoment } from "../../select/publishable.ts";
import { DamagedError } from "../../store/pack.ts";
import { openFreshStore, openStore, type Store } from "../../store/store.ts";
import { recallWritten, rememberWritten } from "../../store/written-files.ts";
import { measure } from "../../timings.ts";
import { type FilePlan, planFiles, type WrittenFile, writeFiles } from "../../write/files.ts";
import type { ExitCode } from "../command.ts";
import type { Io } from "../io.ts";
import { isSound } from "../judge.ts";
import { type Outcome, toOutcome } from "../outcome.ts";
import { createMeter } from "../progress.ts";
import type { Settings } from "../settings.ts";
import { type BuildEnd, keepBuild } from "./recall-build.ts";

/**
 * Builds the feeds. What earlier runs left is checked before it is used: where it is damaged, the
 * work is done again without it.
 */
export async function runBuild(settings: Settings, io: Io, sources: Sources): Promise<BuildEnd> {
  const attempt = async (store: Store) =>
    await buildFeeds({ settings, io, sources, store }).finally(store.close);
  try {
    return await attempt(openStore(settings.store));
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    warn(io, `Expected a readable cache (${error.message}); the run goes on without it`);
    return await attempt(openFreshStore(settings.store));
  }
}

interface Run {
  readonly settings: Settings;
  readonly io: Io;
  readonly sources: Sources;
  readonly store: Store;
}

async function buildFeeds(run: Run): Promise<BuildEnd> {
  const { settings, io, store, sources } = run;
  const meter = settings.quiet ? undefined : createMeter(io);
  const options = { ...settings.run, onProgress: meter?.onProgress };
  const aids = { store, sources: Promise.resolve(sources) };
  const result = await generate(settings.config, options, aids).finally(meter?.stop);
  const memory = await recallWritten(settings.cache, settings.owner);
  if (memory.problem) warn(io, `${memory.problem}; the run goes on without it`);
  const plans = await planRun(result, settings, memory.written);
  const code = judge(result, plans, settings);
  const stage = measure();
  const written =
    settings.mode === "write" && code === 0
      ? await stage("write", () => writeFiles(settings.config.out, plans))
      : undefined;
  const ending = { settings, ok: code === 0, cache: store.counts() };
  const { timings, ...outcome } = toOutcome(result, plans, ending);
  const end = { outcome: { ...outcome, timings: { ...timings, ...stage.timings } }, code };
  if (settings.mode === "write") await remember(run, { ...end, result, written });
  return end;
}

// Where an article is invalid there are no feeds, and nothing may go because of it.
async function planRun(
  { outputs }: Result,
  { config }: Settings,
  written: ReadonlyMap<string, WrittenFile>,
): Promise<readonly FilePlan[]> {
  return outputs.length === 0 ? [] : await planFiles(config.out, outputs, written);
}

function judge(result: Result, plans: readonly FilePlan[], settings: Settings): ExitCode {
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

function warn(io: Io, sentence: string): void {
  io.stderr.write(`feedwright: warning: ${sentence}\n`);
}
