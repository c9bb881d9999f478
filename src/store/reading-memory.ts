import type { VFile } from "vfile";
import type { Reading } from "../model.ts";
import { digestOfFile, stateOfFile } from "../source-file.ts";
import { fromKept, toKept } from "./kept-reading.ts";
import type { Shelf } from "./shelf.ts";
import type { Row } from "./state.ts";

/** What files said of themselves in earlier runs. */
export interface ReadingMemory {
  /** Whether the system says that a file is still the same. */
  readonly knows: (file: VFile) => boolean;
  /** A file's reading, if the system says that the file is still the same. */
  readonly recall: (file: VFile, facts: string) => Reading | undefined;
  /** The same, if its text, which has been read, is still the same. */
  readonly recallText: (file: VFile, facts: string) => Reading | undefined;
  /** @param facts what the reading depends on beside the file and the config */
  readonly keep: (reading: Reading, facts: string) => void;
}

/** When a run began, in milliseconds since 1970, and whether it keeps anything. */
interface Times {
  readonly start: number;
  readonly folder: string | undefined;
}

/**
 * Makes the memory of readings.
 *
 * @param isAlike whether what readings depend on beside the files is what it was
 */
export function createReadingMemory(
  { old, take, set }: Shelf,
  { start, folder }: Times,
  isAlike: boolean,
): ReadingMemory {
  const readingOf = (file: VFile, row: Row) =>
    row.reading && isAlike ? fromKept(row.reading, file, row.digest) : undefined;
  const rowOf = (file: VFile) => {
    const row = isAlike ? old.get(file.path) : undefined;
    return row && row.state !== "" && row.state === stateOfFile(file) ? row : undefined;
  };
  return {
    knows: (file) => rowOf(file) !== undefined,
    recall: (file, facts) => {
      const row = rowOf(file);
      if (row?.facts !== facts) return undefined;
      const reading = readingOf(file, row);
      if (reading) take(file.path, row);
      return reading;
    },
    recallText: (file, facts) => {
      const row = old.get(file.path);
      if (row?.digest !== digestOfFile(file) || row.facts !== facts) return undefined;
      const reading = readingOf(file, row);
      if (reading) set(file.path, { ...row, state: trustedState(stateOfFile(file), start) });
      return reading;
    },
    keep: (reading, facts) => {
      if (folder === undefined) return;
      const { file, source } = reading;
      set(source, {
        state: trustedState(stateOfFile(file), start),
        digest: digestOfFile(file),
        facts,
        reading: toKept(reading),
        entry: old.get(source)?.entry,
      });
    },
  };
}

// Times have a grain: what is written twice within it has one time. Whoever was written just now is
// compared by its text the next time.
function trustedState(state: string, start: number): string {
  const [, written = "", changed = ""] = state.split(" ");
  const latest = Math.max(Number(written), Number(changed)) / 1e6;
  return latest < start - grainOf(written, changed) ? state : "";
}

/** Milliseconds: some file systems count in seconds, or in two; the clock of others ticks slowly. */
function grainOf(...times: readonly string[]): number {
  return times.every((time) => time.endsWith("0000000")) ? 2050 : 50;
}
