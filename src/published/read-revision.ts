import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { UsageError } from "../config/errors.ts";
import { gitEnv } from "../git.ts";
import { type Budget, generousLimits, openBudget } from "./limits.ts";
import type { Page } from "./page.ts";
import { requireRoom } from "./read-file.ts";

/** A file as a commit has it. */
export interface Revision {
  /** Anything that names a commit: a branch, a tag, a hash, `HEAD~3`. */
  readonly commit: string;
  /** From the repository's root, or from where the command was given with a leading `./`. */
  readonly path: string;
}

/**
 * Takes `REV:path` apart (https://git-scm.com/docs/gitrevisions).
 *
 * @returns undefined where it is none; a drive as in `C:\feed.xml` is no revision.
 */
export function toRevision(place: string): Revision | undefined {
  const [, commit, path] = /^([^:]+):(.+)$/s.exec(place) ?? [];
  if (commit === undefined || path === undefined) return undefined;
  return /^[a-z]:[\\/]/i.test(place) || path.startsWith("//") ? undefined : { commit, path };
}

/**
 * Reads a file as a commit has it. No shell is asked, and no program that a repository names.
 *
 * @throws UsageError where git does not have it, or it is too large.
 */
export async function readRevision(
  { commit, path }: Revision,
  cwd: string,
  budget: Budget,
): Promise<Page> {
  const name = `${commit}:${path}`;
  if (commit.startsWith("-")) throw new UsageError(`Expected a revision, not \`${commit}\``);
  const hash = await resolveCommit(commit, cwd, budget);
  const object = `${hash}:${path}`;
  const ask = (...args: readonly string[]) => {
    return askGit([...args, object], cwd, budget).catch(() => {
      throw new UsageError(`Expected a feed that \`${commit}\` has, not \`${name}\``);
    });
  };
  requireRoom(Number(String(await ask("cat-file", "-s"))), name, budget);
  return { bytes: await ask("cat-file", "blob") };
}

/**
 * Makes sure that git knows a commit.
 *
 * @throws UsageError
 */
export async function requireCommit(commit: string, cwd: string): Promise<void> {
  if (commit.startsWith("-")) throw new UsageError(`Expected a revision, not \`${commit}\``);
  await resolveCommit(commit, cwd, openBudget(generousLimits));
}

// The hash cannot be taken for an option, whatever stands in the name.
async function resolveCommit(commit: string, cwd: string, budget: Budget): Promise<string> {
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${commit}^{commit}`];
  try {
    return String(await askGit(args, cwd, budget)).trim();
  } catch {
    throw new UsageError(
      `Expected a feed file, an address, or a revision that git knows here, not \`${commit}\`; a clone that is not whole may lack it (in a GitHub workflow: \`fetch-depth: 0\`)`,
    );
  }
}

const run = promisify(execFile);

async function askGit(args: readonly string[], cwd: string, budget: Budget): Promise<Buffer> {
  const { limits, signal } = budget;
  const maxBuffer = limits.bytes + 1024;
  const options = { cwd, env: gitEnv(), signal, maxBuffer, encoding: "buffer" } as const;
  return (await run("git", args, options)).stdout;
}
