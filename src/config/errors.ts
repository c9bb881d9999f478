/**
 * The user's mistake: a flag, a config value, a folder. Its message is one sentence for the user,
 * who sees it without a stack; the exit code is 2.
 */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}

/** One mistake in a config file. */
export interface Mistake {
  readonly reason: string;
  /** Line and column from 1, where they are known. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** Mistakes in a config file; the message has a line for each, which begins with the file's name. */
export class ConfigError extends UsageError {
  override readonly name = "ConfigError";
  /** The file's name; empty for options that a program gave. */
  readonly file: string;
  readonly mistakes: readonly Mistake[];

  constructor(file: string, mistakes: readonly Mistake[], options?: ErrorOptions) {
    super(mistakes.map((mistake) => describe(file, mistake)).join("\n"), options);
    this.file = file;
    this.mistakes = mistakes;
  }
}

function describe(file: string, { line, column, reason }: Mistake): string {
  const place = [file, line, column].filter((part) => part !== undefined && part !== "").join(":");
  return place === "" ? reason : `${place}: ${reason}`;
}
