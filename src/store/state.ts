import type { SaidMessage } from "../said-message.ts";
import { readKept, writeKept } from "./kept-file.ts";
import type { KeptReading } from "./kept-reading.ts";
import type { Span } from "./span-reader.ts";

/** What is kept of a source file. */
export interface Row {
  /** What the system said of the file; empty where it was written too shortly before to trust it. */
  readonly state: string;
  /** Of its text. */
  readonly digest: string;
  /** What else its reading depends on, where that is more than the config. */
  readonly facts: string;
  readonly reading?: KeptReading | undefined;
  readonly entry?: KeptEntry | undefined;
}

/** What is kept of an entry; its texts lie in a pack. */
export interface KeptEntry {
  /** Digest of all that it was made of, but for its links. */
  readonly key: string;
  readonly links: readonly (readonly [name: string, address: string | null])[];
  readonly messages: readonly SaidMessage[];
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly weight: number;
  readonly hasMarkdown: boolean;
  readonly digest: string;
  /** When the article was published, in ISO 8601: the oldest are the first to go. */
  readonly published: string;
  /** The pack's name, and where the text of each format lies in it. */
  readonly pack: string;
  readonly spans: readonly Span[];
}

/** Everything that is kept between two runs. */
export interface State {
  readonly version: 1;
  /** Fingerprint of what readings depend on beside the files. */
  readonly print: string;
  readonly rows: readonly (readonly [source: string, row: Row])[];
}

/**
 * Reads the state that the last run left.
 *
 * @returns undefined where there is none
 * @throws DamagedError; the file system's error.
 */
export function readState(path: string): State | undefined {
  const value = readKept(path, kind);
  return isState(value) ? value : undefined;
}

/** @throws the file system's error */
export async function writeState(path: string, state: State): Promise<void> {
  await writeKept(path, kind, state);
}

const kind = "store";

// Its digest says that feedwright wrote it; only another version could mean something else by it.
function isState(value: unknown): value is State {
  return typeof value === "object" && value !== null && "version" in value && value.version === 1;
}
