import { closeSync, openSync, readSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { sizeOf, stateOf } from "../../file-state.ts";
import { digestOfText } from "../../text-digest.ts";
import { giveTexts, type SharedTexts } from "./shared-texts.ts";

// The thread has these few modules and no others: it is there to save time.

/** What the thread is given when it starts. */
export interface ReadingData {
  /** Absolute, with a NUL character between two: of a list each would be sent by itself. */
  readonly paths: string;
  readonly texts: SharedTexts;
}

// A digest, four numbers of 64 bits, and the spaces between them.
const longestFacts = 128;

const { paths, texts }: ReadingData = workerData;
const files = paths.split("\0");
giveTexts(texts, files.length, (number, bytes) => readInto(bytes, files[number] ?? ""));

function readInto(bytes: Buffer, path: string): readonly [number, number] | undefined {
  // Before the text: of what is written meanwhile the state will be another.
  const state = stateOf(path);
  const size = sizeOf(state);
  if (state === "" || size + longestFacts > bytes.length) return undefined;
  const text = bytes.subarray(0, size);
  if (!isRead(path, text)) return undefined;
  return [size, size + bytes.write(digestOfText(text) + state, size, "latin1")];
}

// Who wants what cannot be read finds out why, and tells.
function isRead(path: string, bytes: Buffer): boolean {
  try {
    const handle = openSync(path, "r");
    try {
      return readSync(handle, bytes) === bytes.length;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}
