import type { VFile } from "vfile";

/** A message as plain data, which can be kept and sent. */
export interface SaidMessage {
  readonly reason: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly rule?: string | undefined;
  readonly source?: string | undefined;
  readonly fatal?: boolean | undefined;
  readonly hint?: string | undefined;
}

/** What was said of a file, but for the first messages. */
export function messagesSince({ messages }: VFile, count: number): readonly SaidMessage[] {
  // Of most files nothing is said, and what is kept of each is held for long.
  if (messages.length <= count) return none;
  return messages.slice(count).map(({ reason, line, column, ruleId, source, fatal, note }) => ({
    reason,
    line,
    column,
    rule: ruleId,
    source,
    fatal: fatal ?? undefined,
    hint: note,
  }));
}

const none: readonly never[] = [];

/** Says again of a file what was said. */
export function repeatMessages(file: VFile, messages: readonly SaidMessage[]): void {
  for (const { reason, line, column, rule, source, fatal, hint } of messages) {
    const message = file.message(reason, {
      ...(rule === undefined ? {} : { ruleId: rule }),
      ...(source === undefined ? {} : { source }),
    });
    message.line = line;
    message.column = column;
    message.fatal = fatal;
    if (hint !== undefined) message.note = hint;
  }
}
