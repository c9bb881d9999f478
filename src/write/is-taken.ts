import { open } from "node:fs/promises";
import type { WrittenFile } from "./files.ts";
import { digestOf } from "./match-file.ts";

/**
 * Whether somebody else wrote a file: it has no mark near its start, and its bytes are not those that
 * feedwright remembers.
 *
 * @param written what is remembered of the file; undefined for nothing
 * @throws the file system's error, as where there is no file.
 */
export async function isTaken(
  path: string,
  mark: string,
  written: WrittenFile | undefined,
): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(markReach), 0, markReach, 0);
    if (buffer.subarray(0, bytesRead).includes(mark)) return false;
    return written === undefined || digestOf(await file.readFile()) !== written.digest;
  } finally {
    await file.close();
  }
}

// A page about feedwright may quote the mark further down.
const markReach = 300;
