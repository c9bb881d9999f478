import pico from "picocolors";
import { Temporal } from "temporal-polyfill";
import type { Io } from "../io.ts";
import type { Outcome, ReportedArticle, ReportedMessage } from "../outcome.ts";
import { alignRows, type Cell } from "./align-rows.ts";
import { describeConvention } from "./convention.ts";
import type { Manner } from "./report.ts";
import { type Colors, describeMessages, summarize, toLine } from "./text.ts";

/**
 * The articles as a table on stdout, in the order of their paths; on stderr whose conventions they
 * follow and the counts. On a terminal a row takes one line of it, elsewhere nothing is cut.
 */
export function reportTable(outcome: Outcome, io: Io, manner: Manner): void {
  const colors = pico.createColors(manner.color);
  const { quiet, verbose } = manner;
  const say = (lines: readonly string[]) => {
    for (const line of lines) io.stderr.write(`${line}\n`);
  };
  say(quiet ? [] : describeConvention(outcome.convention));
  for (const line of toTable(outcome, io, manner)) io.stdout.write(`${line}\n`);
  say(verbose ? describeMessages(outcome.messages, manner, colors) : []);
  say(quiet && outcome.ok ? [] : [summarize(outcome, colors)]);
}

function toTable({ articles, messages }: Outcome, { stdout }: Io, manner: Manner) {
  const isTerminal = stdout.isTTY === true;
  const colors = pico.createColors(isTerminal && manner.color);
  const byFile = new Map<string, ReportedMessage[]>();
  for (const message of messages) {
    byFile.set(message.file, [...(byFile.get(message.file) ?? []), message]);
  }
  const rows = articles.map((article) => {
    return toRow(article, reasonOf(article, byFile.get(article.source) ?? []), manner.timezone);
  });
  return alignRows(rows, isTerminal ? stdout.columns : undefined).map((cells, index) => {
    return colorize(cells, articles[index]?.status ?? "ignored", colors);
  });
}

function toRow(article: ReportedArticle, reason: string | undefined, zone: string) {
  const { status, published, source, url, title } = article;
  const told = [title ?? "", reason === undefined ? "" : `(${reason})`].filter(Boolean).join(" ");
  const date = published === null ? "-" : toLocalTime(published, zone);
  return [
    { text: status, cut: "never" },
    { text: date, cut: "never" },
    { text: toLine(source), cut: "start" },
    { text: url ?? "-", cut: "start" },
    { text: toLine(told), cut: "end" },
  ] as const satisfies readonly Cell[];
}

// The day that the author meant, and no doubt about the moment: `2024-07-31T00:00+09:00`.
function toLocalTime(time: string, timeZone: string): string {
  return Temporal.Instant.from(time).toString({ timeZone, smallestUnit: "minute" });
}

/** Why a file is not published. */
function reasonOf(
  { status }: ReportedArticle,
  messages: readonly ReportedMessage[],
): string | undefined {
  if (status === "published") return undefined;
  const isOf = ({ rule, severity }: ReportedMessage) => {
    if (status === "ignored") return true;
    return status === "invalid" ? severity !== "info" : rule === "expired" || rule === "draft";
  };
  const errors = messages.filter(({ severity }) => severity === "error");
  return (errors[0] ?? messages.find(isOf))?.reason ?? reasons[status];
}

// Where no message is needed: the author said so.
const reasons = {
  draft: "its front matter or its folder says so",
  future: "its date lies in the future",
  unlisted: "its front matter says so",
  ignored: "no article",
  invalid: "no article",
} as const satisfies Record<Exclude<ReportedArticle["status"], "published">, string>;

function colorize(
  cells: readonly string[],
  status: ReportedArticle["status"],
  colors: Colors,
): string {
  const paint = paints[status];
  const [first = "", ...rest] = cells;
  return [paint(colors)(first), ...rest].join("  ").trimEnd();
}

const paints = {
  published: ({ green }: Colors) => green,
  draft: ({ yellow }: Colors) => yellow,
  future: ({ yellow }: Colors) => yellow,
  unlisted: ({ yellow }: Colors) => yellow,
  ignored: ({ dim }: Colors) => dim,
  invalid: ({ red }: Colors) => red,
} as const satisfies Record<ReportedArticle["status"], (colors: Colors) => Colors["green"]>;
