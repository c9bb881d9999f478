import { readFile, realpath, rm, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { UsageError } from "../config/errors.ts";
import { stateOf } from "../file-state.ts";
import type { GroupName, OutputFile } from "../model.ts";
import {
  commitFile,
  discardFile,
  inChunks,
  removeLeftovers,
  type StagedFile,
  stageFile,
} from "../whole-file.ts";
import { isTaken } from "./is-taken.ts";
import { digesting, digestOf, matchFile } from "./match-file.ts";
import { asTheyWere, unlessMissing } from "./unless-missing.ts";
import { toWriteError } from "./write-error.ts";

/** What becomes of a file in the output folder. */
export interface FilePlan {
  /** Below the output folder, with `/`. */
  readonly path: string;
  /** What it is to be; undefined for a file that goes. */
  readonly output: FileToWrite | undefined;
  readonly change: "write" | "remove" | "none";
  /** Whether somebody else's file stands at its place, and stays. */
  readonly isTaken?: boolean | undefined;
  /** Of its bytes, where they are as they should be. */
  readonly digest?: string | undefined;
}

/** As much of a document as it takes to write it. */
export interface FileToWrite
  extends Pick<OutputFile, "path" | "group" | "digest" | "bytes" | "read"> {
  /** What feedwright's own files have near their start: a file without it is replaced only if it is known. */
  readonly mark?: string | undefined;
}

/** What is remembered of a file that feedwright wrote. */
export interface WrittenFile {
  /** Of its bytes. */
  readonly digest: string;
  /** The digest of what it was made of, and what the system said of it then. */
  readonly madeOf?: string | undefined;
  /** Of whom it is the feed; undefined for the main one. */
  readonly group?: GroupName | undefined;
  readonly state?: string | undefined;
}

/**
 * Compares what is to be written with what is there. A file that is no longer produced goes only if
 * its bytes are still those that feedwright wrote.
 *
 * @param out the output folder, absolute
 * @param written by path, as the last run left them
 * @throws UsageError where the folder is none, cannot be read, or a link leads out of it.
 */
export async function planFiles(
  out: string,
  files: readonly FileToWrite[],
  written: ReadonlyMap<string, WrittenFile>,
): Promise<readonly FilePlan[]> {
  const produced = new Set(files.map(({ path }) => path));
  const gone = [...written].filter(([path]) => !produced.has(path));
  await requireFolder(out);
  const writes = await Promise.all(
    files.map((file) => planWrite(out, file, written.get(file.path))),
  );
  const removals = await Promise.all(gone.map((file) => planRemoval(out, file)));
  return [...writes, ...removals.flat()];
}

/**
 * Carries a plan out. Every new file is first written whole beside its target, and only when all
 * are there do they take their names: whatever happens on the way, every file is whole, the old
 * one or the new one.
 *
 * @param settle done when every file is there, before the first takes its name
 * @returns what is to be remembered of the files that stand there now, by path
 * @throws UsageError that says what the system would not do.
 */
export async function writeFiles(
  out: string,
  plans: readonly FilePlan[],
  settle: () => Promise<void> = async () => undefined,
): Promise<ReadonlyMap<string, WrittenFile>> {
  await removeLeftovers(plans.map(({ path }) => join(out, path)));
  const { staged, digests } = await stageAll(out, plans);
  try {
    await settle();
  } catch (cause) {
    await Promise.all(staged.map(discardFile));
    throw cause;
  }
  try {
    for (const file of staged) await commitFile(file);
    for (const { path, change } of plans) {
      if (change === "remove") await rm(join(out, path), { force: true });
    }
  } catch (cause) {
    await Promise.all(staged.map(discardFile));
    throw toWriteError(cause, out, "every feed is whole, but some are new and some are old");
  }
  return new Map(
    plans.flatMap(({ path, output, digest = digests.get(path) }) => {
      if (!output || digest === undefined) return [];
      const { digest: madeOf, group } = output;
      return [[path, { digest, madeOf, group, state: stateOf(join(out, path)) }]];
    }),
  );
}

async function requireFolder(out: string): Promise<void> {
  const stats = await unlessMissing(out, (path) => stat(path));
  if (stats?.isDirectory() === false) {
    throw new UsageError(`Expected an output folder, not a file: ${out}`);
  }
}

async function planWrite(
  out: string,
  output: FileToWrite,
  written: WrittenFile | undefined,
): Promise<FilePlan> {
  const { path } = output;
  if (!(await isInside(out, path))) {
    throw new UsageError(
      `Expected a folder below the output folder, not a link out of it: ${join(out, path)}`,
    );
  }
  const known = isAsWritten(join(out, path), output, written) ? written?.digest : undefined;
  const digest = known ?? (await unlessMissing(join(out, path), (file) => matchFile(file, output)));
  const { mark } = output;
  const isFree = digest !== undefined || mark === undefined;
  if (!isFree && (await unlessMissing(join(out, path), (file) => isTaken(file, mark, written)))) {
    return { path, output: undefined, change: "none", isTaken: true };
  }
  return { path, output, digest, change: digest === undefined ? "write" : "none" };
}

// Made of the same, and nobody has touched it since.
function isAsWritten(path: string, { digest }: FileToWrite, written?: WrittenFile): boolean {
  if (written?.madeOf !== digest || !written.state) return false;
  return written.state === stateOf(path);
}

// What cannot be read cannot be known for feedwright's own, so it stays.
async function planRemoval(
  out: string,
  [path, { digest }]: readonly [string, WrittenFile],
): Promise<readonly FilePlan[]> {
  try {
    const isOurs =
      (await isInside(out, path)) && digestOf(await readFile(join(out, path))) === digest;
    return isOurs ? [{ path, output: undefined, change: "remove" }] : [];
  } catch {
    return [];
  }
}

/** Whether a file stands, or would stand, in the output folder, wherever links may lead. */
async function isInside(out: string, path: string): Promise<boolean> {
  const root = await unlessMissing(out, (path) => realpath(path));
  let folder = dirname(resolve(out, path));
  if (root === undefined) return isBelow(folder, out);
  while (isBelow(folder, out)) {
    const real = await unlessMissing(folder, (path) => realpath(path));
    if (real !== undefined) return isBelow(real, root);
    folder = dirname(folder);
  }
  return false;
}

function isBelow(folder: string, root: string): boolean {
  return folder === root || folder.startsWith(root.endsWith(sep) ? root : root + sep);
}

const mostOpen = 16;

interface Staged {
  readonly staged: readonly StagedFile[];
  /** Of the bytes, by path. */
  readonly digests: ReadonlyMap<string, string>;
}

async function stageAll(out: string, plans: readonly FilePlan[]): Promise<Staged> {
  const staged: StagedFile[] = [];
  const digests = new Map<string, string>();
  const stageOne = async ({ path, output }: FilePlan) => {
    const pieces = digesting(inChunks(output?.read() ?? []));
    const file = await stageFile(join(out, path), pieces);
    digests.set(path, pieces.digest());
    return file;
  };
  try {
    const writes = plans.filter(({ change }) => change === "write");
    // Each waits for the disk: some at once, but no more than a system lets be open.
    for (let start = 0; start < writes.length; start += mostOpen) {
      const done = await Promise.allSettled(writes.slice(start, start + mostOpen).map(stageOne));
      for (const one of done) if (one.status === "fulfilled") staged.push(one.value);
      for (const one of done) if (one.status === "rejected") throw one.reason;
    }
    return { staged, digests };
  } catch (cause) {
    await Promise.all(staged.map(discardFile));
    throw toWriteError(cause, out, asTheyWere);
  }
}
