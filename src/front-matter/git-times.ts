import { askGit } from "../git.ts";

/** When a file was added to its repository and changed last, by the authors' clocks. */
export interface FileTimes {
  readonly created?: Date | undefined;
  readonly modified: Date;
}

/** The times of a folder's files by their paths below it; none of those that git does not know. */
export type ReadFileTimes = () => Promise<ReadonlyMap<string, FileTimes>>;

/**
 * Makes the reader of the times of a folder's files. Git is asked once, and only when an article
 * wants to know; where there is no repository or not all of its history, nothing is known.
 */
export function createGitTimes(folder: string): ReadFileTimes {
  let times: ReturnType<ReadFileTimes> | undefined;
  return () => {
    times ??= readGitTimes(folder);
    return times;
  };
}

async function readGitTimes(folder: string): Promise<ReadonlyMap<string, FileTimes>> {
  const shallow = await askGit(folder, "rev-parse", "--is-shallow-repository");
  if (shallow?.trim() !== "false") return new Map();
  return parseLog((await askGit(folder, ...log)) ?? "");
}

// A time for each commit, newest first, then its files, everything between NUL bytes. A repository's
// own config can name programs for differences and signatures: they are not run.
const log = [
  ..."log -z --format=%at --name-status --find-renames --relative".split(" "),
  ..."--no-ext-diff --no-textconv --no-show-signature -- .".split(" "),
];

function parseLog(text: string): ReadonlyMap<string, FileTimes> {
  const times = new Map<string, FileTimes>();
  // What a file of an older commit is called today; empty for one that is there no more.
  const names = new Map<string, string>();
  const words = text.split("\0").values();
  let time = new Date(Number.NaN);
  for (const word of words) {
    const status = word.trim();
    if (/^-?\d+$/.test(status)) time = new Date(Number(status) * 1000);
    if (!/^[A-Z]\d*$/.test(status)) continue;
    const path = words.next().value ?? "";
    const then = status.startsWith("R") ? (words.next().value ?? "") : path;
    const now = names.get(then) ?? then;
    if (path !== then) names.set(path, now).set(then, "");
    const { created, modified = time } = times.get(now) ?? {};
    times.set(now, { modified, created: created ?? (status === "A" ? time : undefined) });
  }
  return times;
}
