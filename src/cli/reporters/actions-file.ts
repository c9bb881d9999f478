import { appendFileSync, statSync } from "node:fs";
import type { Io } from "../io.ts";

/**
 * Appends to a file by which GitHub Actions is told something; does nothing where the environment
 * names none. That it cannot be written is a warning: it changes nothing about the feeds.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#environment-files
 *
 * @param variable the environment variable that names the file
 * @param compose makes the text; it is given the bytes that there is room for
 */
export function appendToActionsFile(
  variable: string,
  { env, stderr }: Pick<Io, "env" | "stderr">,
  compose: (room: number) => string,
): void {
  const path = env[variable];
  if (!path) return;
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    // What an earlier command wrote may lack the end of its line.
    const start = size === 0 ? "" : "\n";
    const text = compose(mostBytes - size - start.length);
    if (text !== "") appendFileSync(path, `${start}${text}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    stderr.write(
      `feedwright: warning: Expected a file that can be written as \`${variable}\` (${reason})\n`,
    );
  }
}

// Of a larger summary GitHub shows nothing but an error:
// https://github.com/actions/runner/blob/main/src/Runner.Worker/FileCommandManager.cs
const mostBytes = 1024 * 1024;
