import { execFile } from "node:child_process";
import { hash } from "node:crypto";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What git answers in a folder; undefined where it does not, or takes too long. */
export async function askGit(
  folder: string,
  ...args: readonly string[]
): Promise<string | undefined> {
  const options = { cwd: folder, env: gitEnv(), timeout: 10_000, maxBuffer: 256 * 1024 * 1024 };
  return await run("git", args, options).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
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
