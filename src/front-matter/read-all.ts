import type { VFile } from "vfile";
import type { Config } from "../config/resolve.ts";
import type { Reading } from "../model.ts";
import { readAhead } from "./ahead/read-ahead.ts";
import { type Beside, createReader } from "./create-reader.ts";

/** How files are read. */
interface Manner extends Pick<Beside, "memory" | "draw"> {
  /** Threads that may work at once; one by default. */
  readonly jobs?: number | undefined;
}

/**
 * Reads files, a few at a time: each holds its text until it is read to its end, and of thousands of
 * texts at once the memory would know.
 *
 * @returns the readings in the order of the files
 */
export async function readAll(
  files: readonly VFile[],
  config: Config,
  { jobs = 1, memory, draw }: Manner = {},
): Promise<readonly Reading[]> {
  const isUnread = (file: VFile) => file.data.stated !== undefined && !memory?.knows(file);
  const ahead = jobs > 1 ? readAhead(files.filter(isUnread)) : undefined;
  try {
    const read = createReader(config, files, { memory, draw, ahead });
    const readings: Reading[] = [];
    for (let at = 0; at < files.length; at += atOnce) {
      const some = files.slice(at, at + atOnce).map(read);
      readings.push(...(some.every(isThere) ? some : await Promise.all(some)));
    }
    return readings;
  } finally {
    ahead?.close();
  }
}

// To wait for ten thousand readings that are known takes longer than to look them up.
function isThere(reading: Reading | Promise<Reading>): reading is Reading {
  return !(reading instanceof Promise);
}

const atOnce = 32;
