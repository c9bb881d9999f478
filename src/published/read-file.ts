import { open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../config/errors.ts";
import { type Budget, toMegabytes } from "./limits.ts";
import type { Page } from "./page.ts";

/** Whether there is a file of that name. */
export async function isFile(path: string, cwd: string): Promise<boolean> {
  return await stat(resolve(cwd, path)).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/**
 * Reads a file, if it is no larger than the budget allows.
 *
 * @throws UsageError
 */
export async function readFileWithin(path: string, cwd: string, budget: Budget): Promise<Page> {
  try {
    return { bytes: await readWithin(resolve(cwd, path), path, budget) };
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    const reason = cause.code === "ENOENT" ? "there is none" : String(cause.code);
    throw new UsageError(`Expected a feed in a file that can be read: \`${path}\` (${reason})`);
  }
}

async function readWithin(path: string, name: string, budget: Budget): Promise<Uint8Array> {
  const stats = await stat(path);
  // Opening a pipe could wait for ever, and a device has no end.
  if (!stats.isFile())
    throw new UsageError(`Expected a feed, not a folder or a device: \`${name}\``);
  requireRoom(stats.size, name, budget);
  const file = await open(path);
  try {
    // What is written to the file meanwhile is not read.
    const bytes = Buffer.alloc(stats.size);
    const { bytesRead } = await file.read(bytes, 0, stats.size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Takes bytes from the budget.
 *
 * @throws UsageError where there are not so many.
 */
export function requireRoom(bytes: number, name: string, budget: Budget): void {
  budget.bytes -= bytes;
  if (budget.bytes >= 0) return;
  const most = toMegabytes(budget.limits.bytes);
  throw new UsageError(`Expected a feed of at most ${most}, not a larger one: \`${name}\``);
}
