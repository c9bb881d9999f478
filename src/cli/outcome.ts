import type { VFile } from "vfile";
import type { ConventionName } from "../config/conventions/convention-names.ts";
import type { Result } from "../generate.ts";
import { type Finding, type Severity, severityOf } from "../message.ts";
import type { FormatName, GroupName, OutputFile, Status } from "../model.ts";
import { composeLinkTag } from "../write/companions/link-tags.ts";
import { offerFeeds } from "../write/companions/offer.ts";
import type { FilePlan } from "../write/files.ts";
import type { Settings } from "./settings.ts";
import { toTaken } from "./taken.ts";

/** The report of a run, as `--reporter json` prints it; the other reporters tell the same. */
export interface Outcome {
  readonly version: 1;
  readonly ok: boolean;
  /** Whose conventions the articles follow; null where the run came to nothing before. */
  readonly convention: ReportedConvention | null;
  readonly feeds: readonly ReportedFeed[];
  /** What became of the ledger; null where there is none. */
  readonly ledger: ReportedLedger | null;
  /** How many files became what. */
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
  readonly articles: readonly ReportedArticle[];
  readonly messages: readonly ReportedMessage[];
  /** What subscribers would see, as `diff` tells it, where the feeds were compared. */
  readonly subscribers?: readonly object[];
  /** Milliseconds. */
  readonly timings: Readonly<Record<string, number>>;
  readonly cache: { readonly hits: number; readonly misses: number };
}

/** A convention, and by what it was recognised; null where it was not, or the config names it. */
export interface ReportedConvention {
  readonly name: ConventionName;
  readonly reason: string | null;
}

/** The ledger of a site, as the report tells it. */
interface ReportedLedger {
  /** Its name; it lies beside the config. */
  readonly path: string;
  readonly articles: number;
  readonly status: "written" | "unchanged" | "would-write";
}

interface ReportedFeed {
  readonly path: string;
  /** Null for a file beside the feeds, and for one that goes. */
  readonly format: FormatName | null;
  readonly url: string | null;
  readonly group: Pick<GroupName, "by" | "name"> | null;
  readonly items: number;
  readonly bytes: number;
  readonly status: "written" | "unchanged" | "removed" | "would-write" | "would-remove";
}

/** A file that was found, as the report tells it. */
export interface ReportedArticle {
  readonly source: string;
  readonly status: Status;
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly language: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly feeds: readonly string[];
  /** The tags by which the article's page names those feeds, ready for its head. */
  readonly links: readonly string[];
}

/** Something that was found, as the report tells it. */
export interface ReportedMessage {
  /** Below the content folder, with `/`. */
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly severity: Severity;
  readonly rule: string | null;
  readonly reason: string;
  readonly hint: string | null;
}

/** How a run went, beside what it found out. */
interface Ending {
  readonly settings: Settings;
  readonly ok: boolean;
  readonly cache?: Outcome["cache"];
  readonly ledger?: Outcome["ledger"];
  /** Whether every article is told of; true by default. */
  readonly tellsArticles?: boolean;
}

const noCache = { hits: 0, misses: 0 };

/** Puts the report of a run together. */
export function toOutcome(
  result: Result,
  plans: readonly FilePlan[],
  { settings, ok, cache = noCache, ledger = null, tellsArticles = true }: Ending,
): Outcome {
  const { convention: name, reason = null } = settings.config.content;
  const made: readonly MadeFile[] = [...result.outputs, ...result.companions];
  const files = new Map(made.map((file) => [file.path, file]));
  return {
    version: 1,
    ok,
    convention: { name, reason },
    feeds: plans
      .filter(({ isTaken }) => !isTaken)
      .map((plan) => toFeed(plan, files.get(plan.path), settings.mode === "write" && ok)),
    ledger,
    statuses: tally(result.decisions),
    articles: tellsArticles ? toArticles(result) : [],
    messages: [...toMessages(result), ...plans.filter(({ isTaken }) => isTaken).map(toTaken)],
    timings: inOrder(result.timings),
    cache,
  };
}

/** Counts the files of each status, in the order in which the statuses come up. */
export function tally(files: readonly { readonly status: Status }[]): Outcome["statuses"] {
  const counts: Partial<Record<Status, number>> = {};
  for (const { status } of files) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

// In the order of the stages, whatever was measured first; those that there always are stand there.
function inOrder(timings: Result["timings"]): Outcome["timings"] {
  const { discover = 0, read = 0, identify, render = 0, compose = 0, write = 0 } = timings;
  const identified = identify === undefined ? {} : { identify };
  return { discover, read, ...identified, render, compose, write };
}

/** A feed, or a file beside the feeds. */
type MadeFile = Pick<OutputFile, "path" | "url" | "group"> &
  Partial<Pick<OutputFile, "format" | "sources">>;

function toFeed(plan: FilePlan, file: MadeFile | undefined, isDone: boolean): ReportedFeed {
  return {
    path: plan.path,
    format: file?.format ?? null,
    url: file?.url ?? null,
    group: file?.group ? { by: file.group.by, name: file.group.name } : null,
    items: file?.sources?.length ?? 0,
    bytes: plan.output?.bytes ?? 0,
    status: feedStatus(plan.change, isDone),
  };
}

function feedStatus(change: FilePlan["change"], isDone: boolean): ReportedFeed["status"] {
  if (change === "none") return "unchanged";
  if (change === "write") return isDone ? "written" : "would-write";
  return isDone ? "removed" : "would-remove";
}

function toArticles({ decisions, entries, outputs }: Result): readonly ReportedArticle[] {
  const tags = new Map(offerFeeds(outputs).map((feed) => [feed.path, composeLinkTag(feed)]));
  const entryBySource = new Map(entries.map((entry) => [entry.source, entry]));
  const feedsBySource = new Map<string, string[]>();
  for (const { path, sources } of outputs) {
    for (const source of sources) {
      feedsBySource.set(source, [...(feedsBySource.get(source) ?? []), path]);
    }
  }
  return decisions.map(({ reading, status, article }) => {
    const feeds = feedsBySource.get(reading.source) ?? [];
    const known = entryBySource.get(reading.source) ?? article ?? reading.outline;
    return {
      source: reading.source,
      status,
      id: known.id ?? null,
      url: known.url ?? null,
      title: known.title ?? null,
      published: known.published?.toISOString() ?? null,
      updated: known.updated?.toISOString() ?? null,
      language: known.language ?? null,
      authors: known.authors.map(({ name }) => name),
      tags: known.tags,
      feeds,
      links: feeds.flatMap((path) => tags.get(path) ?? []),
    };
  });
}

// In the order in which an author comes across them, whatever the order in which they were found.
function toMessages({ files, findings }: Result): readonly ReportedMessage[] {
  return [
    ...files.flatMap((file) => file.messages.map((one) => toMessage(file, one)).toSorted(byPlace)),
    ...findings.map(toFeedMessage),
  ];
}

function toFeedMessage({ severity, rule, reason, hint }: Finding): ReportedMessage {
  return { file: "", line: null, column: null, severity, rule, reason, hint: hint ?? null };
}

function toMessage({ path }: VFile, message: VFile["messages"][number]): ReportedMessage {
  return {
    file: path,
    line: message.line ?? null,
    column: message.column ?? null,
    severity: severityOf(message),
    rule: message.ruleId ?? null,
    reason: message.reason,
    hint: message.note ?? null,
  };
}

function byPlace(left: ReportedMessage, right: ReportedMessage): number {
  return (left.line ?? 0) - (right.line ?? 0) || (left.column ?? 0) - (right.column ?? 0);
}
