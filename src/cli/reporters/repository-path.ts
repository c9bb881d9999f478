import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Io } from "../io.ts";

/** Where files are named from. */
export interface Place {
  /** The folder that a path counts from, as it is named from where the command was given. */
  readonly folder: string;
}

/** What a file is called as seen from the repository's root, with `/`. */
export type NameFile = (path: string) => string;

/**
 * Makes the function that names files from the root of the repository that the command was given
 * in; where there is none, from where it was given. A file outside begins with `../`.
 */
export function nameFromRoot({ cwd, env }: Pick<Io, "cwd" | "env">, { folder }: Place): NameFile {
  const root = findRoot(cwd) ?? workspaceOf(env, cwd) ?? cwd;
  return (path) => toSlashes(relative(root, resolve(cwd, folder, path)));
}

// Also of a submodule or another work tree, where `.git` is a file.
function findRoot(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findRoot(parent);
}

// Without git, GitHub's checkout downloads the files alone.
function workspaceOf({ GITHUB_WORKSPACE }: Io["env"], cwd: string): string | undefined {
  if (!GITHUB_WORKSPACE) return undefined;
  const isOutside = toSlashes(relative(GITHUB_WORKSPACE, cwd)).split("/")[0] === "..";
  return isOutside ? undefined : GITHUB_WORKSPACE;
}

function toSlashes(path: string): string {
  return path.replaceAll(sep, "/");
}
