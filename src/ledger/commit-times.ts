import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createGitTimes } from "../front-matter/git-times.ts";
import { askGit, blobIdOf } from "../git.ts";
import type { CommitTime, Moments } from "./updated.ts";

/**
 * Makes the reader of the times at which the files of a folder got their text of today, by the clock
 * of the commit's author. Git is asked only when an article changed, and then once. A file that
 * differs from its last commit has no such time; nor has any where there is no repository.
 *
 * @param folder the content folder, absolute
 */
export function createCommitTimes(folder: string): Moments["committed"] {
  const readTimes = createGitTimes(folder);
  let history: Promise<History> | undefined;
  return async (source) => {
    history ??= readHistory(folder);
    const known = await history;
    if (known === "shallow") return "shallow";
    const id = known.get(source);
    if (id === undefined || !(await isOfBlob(join(folder, source), id))) return undefined;
    return (await readTimes()).get(source)?.modified satisfies CommitTime;
  };
}

/** The ids of the last commit's files, by their paths. */
type Files = ReadonlyMap<string, string>;
type History = Files | "shallow";

async function readHistory(folder: string): Promise<History> {
  const answer = await askGit(folder, "rev-parse", "--is-shallow-repository", "HEAD");
  // There is no repository, no commit, or no git: a second question would have the same answer.
  if (answer === undefined) return new Map();
  const [shallow, commit = ""] = answer.split("\n");
  if (shallow === "true") return "shallow";
  if (last?.folder !== folder || last.commit !== commit) {
    last = { folder, commit, files: await readFiles(folder, commit) };
  }
  return last.files;
}

// A commit never changes, and whoever serves a site asks again and again.
let last: { readonly folder: string; readonly commit: string; readonly files: Files } | undefined;

async function readFiles(folder: string, commit: string): Promise<Files> {
  const tree = (await askGit(folder, "ls-tree", "-r", "-z", commit)) ?? "";
  return new Map(
    tree.split("\0").flatMap((line) => {
      const { id = "", path = "" } = treeLine.exec(line)?.groups ?? {};
      return path === "" ? [] : [[path, id] as const];
    }),
  );
}

// https://git-scm.com/docs/git-ls-tree#_output_format
const treeLine = /^\d+ blob (?<id>[0-9a-f]+)\t(?<path>.+)$/s;

// Git itself would run the filters that the repository names, to compare a file with its commit. On
// Windows the file may have other ends of lines than the commit.
async function isOfBlob(path: string, id: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return false;
  const unix = Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
  return [bytes, unix].some((one) => blobIdOf(one, id.length) === id);
}
