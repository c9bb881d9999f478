import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs git in a folder, as the same author everywhere. */
export async function git(folder: string, args: readonly string[], date = ""): Promise<void> {
  const env = {
    PATH: process.env["PATH"] ?? "",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "Ann",
    GIT_AUTHOR_EMAIL: "ann@example.com",
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: "Ann",
    GIT_COMMITTER_EMAIL: "ann@example.com",
    GIT_COMMITTER_DATE: date,
  };
  await run("git", args, { cwd: folder, env });
}

/** Commits everything in a folder, in a new repository where there is none. */
export async function commitAll(folder: string, date: string): Promise<void> {
  await git(folder, ["init", "--quiet"]);
  await git(folder, ["add", "--all"]);
  await git(folder, ["commit", "--quiet", "--message", "Change"], date);
}
