import { UsageError } from "../config/errors.ts";

/**
 * What the system would not do, in a sentence for the user; an error that is not the system's
 * comes back as it is.
 *
 * @param path what it was about, for errors that name no path
 * @param state how it leaves the feeds
 */
export function toWriteError(cause: unknown, path: string, state: string): unknown {
  if (!(cause instanceof Error) || !("code" in cause) || !("syscall" in cause)) return cause;
  const code = String(cause.code);
  const place = "path" in cause ? String(cause.path) : path;
  const sentence = sentences.get(code) ?? "Expected an output folder that can be written";
  return new UsageError(`${sentence} (${code}): ${place}; ${state}`, { cause });
}

const noPermission = "Expected permission to read and write the output folder";
const noFolder = "Expected a folder to write into, not a file or a broken link";
const noRoom = "Expected room on the disk";

// https://nodejs.org/api/errors.html#common-system-errors
const sentences: ReadonlyMap<string, string> = new Map([
  ["EACCES", noPermission],
  ["EPERM", noPermission],
  ["EROFS", "Expected an output folder that can be written, not a read-only one"],
  ["EEXIST", noFolder],
  ["ENOENT", noFolder],
  ["ENOTDIR", noFolder],
  ["EISDIR", "Expected a file, not a folder"],
  ["ELOOP", "Expected a folder, not a symbolic link that leads in a circle"],
  ["ENAMETOOLONG", "Expected a shorter file name"],
  ["ENOSPC", noRoom],
  ["EDQUOT", noRoom],
  ["EFBIG", noRoom],
]);
