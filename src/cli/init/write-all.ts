import { UsageError } from "../../config/errors.ts";
import {
  commitFile,
  discardFile,
  removeLeftovers,
  type StagedFile,
  stageFile,
} from "../../whole-file.ts";

/** A file that is to be written. */
export interface Change {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files, each whole; none before all are there.
 *
 * @throws UsageError that says what the system would not do.
 */
export async function writeAll(changes: readonly Change[]): Promise<void> {
  await removeLeftovers(changes.map(({ path }) => path));
  const staged: StagedFile[] = [];
  try {
    for (const { path, text } of changes) staged.push(await stageFile(path, [text]));
    for (const file of staged) await commitFile(file);
  } catch (cause) {
    await Promise.all(staged.map(discardFile));
    throw toUsageError(cause);
  }
}

function toUsageError(cause: unknown): unknown {
  if (!(cause instanceof Error && "code" in cause && "path" in cause)) return cause;
  const sentence = `Expected a folder that can be written (${cause.code}), and wrote no config`;
  return new UsageError(`${sentence}: ${cause.path}`, { cause });
}
