import { statSync } from "node:fs";

/**
 * What the system says of a file: while it says the same, the bytes are the same. Size, time of
 * writing, inode, and the time of change, which no program sets back. Empty where there is none, or
 * nobody may know.
 *
 * The call is synchronous: for thousands of files, asking for each and waiting takes six times as
 * long.
 */
export function stateOf(path: string): string {
  try {
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
    return [size, mtimeNs, ctimeNs, ino].join(" ");
  } catch {
    return "";
  }
}

/** A file of which the system is asked once, when somebody wants to know. */
export interface Stated {
  /** What it said; empty for what is no file. */
  state: string | undefined;
}

/** The state of a file, which may be known already. */
export function stateOnce(file: Stated, path: string): string {
  file.state ??= stateOf(path);
  return file.state;
}

/** A file's bytes, as the system said of it. */
export function sizeOf(state: string): number {
  return Number.parseInt(state, 10);
}
