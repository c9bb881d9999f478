import type { Root, RootContent } from "mdast";
import pico from "picocolors";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { Outcome, ReportedMessage } from "../outcome.ts";
import { code, heading, paragraph, quoted, table, text } from "./markdown-nodes.ts";
import type { Manner } from "./report.ts";
import type { NameFile } from "./repository-path.ts";
import { summarize, toLine } from "./text.ts";

/** What a summary is made of. */
export interface SummaryInput {
  readonly outcome: Outcome;
  readonly manner: Pick<Manner, "verbose" | "subscribers">;
  readonly nameFile: NameFile;
}

/**
 * The summary of a run for the page that GitHub shows of it: counts, feeds, what subscribers will
 * see, messages. Texts of articles can be nothing but text in it. A part for which there is no room
 * is replaced by a sentence.
 *
 * @param room most bytes
 */
export function composeSummary(input: SummaryInput, room: number): string {
  let summary = "";
  for (const { title, markdown } of toParts(input)) {
    const isFitting = (addition: string) => Buffer.byteLength(summary + addition) <= room;
    const instead = write([...title, paragraph(text("Too long for this page; the log has it."))]);
    summary += [write(title) + markdown, instead].find(isFitting) ?? "";
  }
  return summary;
}

interface Part {
  readonly title: readonly RootContent[];
  readonly markdown: string;
}

function toParts({ outcome, manner, nameFile }: SummaryInput): readonly Part[] {
  const counts = summarize(outcome, pico.createColors(false));
  const told = outcome.messages.filter(({ severity }) => severity !== "info" || manner.verbose);
  return [
    { title: [heading(2, "feedwright")], markdown: write([paragraph(text(counts))]) },
    toPart("Feeds", describeFeeds(outcome)),
    ...describeSubscribers(manner),
    toPart("Messages", describeMessages(told, nameFile)),
  ].filter(({ markdown }) => markdown !== "");
}

function toPart(title: string, content: readonly RootContent[]): Part {
  return { title: [heading(3, title)], markdown: write(content) };
}

function describeSubscribers({ subscribers }: SummaryInput["manner"]): readonly Part[] {
  if (!subscribers || subscribers.markdown === "") return [];
  const title = [heading(3, "What subscribers will see")];
  return [{ title, markdown: `\n${subscribers.markdown.trim()}\n` }];
}

function describeFeeds({ feeds }: Outcome): readonly RootContent[] {
  const rows = feeds.slice(0, mostRows).map(({ path, format, status, items, bytes }) => {
    return [
      [code(toLine(path))],
      [text(status)],
      [text(format === null ? "" : String(items))],
      [text(`${(bytes / 1024).toFixed(1)} KiB`)],
    ];
  });
  return withRest(table(["Feed", "Status", "Articles", "Size"], rows, 2), feeds.length);
}

function describeMessages(
  messages: readonly ReportedMessage[],
  nameFile: NameFile,
): readonly RootContent[] {
  const worst = messages.toSorted((left, right) => ranks[left.severity] - ranks[right.severity]);
  const rows = worst
    .slice(0, mostRows)
    .map((message) => [
      [text(`${icons[message.severity]} ${message.severity}`)],
      message.file === "" ? [] : [code(placeOf(message, nameFile))],
      quoted(clip(describeMessage(message))),
      message.rule === null ? [] : [code(clip(message.rule))],
    ]);
  return withRest(table(["", "Where", "What", "Rule"], rows), messages.length);
}

// What stands in the table has an end, whatever there is; the log has all of it.
const mostRows = 200;
const mostCharacters = 400;

function withRest(rows: RootContent, count: number): readonly RootContent[] {
  if (count === 0) return [];
  if (count <= mostRows) return [rows];
  return [rows, paragraph(text(`… and ${count - mostRows} more, which the log has.`))];
}

const ranks = { error: 0, warning: 1, info: 2 } as const;
const icons = { error: "❌", warning: "⚠️", info: "ℹ️" } as const;

function placeOf({ file, line, column }: ReportedMessage, nameFile: NameFile): string {
  const path = clip(nameFile(file));
  return [path, line, line === null ? null : column].filter((part) => part !== null).join(":");
}

function describeMessage({ reason, hint }: ReportedMessage): string {
  return hint === null ? reason : `${reason}. ${hint}`;
}

function clip(value: string): string {
  const line = toLine(value);
  if (line.length <= mostCharacters) return line;
  // No character is cut in half.
  return `${line.slice(0, mostCharacters - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

function write(children: readonly RootContent[]): string {
  const tree: Root = { type: "root", children: [...children] };
  return children.length === 0 ? "" : `\n${writer.stringify(tree)}`;
}

// It escapes whatever would mean something in a cell, to GitHub's Markdown or its math.
const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMath)
  .use(remarkStringify)
  .freeze();
