import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ExitCode } from "../../src/cli/command.ts";
import type { Io } from "../../src/cli/io.ts";
import type { Outcome } from "../../src/cli/outcome.ts";
import { run } from "../../src/cli/run.ts";
import { type Files, makeFolder } from "./temporary-folder.ts";

/** What a run in a folder gave. */
export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process; it is never told the machine's clock or environment. */
export async function runIn(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return await runWith(argv, { cwd, env });
}

/** What a run may have of the world besides. */
interface World extends Pick<Io, "cwd" | "ask"> {
  readonly env?: Io["env"];
  /** The clock; without it the time stands still. */
  readonly now?: Io["now"];
  /** How many characters a line of the terminal has that stdout is; without it there is none. */
  readonly columns?: number;
}

/** Runs the command line in this process, with somebody to ask or a terminal. */
export async function runWith(
  argv: readonly string[],
  { columns, env = {}, ...world }: World,
): Promise<Ran> {
  const said = { stdout: "", stderr: "" };
  const code = await run(argv, {
    stdout: { write: (text) => (said.stdout += text), isTTY: columns !== undefined, columns },
    stderr: { write: (text) => (said.stderr += text) },
    env,
    now: () => new Date("2026-01-01T00:00:00Z"),
    ...world,
  });
  return { code, ...said };
}

/** A build of a folder made for it: the report, and the feeds' texts where they were written. */
export interface Built extends Ran {
  readonly folder: string;
  readonly outcome: Outcome;
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

/** Builds articles (by path below the content folder) with flags, as users do. */
export async function buildArticles(articles: Files, ...flags: readonly string[]): Promise<Built> {
  const content = Object.entries(articles).map(([path, text]) => [`content/${path}`, text]);
  const folder = await makeFolder(Object.fromEntries(content));
  const site = ["--site", "https://example.com/", "--title", "Example"];
  const ran = await runIn(folder, [...site, "--reporter", "json", ...flags]);
  const outcome: Outcome = JSON.parse(ran.stdout);
  const read = (path: string) => readFile(join(folder, "dist", path), "utf8").catch(() => "");
  const [rss, atom, json] = [
    await read("rss.xml"),
    await read("atom.xml"),
    await read("feed.json"),
  ];
  return { ...ran, folder, outcome, rss, atom, json };
}
