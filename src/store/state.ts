import type { SaidMessage } from "../said-message.ts";
import { readKeptText, writeKeptText } from "./kept-file.ts";
import { type KeptReading, toPlain } from "./kept-reading.ts";
import type { Spans } from "./spans.ts";

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
  readonly spans: Spans;
}

/** Everything that is kept between two runs. */
export interface State {
  /** Fingerprint of what readings depend on beside the files. */
  readonly print: string;
  readonly rows: Iterable<readonly [source: string, row: Row]>;
}

/** A state that was read. */
export interface KeptState extends State {
  readonly rows: ReadonlyMap<string, Row>;
  /** As it stands in the file, a line for each row behind the first. */
  readonly text: string;
}

/**
 * Reads the state that the last run left.
 *
 * @returns undefined where there is none
 * @throws DamagedError; the file system's error.
 */
export function readState(path: string): KeptState | undefined {
  const text = readKeptText(path, kind);
  const value: unknown = text && JSON.parse(text);
  if (text === undefined || !isStored(value)) return undefined;
  const [{ print }, ...rows] = value;
  return { print, rows: new Map(rows), text };
}

/**
 * Writes a state. A row that is the very one that was read is written as it stood there: of most runs
 * nearly all are, and to make texts of them takes longer than all the rest.
 *
 * @throws the file system's error
 */
export async function writeState(path: string, state: State, before?: KeptState): Promise<void> {
  await writeKeptText(path, kind, toPieces(state, before));
}

// Some rows at a time: the text of all of them would take more memory than they do.
function* toPieces({ print, rows }: State, before: KeptState | undefined): Iterable<string> {
  yield `[${JSON.stringify({ version, print })}\n`;
  const known = before && linesOf(before);
  let lines: string[] = [];
  for (const [source, row] of rows) {
    const line = before?.rows.get(source) === row ? known?.get(source) : undefined;
    if (lines.push(line ?? toLine(source, row)) < atOnce) continue;
    yield `${lines.join("\n")}\n`;
    lines = [];
  }
  yield [...lines, "]"].join("\n");
}

const atOnce = 500;

function toLine(source: string, { reading, ...row }: Row): string {
  return `,${JSON.stringify([source, { ...row, reading: reading && toPlain(reading) }])}`;
}

function linesOf({ rows, text }: KeptState): ReadonlyMap<string, string | undefined> {
  const [, ...lines] = text.split("\n");
  return new Map(Array.from(rows.keys(), (source, index) => [source, lines[index]]));
}

const kind = "store";
const version = 2;

/** A list in JSON, with a line for each of its members, which begins with the comma. */
type Stored = readonly [
  head: { readonly version: typeof version; readonly print: string },
  ...rows: (readonly [source: string, row: Row])[],
];

// Its digest says that feedwright wrote it; only another version could mean something else by it.
function isStored(value: unknown): value is Stored {
  const head: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof head === "object" && head !== null && "version" in head && head.version === version;
}
