import type { VFile } from "vfile";
import type { Reading } from "../model.ts";
import type { ReadArticle } from "./create-reader.ts";

/**
 * Reads files, a few at a time: each holds its text until it is read to its end, and of thousands of
 * texts at once the memory would know.
 *
 * @returns the readings in the order of the files
 */
export async function readAll(
  files: readonly VFile[],
  read: ReadArticle,
): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for (let at = 0; at < files.length; at += atOnce) {
    const some = files.slice(at, at + atOnce).map(read);
    readings.push(...(some.every(isThere) ? some : await Promise.all(some)));
  }
  return readings;
}

// To wait for ten thousand readings that are known takes longer than to look them up.
function isThere(reading: Reading | Promise<Reading>): reading is Reading {
  return !(reading instanceof Promise);
}

const atOnce = 32;
