import { hash } from "node:crypto";
import { join } from "node:path";
import type { Sources } from "../discover/find-sources.ts";
import { stateOf, stateOnce } from "../file-state.ts";
import type { WrittenFile } from "../write/files.ts";
import { readKept, writeKept } from "./kept-file.ts";

/** A run that came to a good end, and what it depended on: while that is the same, so is its end. */
interface LastRun {
  readonly version: 1;
  /** Fingerprint of programs, config and flags. */
  readonly print: string;
  /** Digest of the files' names and of what the system said of them. */
  readonly sources: string;
  /** The first moment and the one before which an article's time comes, in milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  /** What the system said of the feeds, by path below the output folder. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What was told of it. */
  readonly report: unknown;
}

/** What a run depends on that can be said before it. */
export interface RunFacts {
  /** The store's folder, absolute. */
  readonly folder: string;
  /** The output folder, absolute. */
  readonly out: string;
  readonly print: string;
  readonly sources: Sources;
  readonly now: Date;
}

/**
 * The report of the last run, if a run now would come to the same: nothing is read but names and
 * times.
 *
 * @throws DamagedError
 */
export function recallRun(facts: RunFacts): unknown {
  const run = readKept(fileOf(facts.folder), kind);
  return isRun(run) && isSame(run, facts) ? run.report : undefined;
}

/** A run that came to a good end. */
export interface EndedRun extends RunFacts {
  readonly until: Date | undefined;
  readonly written: ReadonlyMap<string, WrittenFile>;
  readonly report: unknown;
}

/**
 * Remembers how a run ended.
 *
 * @throws the file system's error
 */
export async function keepRun(ended: EndedRun): Promise<void> {
  const { folder, print, sources, now, until, written, report } = ended;
  const run: LastRun = {
    version: 1,
    print,
    sources: digestOf(sources),
    from: now.getTime(),
    until: until?.getTime() ?? Number.MAX_SAFE_INTEGER,
    outputs: Object.fromEntries([...written].map(([path, { state = "" }]) => [path, state])),
    report,
  };
  await writeKept(fileOf(folder), kind, run);
}

const kind = "run";

function fileOf(folder: string): string {
  return join(folder, "run");
}

function isSame(run: LastRun, { out, print, sources, now }: RunFacts): boolean {
  const time = now.getTime();
  return (
    run.print === print &&
    run.from <= time &&
    time < run.until &&
    Object.entries(run.outputs).every(([path, state]) => isAsLeft(join(out, path), state)) &&
    run.sources === digestOf(sources)
  );
}

function isAsLeft(path: string, state: string): boolean {
  return state !== "" && stateOf(path) === state;
}

function digestOf({ folder, found }: Sources): string {
  const lines = found.map((one) => `${one.path}\0${stateOnce(one, `${folder}/${one.path}`)}\n`);
  return hash("sha256", lines.join(""), "base64url");
}

// Its digest says that feedwright wrote it; only another version could mean something else by it.
function isRun(value: unknown): value is LastRun {
  return typeof value === "object" && value !== null && "version" in value && value.version === 1;
}
