import type { VFile } from "vfile";
import type { Config } from "./config/resolve.ts";
import { discover } from "./discover/discover.ts";
import { readArticle } from "./front-matter/read-article.ts";
import { createRender, type Render } from "./markdown/render.ts";
import { hasErrors, soften } from "./message.ts";
import type { Article, Entry, OutputFile } from "./model.ts";
import { rejectDuplicates } from "./select/duplicates.ts";
import { byNewest } from "./select/newest.ts";
import { type Decision, decide, type Gate } from "./select/publishable.ts";
import { type Clock, measure, type Timings } from "./timings.ts";
import { composeFeed } from "./write/compose-feed.ts";
import { warnOfSize } from "./write/feed-size.ts";

/** How a run goes, apart from the config: what it lets in, and the moment it takes for now. */
export interface RunOptions extends Gate {
  /** Whether invalid articles are left out with a warning instead of an error. */
  readonly skipInvalid: boolean;
  /** Milliseconds that pass, for the timings alone; it never reaches a feed. */
  readonly clock?: Clock | undefined;
}

/** Everything a run found out and made. Nothing is written yet. */
export interface Result {
  /** The feeds' documents; empty where an article is invalid. */
  readonly outputs: readonly OutputFile[];
  /** Every file found, in the order of their paths. */
  readonly decisions: readonly Decision[];
  /** The entries of the feeds, newest first. */
  readonly entries: readonly Entry[];
  readonly files: readonly VFile[];
  /** Milliseconds a stage. */
  readonly timings: Timings;
}

/**
 * The whole pipeline, one line a stage. Reads, never writes: the same folder, config and `now` give
 * the same bytes on any machine.
 *
 * @throws the file system's error where the content folder cannot be read.
 */
export async function generate(config: Config, options: RunOptions): Promise<Result> {
  const stage = measure(options.clock);
  const files = await stage("discover", () => discover(config.content));
  const readings = await stage("read", () =>
    Promise.all(files.map((file) => readArticle(file, config))),
  );
  const decided = readings.map((reading) => decide(reading, options));
  rejectDuplicates(decided.flatMap(({ article }) => article ?? []));
  const candidates = validArticles(decided).toSorted(byNewest);
  const entries = await stage("render", () => {
    const render = createRender(config.site, config.markdown, candidates);
    return renderNewest(candidates, config.feed.limit, render);
  });
  const decisions = decided.map(withErrors);
  const isSound = options.skipInvalid || decisions.every(({ status }) => status !== "invalid");
  if (options.skipInvalid) softenInvalid(decisions);
  const outputs = await stage("compose", async () => (isSound ? composeFeed(entries, config) : []));
  warnOfSize(outputs, entries);
  return { outputs, decisions, entries, files, timings: stage.timings };
}

function validArticles(decisions: readonly Decision[]): readonly Article[] {
  return decisions.flatMap(({ article }) => (article && !hasErrors(article.file) ? [article] : []));
}

// An article that cannot be rendered gives its place to the next.
async function renderNewest(
  articles: readonly Article[],
  limit: number,
  render: Render,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const article of articles) {
    if (entries.length >= limit) break;
    const entry = await render(article);
    if (entry) entries.push(entry);
  }
  return entries;
}

// Some mistakes show only beside other articles, or when the text is rendered.
function withErrors(decision: Decision): Decision {
  return decision.status === "published" && hasErrors(decision.reading.file)
    ? { ...decision, status: "invalid" }
    : decision;
}

function softenInvalid(decisions: readonly Decision[]): void {
  for (const { status, reading } of decisions) if (status === "invalid") soften(reading.file);
}
