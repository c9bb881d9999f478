import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { UsageError } from "../config/errors.ts";
import type { OutputFile } from "../model.ts";

/** What becomes of a file in the output folder. */
export interface FilePlan {
  /** Below the output folder, with `/`. */
  readonly path: string;
  /** The new text; undefined for a file that goes. */
  readonly text: string | undefined;
  readonly change: "write" | "remove" | "none";
}

/**
 * Compares what is to be written with what is there. A file that is no longer produced goes only if
 * its bytes are still those that feedwright wrote.
 *
 * @param out the output folder, absolute
 * @param written digests by path, as the last run left them
 * @throws UsageError where the folder is none.
 */
export async function planFiles(
  out: string,
  files: readonly OutputFile[],
  written: ReadonlyMap<string, string>,
): Promise<readonly FilePlan[]> {
  const produced = new Set(files.map(({ path }) => path));
  const writes = files.map(async ({ path, text }): Promise<FilePlan> => {
    const present = await readIfThere(out, path);
    return { path, text, change: present?.equals(Buffer.from(text)) ? "none" : "write" };
  });
  const removals = [...written]
    .filter(([path]) => !produced.has(path))
    .map(async ([path, digest]): Promise<readonly FilePlan[]> => {
      const present = await readIfThere(out, path);
      const isOurs = present !== undefined && digestOf(present) === digest;
      return isOurs ? [{ path, text: undefined, change: "remove" }] : [];
    });
  return [...(await Promise.all(writes)), ...(await Promise.all(removals)).flat()];
}

/**
 * Carries a plan out. Every new file is first written whole beside its target, and only when all
 * are there do they take their names: whatever happens on the way, the old files stay whole.
 *
 * @throws UsageError that says what the system would not do.
 */
export async function writeFiles(out: string, plans: readonly FilePlan[]): Promise<void> {
  const changes = plans.filter(({ change }) => change === "write");
  const staged: Staged[] = [];
  try {
    for (const { path, text = "" } of changes) staged.push(await stage(out, path, text));
    for (const { temporary, target } of staged) await rename(temporary, target);
    for (const { path, change } of plans) if (change === "remove") await rm(join(out, path));
  } catch (cause) {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
    throw toUsageError(cause, out);
  }
}

/** The digest by which feedwright knows its own files again. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

interface Staged {
  readonly temporary: string;
  readonly target: string;
}

async function stage(out: string, path: string, text: string): Promise<Staged> {
  const target = join(out, path);
  await mkdir(dirname(target), { recursive: true });
  await refuseLinksOut(out, dirname(target));
  await removeLeftovers(target);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await writeThrough(temporary, text);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { temporary, target };
}

// A run that was killed left its temporary file; one that still runs needs its own.
async function removeLeftovers(target: string): Promise<void> {
  const folder = dirname(target);
  const prefix = `${basename(target)}.`;
  for (const name of await readdir(folder)) {
    const pid = /^(\d+)\.tmp$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : "")?.[1];
    if (pid !== undefined && !isOtherProcess(Number(pid))) await rm(join(folder, name));
  }
}

function isOtherProcess(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

// On the disk before it takes its name: after a power cut there is the old file or the new one.
async function writeThrough(path: string, text: string): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function refuseLinksOut(out: string, folder: string): Promise<void> {
  const [root, real] = [await realpath(out), await realpath(folder)];
  if (real === root || real.startsWith(root + sep)) return;
  throw new UsageError(
    `Expected a folder below the output folder, not a link out of it: ${folder}`,
  );
}

async function readIfThere(out: string, path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(join(out, path));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw toUsageError(error, out);
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

function toUsageError(cause: unknown, out: string): unknown {
  const code = codeOf(cause);
  const sentence = code === undefined ? undefined : sentences.get(code);
  const path = cause instanceof Error && "path" in cause ? String(cause.path) : out;
  if (sentence === undefined) return cause;
  return new UsageError(`${sentence}: ${path}. The feeds are as they were`, { cause });
}

const sentences: ReadonlyMap<string, string> = new Map([
  ["ENOTDIR", "Expected an output folder, not a file"],
  ["EEXIST", "Expected an output folder, not a file"],
  ["EISDIR", "Expected a file to write, not a folder"],
  ["EACCES", "Expected permission to read and write the output folder"],
  ["EPERM", "Expected permission to read and write the output folder"],
  ["EROFS", "Expected an output folder that can be written, not a read-only one"],
  ["ENOSPC", "Expected room on the disk"],
  ["EDQUOT", "Expected room on the disk"],
  ["EFBIG", "Expected room on the disk"],
]);
