/**
 * The user's mistake: a flag, a config value, a folder. Its message is one sentence for the user,
 * who sees it without a stack; the exit code is 2.
 */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}

/** A mistake in a config file; the message begins with the file's name. */
export class ConfigError extends UsageError {
  override readonly name = "ConfigError";
}
