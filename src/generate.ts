import type { VFile } from "vfile";
import type { Config } from "./config/resolve.ts";
import { discover } from "./discover/discover.ts";
import type { Sources } from "./discover/find-sources.ts";
import { readAll } from "./front-matter/read-all.ts";
import { createDrawer } from "./ledger/create-drawer.ts";
import { identify } from "./ledger/identify.ts";
import { type Ledger, withoutNew } from "./ledger/ledger.ts";
import { type Finding, hasErrors, soften } from "./message.ts";
import type { Article, FeedEntry, OutputFile } from "./model.ts";
import { inspectPodcast } from "./podcast/inspect-podcast.ts";
import { produceEntries } from "./produce/produce-entries.ts";
import { chooseFeeds } from "./select/choose-feeds.ts";
import { rejectDuplicates } from "./select/duplicates.ts";
import { findInFolders } from "./select/folder-findings.ts";
import { toNewestFirst } from "./select/newest.ts";
import type { FormerFeed } from "./select/place-groups.ts";
import { type Decision, decide, type Gate } from "./select/publishable.ts";
import { createForgetfulStore, type Store } from "./store/store.ts";
import { type Clock, type Measure, measure, type Timings } from "./timings.ts";
import { composeChapters, type SideFile } from "./write/chapters.ts";
import type { CompanionFile } from "./write/companions/companion.ts";
import { composeBeside } from "./write/companions/compose-beside.ts";
import { composeFeeds } from "./write/compose-feeds.ts";
import { warnOfSize } from "./write/feed-size.ts";
import { requireOwnPaths } from "./write/require-own-paths.ts";

/** Hears how far a run is. */
export type Progress = (done: number, all: number) => void;

/** How a run goes, apart from the config: what it lets in, and the moment it takes for now. */
export interface RunOptions extends Gate {
  /** Whether invalid articles are left out with a warning instead of an error. */
  readonly skipInvalid: boolean;
  /** Threads that may work at once; one by default. */
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
  /** What is to be remembered of the articles; undefined where nothing is. */
  readonly ledger: Ledger | undefined;
  readonly files: readonly VFile[];
  /** Milliseconds a stage. */
  readonly timings: Timings;
}

/** Everything a run found out and made. Nothing is written yet. */
export interface Result extends Survey {
  /** The feeds' documents; empty where an article is invalid. */
  readonly outputs: readonly OutputFile[];
  /** What feeds lead to beside articles: the chapters of episodes. */
  readonly sideFiles: readonly SideFile[];
  /** What stands beside the feeds: a page, a style sheet, lists; empty where they are. */
  readonly companions: readonly CompanionFile[];
  /** The entries of all feeds, each once, newest first. */
  readonly entries: readonly FeedEntry[];
  /** What there is to say that is about no file. */
  readonly findings: readonly Finding[];
}

/**
 * The whole pipeline, one line a stage. Reads, never writes: the same folder, config and `now` give
 * the same bytes on any machine.
 *
 * @param aids what is known already
 * @throws the file system's error where the content folder cannot be read.
 */
export async function generate(
  config: Config,
  options: RunOptions,
  aids: Aids = {},
): Promise<Result> {
  const stage = measure(options.clock);
  const { store = createForgetfulStore(config.feed.formats) } = aids;
  const surveyed = await survey(config, options, { ...aids, stage, store });
  const candidates = toNewestFirst(articlesOf(surveyed.decisions));
  const { jobs = 1, onProgress } = options;
  const choice = chooseFeeds(candidates, config, aids.formerFeeds);
  const { feeds } = choice;
  const made = await stage("render", () =>
    produceEntries(feeds, candidates, { config, store, jobs, onProgress }),
  );
  const entries = toNewestFirst([...made.values()].flatMap((entry) => entry ?? []));
  const decisions = settle(surveyed.decisions, options);
  const isSound = options.skipInvalid || decisions.every(({ status }) => status !== "invalid");
  const composed = await stage("compose", async () => {
    if (!isSound) return { outputs: [], sideFiles: [], companions: [] };
    const outputs = composeFeeds(feeds, made, config);
    const sideFiles = composeChapters(entries, config.site.url);
    const companions = await composeBeside(outputs, entries, config);
    requireOwnPaths([...outputs, ...sideFiles, ...companions]);
    return { outputs, sideFiles, companions };
  });
  warnOfSize(composed.outputs, entries);
  const findings = findInFolders(choice);
  const ledger = surveyed.ledger && withoutInvalid(surveyed.ledger, aids.ledger, decisions);
  const podcast = await inspectPodcast(config);
  const files = podcast ? [...surveyed.files, podcast] : surveyed.files;
  const found = { files, decisions, entries, findings, ledger };
  return { ...found, ...composed, timings: stage.timings };
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
  { stage = measure(options.clock), store, sources, ledger }: Aids & Timing = {},
): Promise<Survey> {
  const files = await stage("discover", () => discover(config.content, sources));
  const draw = ledger && createDrawer(config.feed, ledger);
  const manner = { memory: store, draw, jobs: options.jobs };
  const readings = await stage("read", () => readAll(files, config, manner));
  const decided = readings.map((reading) => decide(reading, options));
  const around = { config, now: options.now };
  const known = ledger
    ? await stage("identify", () => identify(decided, ledger, around))
    : { decisions: decided, ledger };
  const articles = known.decisions.flatMap(({ article }) => article ?? []);
  rejectDuplicates(articles.filter(({ file }) => !hasErrors(file)));
  const decisions = settle(known.decisions, options);
  return { decisions, ledger: known.ledger, files, timings: stage.timings };
}

interface Timing {
  readonly stage?: Measure;
}

/** What is known already. */
export interface Aids {
  /** Who the articles are to their readers; without it their ids are their addresses. */
  readonly ledger?: Ledger | undefined;
  /** Feeds that groups had: where the config says so, they keep them when they are empty. */
  readonly formerFeeds?: readonly FormerFeed[] | undefined;
  /** What earlier runs worked out; it changes the time alone, as do the next. */
  readonly store?: Store | undefined;
  /** The files of the content folder. */
  readonly sources?: Sources | undefined;
}

// Some mistakes show only beside other articles, or when the text is rendered.
function settle(decisions: readonly Decision[], { skipInvalid }: RunOptions): readonly Decision[] {
  const settled = decisions.map(withErrors);
  if (!skipInvalid) return settled;
  for (const { status, reading } of settled) if (status === "invalid") soften(reading.file);
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

function withoutInvalid(
  ledger: Ledger,
  before: Ledger = ledger,
  decisions: readonly Decision[],
): Ledger {
  const invalid = decisions.filter(({ status }) => status === "invalid");
  if (invalid.length === 0) return ledger;
  return withoutNew(
    ledger,
    before,
    invalid.map(({ reading }) => reading.source),
  );
}
