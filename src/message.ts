import type { VFile } from "vfile";
import { location } from "vfile-location";

/** How much a finding matters: an error keeps a file out of every feed. */
export type Severity = "error" | "warning" | "info";

/** Something to say about a file. */
export interface Finding {
  readonly severity: Severity;
  /** The field or rule it is about, as in `date`. */
  readonly rule: string;
  /** `Expected X, not \`Y\``, without a full stop. */
  readonly reason: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
  /** Where: characters from the start of the file's text. */
  readonly offset?: number | undefined;
  /** Where: line and column, which a body shares with its file. */
  readonly point?: { readonly line: number; readonly column: number } | undefined;
}

/** Puts a finding on a file, with line and column; all of them are told together at the end. */
export function addMessage(file: VFile, finding: Finding): void {
  const place =
    finding.offset === undefined ? finding.point : location(file).toPoint(finding.offset);
  const message = file.message(finding.reason, {
    ruleId: finding.rule,
    source: "feedwright",
    ...(place ? { place } : {}),
  });
  message.fatal = fatalBySeverity[finding.severity];
  if (finding.hint) message.note = finding.hint;
}

/** Whether something was found that keeps the file out of a feed. */
export function hasErrors(file: VFile): boolean {
  return file.messages.some((message) => message.fatal === true);
}

/** Errors become warnings: for a file that will not stand in a feed anyway. */
export function soften(file: VFile): void {
  for (const message of file.messages) if (message.fatal) message.fatal = false;
}

/** The severity of a message, ours or a plugin's. */
export function severityOf(message: VFile["messages"][number]): Severity {
  if (message.fatal) return "error";
  return message.fatal === false ? "warning" : "info";
}

/** A value as it is quoted in a message: one line, not too long. */
export function quote(value: string): string {
  const line = value.replace(/\s+/g, " ").trim();
  // No character is cut in half.
  const head = line.slice(0, 57).replace(/[\uD800-\uDBFF]$/, "");
  return `\`${line.length > 60 ? `${head}…` : line}\``;
}

// https://github.com/vfile/vfile-message#fields: true is an error, false a warning, absent an info.
const fatalBySeverity = { error: true, warning: false, info: undefined } as const;
