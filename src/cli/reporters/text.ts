import pico from "picocolors";
import type { Severity } from "../../message.ts";
import type { Io } from "../io.ts";
import type { Outcome, ReportedMessage } from "../outcome.ts";
import { describeConvention } from "./convention.ts";
import { describeFeeds } from "./describe-feeds.ts";
import { plural } from "./plural.ts";
import type { Manner } from "./report.ts";

/** The functions that colour a text, or leave it as it is. */
export type Colors = ReturnType<typeof pico.createColors>;

/**
 * The report for people: whose conventions the articles follow, messages grouped by file, then the
 * feeds, then a line of counts.
 */
export function reportText(outcome: Outcome, io: Io, manner: Manner): void {
  const colors = pico.createColors(manner.color);
  const shown = outcome.messages.filter(({ severity, rule }) => {
    // What keeps its id under another name is what the author wants to know at once.
    const isTold = severity !== "info" || (rule === "renamed" && !manner.quiet);
    return isTold || manner.verbose;
  });
  const lines = [
    ...(manner.quiet ? [] : describeConvention(outcome.convention)),
    ...describeMessages(shown, manner, colors),
    ...(manner.verbose ? describeArticles(outcome, colors) : []),
    ...(manner.quiet ? [] : describeFeeds(outcome, colors, manner.verbose)),
    ...(manner.verbose ? describeTimings(outcome) : []),
    ...(manner.quiet && shown.length === 0 ? [] : [summarize(outcome, colors)]),
  ];
  for (const line of lines) io.stderr.write(`${line}\n`);
}

/** Messages, grouped by file. */
export function describeMessages(
  messages: readonly ReportedMessage[],
  { folder }: Manner,
  colors: Colors,
): readonly string[] {
  const byFile = new Map<string, ReportedMessage[]>();
  for (const message of messages) {
    const found = byFile.get(message.file);
    if (found) found.push(message);
    else byFile.set(message.file, [message]);
  }
  return [...byFile].flatMap(([file, found]) => [
    colors.underline(nameFile(file, folder)),
    ...found.flatMap((message) => describe(message, colors)),
    "",
  ]);
}

// What is about no file is about the feeds.
function nameFile(file: string, folder: string): string {
  if (file === "") return "feeds";
  return toLine(folder === "" ? file : `${folder}/${file}`);
}

function describe(message: ReportedMessage, colors: Colors): readonly string[] {
  const place = message.line === null ? "-" : `${message.line}:${message.column ?? 1}`;
  const label = labels[message.severity](colors);
  const rule = message.rule === null ? "" : `  ${colors.dim(message.rule)}`;
  const first = `  ${place.padEnd(6)} ${label}  ${toLine(message.reason)}${rule}`;
  return message.hint === null ? [first] : [first, colors.dim(`         ${toLine(message.hint)}`)];
}

/** A text on one line: a terminal obeys control characters, and a file's name may hold them. */
export function toLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}

const labels = {
  error: (colors: Colors) => colors.red("error  "),
  warning: (colors: Colors) => colors.yellow("warning"),
  info: (colors: Colors) => colors.blue("info   "),
} as const satisfies Record<Severity, (colors: Colors) => string>;

function describeArticles({ articles }: Outcome, colors: Colors): readonly string[] {
  return [
    ...articles.map(({ source, status }) => `${status.padEnd(9)}  ${colors.dim(toLine(source))}`),
    "",
  ];
}

function describeTimings({ timings, cache }: Outcome): readonly string[] {
  return [
    "",
    ...Object.entries(timings).map(([stage, time]) => `${stage.padEnd(9)} ${time.toFixed(1)} ms`),
    `${"cache".padEnd(9)} ${plural(cache.hits, "entry", "entries")} from before, ${cache.misses} made now`,
  ];
}

/** The last line: what came in, and what was found. */
export function summarize(outcome: Outcome, colors: Colors): string {
  const { statuses, messages, ok } = outcome;
  const countOf = (severity: Severity) =>
    messages.filter((one) => one.severity === severity).length;
  const found = `${plural(countOf("error"), "error")}, ${plural(countOf("warning"), "warning")}`;
  const line = `${describeStatuses(statuses)}; ${found}`;
  return ok ? colors.green(`✔ ${line}`) : colors.red(`✖ ${line}`);
}

/** How many files there are, and how many became what: `3 files: 2 published, 1 draft`. */
export function describeStatuses(statuses: Outcome["statuses"]): string {
  const counts = Object.entries(statuses);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const told = counts.map(([status, count]) => `${count} ${status}`).join(", ");
  return `${plural(all, "file")}: ${told || "none"}`;
}
