import { execFile } from "node:child_process";
import { hash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * What git answers in a folder, absolute; undefined where there is no repository, it does not
 * answer, or takes too long.
 */
export async function askGit(
  folder: string,
  ...args: readonly string[]
): Promise<string | undefined> {
  // To start a program takes longer than to build a small site again.
  if (!isInRepository(folder)) return undefined;
  const options = { cwd: folder, env: gitEnv(), timeout: 10_000, maxBuffer: 256 * 1024 * 1024 };
  return await run("git", args, options).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

// https://git-scm.com/docs/gitrepository-layout: a folder, or in work trees and submodules a file.
// Git looks for it from where the folder really lies.
function isInRepository(folder: string): boolean {
  if (process.env["GIT_DIR"] !== undefined) return true;
  if (!existsSync(folder)) return false;
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return true;
    if (at === dirname(at)) return false;
  }
}

/** The environment in which git is asked: what a partial clone lacks is not fetched. */
export function gitEnv(): Readonly<Record<string, string | undefined>> {
  return { ...process.env, GIT_NO_LAZY_FETCH: "1" };
}

/**
 * The id by which git knows a file, of SHA-1 or SHA-256
 * (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage).
 *
 * @param length of the repository's ids, in hexadecimal digits
 */
export function blobIdOf(bytes: Uint8Array, length: number): string {
  const blob = Buffer.concat([Buffer.from(`blob ${bytes.byteLength}\0`), bytes]);
  return hash(length === 64 ? "sha256" : "sha1", blob, "hex");
}
