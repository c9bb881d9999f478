import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a process gave. */
export interface Exited {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a process is started. */
export interface Start {
  readonly cwd: string;
  /** The environment besides what a process cannot do without; nothing else is handed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** A command that the program is started by, as in `["bash", "-c", "exec \"$@\"", "-"]`. */
  readonly by?: readonly string[];
}

/** Runs the compiled program in a process of its own. */
export function runCompiled(argv: readonly string[], { cwd, env = {}, by = [] }: Start): Exited {
  const [command = process.execPath, ...args] = [...by, process.execPath, compiledMain(), ...argv];
  const { PATH = "", SystemRoot = "" } = process.env;
  const ran = spawnSync(command, args, {
    cwd,
    env: { PATH, SystemRoot, ...env },
    encoding: "utf8",
  });
  if (ran.error) throw ran.error;
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

/**
 * The compiled program's path.
 *
 * @throws where it is missing or older than the source: the tests would try something else.
 */
export function compiledMain(): string {
  return requireCompiled("../../lib/cli/main.js");
}

/**
 * The path of the compiled program as it is packed, in one file.
 *
 * @throws as `compiledMain` does.
 */
export function compiledBundle(): string {
  return requireCompiled("../../lib/bundle/feedwright.js");
}

function requireCompiled(path: string): string {
  const main = fileURLToPath(new URL(path, import.meta.url));
  const source = fileURLToPath(new URL("../../src", import.meta.url));
  if (existsSync(main) && statSync(main).mtimeMs >= newestTime(source)) return main;
  throw new Error("Expected lib/ to be compiled from src/ as it is: run `npm run compile`");
}

function newestTime(folder: string): number {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => path.endsWith(".ts"));
  return Math.max(...files.map((path) => statSync(join(folder, path)).mtimeMs));
}
