import { type Mistake, UsageError } from "../config/errors.ts";

/**
 * A ledger that cannot be relied upon. Its message has a line for each mistake, which begins with
 * the file's name, and one with the way out. Nothing is built then: a new id would deliver articles
 * again.
 */
export class LedgerError extends UsageError {
  override readonly name = "LedgerError";
  /** The file's name, as people know it. */
  readonly file: string;
  readonly mistakes: readonly Mistake[];
  /** What to do about it. */
  readonly hint: string;

  constructor(file: string, mistakes: readonly Mistake[], hint: string = repairHint) {
    super([...mistakes.map((mistake) => describe(file, mistake)), hint].join("\n"));
    this.file = file;
    this.mistakes = mistakes;
    this.hint = hint;
  }
}

const repairHint =
  "Run `feedwright ledger repair`, which tells what it drops, or take the last good file from git";

function describe(file: string, { line, column, reason }: Mistake): string {
  return `${[file, line, column].filter((part) => part !== undefined).join(":")}: ${reason}`;
}
