import type { VFile } from "vfile";
import type { Config } from "./config/resolve.ts";
import { discover } from "./discover/discover.ts";
import type { Sources } from "./discover/find-sources.ts";
import { createReader } from "./front-matter/create-reader.ts";
import { hasErrors, soften } from "./message.ts";
import type { Article, FeedEntry, OutputFile } from "./model.ts";
import { produceNewest } from "./produce/produce-newest.ts";
import { rejectDuplicates } from "./select/duplicates.ts";
import { byNewest } from "./select/newest.ts";
import { type Decision, decide, type Gate } from "./select/publishable.ts";
import { createForgetfulStore, type Store } from "./store/store.ts";
import { type Clock, type Measure, measure, type Timings } from "./timings.ts";
import { composeFeed } from "./write/compose-feed.ts";
import { warnOfSize } from "./write/feed-size.ts";

/** Hears how far a run is. */
export type Progress = (done: number, all: number) => void;

/** How a run goes, apart from the config: what it lets in, and the moment it takes for now. */
export interface RunOptions extends Gate {
  /** Whether invalid articles are left out with a warning instead of an error. */
  readonly skipInvalid: boolean;
  /** Threads that may render at once; one by default. */
  readonly jobs?: number | undefined;
  /** Is told how many entries of how many there are. */
  readonly onProgress?: Progress | undefined;
  /** Milliseconds that pass, for the timings alone; it never reaches a feed. */
  readonly clock?: Clock | undefined;
}

/** What the articles say of themselves, before any is rendered. */
export interface Survey {
  /** Every file found, in the order of their paths. */
  readonly decisions: readonly Decision[];
  readonly files: readonly VFile[];
  /** Milliseconds a stage. */
  readonly timings: Timings;
}

/** Everything a run found out and made. Nothing is written yet. */
export interface Result extends Survey {
  /** The feeds' documents; empty where an article is invalid. */
  readonly outputs: readonly OutputFile[];
  /** The entries of the feeds, newest first. */
  readonly entries: readonly FeedEntry[];
}

/**
 * The whole pipeline, one line a stage. Reads, never writes: the same folder, config and `now` give
 * the same bytes on any machine.
 *
 * @param aids what is known already; it changes the time alone
 * @throws the file system's error where the content folder cannot be read.
 */
export async function generate(
  config: Config,
  options: RunOptions,
  { store = createForgetfulStore(config.feed.formats), sources }: Aids = {},
): Promise<Result> {
  const stage = measure(options.clock);
  const { decisions: surveyed, files } = await survey(config, options, { stage, store, sources });
  const candidates = articlesOf(surveyed).toSorted(byNewest);
  const { jobs = 1, onProgress } = options;
  const entries = await stage("render", () =>
    produceNewest(candidates, { config, store, jobs, onProgress }),
  );
  const decisions = settle(surveyed, options);
  const isSound = options.skipInvalid || decisions.every(({ status }) => status !== "invalid");
  const outputs = await stage("compose", async () => (isSound ? composeFeed(entries, config) : []));
  warnOfSize(outputs, entries);
  return { outputs, decisions, entries, files, timings: stage.timings };
}

/**
 * The half of the pipeline that renders nothing, and is fast: finds every file, reads it and decides
 * what becomes of it. Titles that only a heading gives are not there yet.
 *
 * @throws the file system's error where the content folder cannot be read.
 */
export async function survey(
  config: Config,
  options: RunOptions,
  { stage = measure(options.clock), store, sources }: Aids & { readonly stage?: Measure } = {},
): Promise<Survey> {
  const files = await stage("discover", () => discover(config.content, sources));
  const read = createReader(config, files, store);
  const readings = await stage("read", () => Promise.all(files.map(read)));
  const decided = readings.map((reading) => decide(reading, options));
  rejectDuplicates(decided.flatMap(({ article }) => article ?? []));
  return { decisions: settle(decided, options), files, timings: stage.timings };
}

/** What is known already. */
export interface Aids {
  /** What earlier runs worked out. */
  readonly store?: Store | undefined;
  /** The files of the content folder. */
  readonly sources?: Promise<Sources> | undefined;
}

// Some mistakes show only beside other articles, or when the text is rendered.
function settle(decisions: readonly Decision[], { skipInvalid }: RunOptions): readonly Decision[] {
  const settled = decisions.map(withErrors);
  for (const { status, reading } of settled) {
    if (skipInvalid && status === "invalid") soften(reading.file);
  }
  return settled;
}

function withErrors(decision: Decision): Decision {
  return decision.status === "published" && hasErrors(decision.reading.file)
    ? { ...decision, status: "invalid" }
    : decision;
}

function articlesOf(decisions: readonly Decision[]): readonly Article[] {
  return decisions.flatMap(({ article, status }) => {
    return article && status === "published" ? [article] : [];
  });
}
