import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A text that stands on the disk beside its target, whole, and has yet to take its name. */
export interface StagedFile {
  readonly target: string;
  readonly temporary: string;
}

/** What a file is made of: pieces from its start on. */
export type Pieces = Iterable<string | Uint8Array>;

/**
 * Writes a file beside its target. Folders that are missing are made; the permissions are those of
 * the file that is there.
 *
 * @param head asked for when the pieces are written; takes the place of as many bytes at the start
 * @throws the file system's error; nothing is left behind then.
 */
export async function stageFile(
  target: string,
  pieces: Pieces,
  head?: () => string,
): Promise<StagedFile> {
  await mkdir(dirname(target), { recursive: true });
  const temporary = join(dirname(target), toTemporaryName(basename(target)));
  try {
    await writeThrough(temporary, { pieces, head }, await modeOf(target));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { target, temporary };
}

/**
 * Gives a staged file its name: whoever opens the target sees the old file or the new one.
 *
 * @throws the file system's error; nothing is left behind then.
 */
export async function commitFile(file: StagedFile): Promise<void> {
  try {
    await rename(file.temporary, file.target);
  } catch (error) {
    await discardFile(file);
    throw error;
  }
}

/** Takes a staged file back, if it is still there. */
export async function discardFile({ temporary }: StagedFile): Promise<void> {
  await rm(temporary, { force: true });
}

/** Removes what killed runs left beside these targets; what a running one is at stays. */
export async function removeLeftovers(targets: readonly string[]): Promise<void> {
  const known = new Set(targets);
  for (const folder of new Set(targets.map((target) => dirname(target)))) {
    for (const name of await readdir(folder).catch(() => [])) {
      const { target = "", pid = "" } = temporaryName.exec(name)?.groups ?? {};
      if (!known.has(join(folder, target)) || isOtherProcess(Number(pid))) continue;
      // It is in nobody's way: a folder that cannot be written is told where it matters.
      await rm(join(folder, name), { force: true }).catch(() => undefined);
    }
  }
}

function toTemporaryName(name: string): string {
  return `.${name}.${process.pid}.feedwright`;
}

const temporaryName = /^\.(?<target>.+)\.(?<pid>\d+)\.feedwright$/;

function isOtherProcess(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    // https://nodejs.org/api/process.html#processkillpid-signal: signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function modeOf(target: string): Promise<number | undefined> {
  const stats = await stat(target).catch(() => undefined);
  return stats && stats.mode & 0o777;
}

// On the disk before it takes its name: after a power cut there is the old file or the new one.
async function writeThrough(
  path: string,
  { pieces, head }: { readonly pieces: Pieces; readonly head: (() => string) | undefined },
  mode: number | undefined,
): Promise<void> {
  // A killed run may have had the same process id, as in containers.
  await rm(path, { force: true });
  const handle = await open(path, "wx");
  try {
    for (const chunk of inChunks(pieces)) await handle.writeFile(chunk);
    if (head) await handle.write(head(), 0);
    // The process's umask has been at the mode that `open` was given.
    if (mode !== undefined) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const chunkLength = 1024 * 1024;

/** The same bytes in few large pieces, since each takes a call to the system. */
export function* inChunks(pieces: Pieces): Iterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    waiting.push(bytes);
    length += bytes.length;
    if (length < chunkLength) continue;
    yield glue(waiting);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield glue(waiting);
}

function glue(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  return first && pieces.length === 1 ? first : Buffer.concat(pieces);
}
