import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";

/** A program that is no dependency of this project: its name or path, and who brings it. */
export interface Tool {
  readonly command: string;
  readonly debianPackage: string;
}

/** What a program wrote, and how it ended. */
export interface ToolResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface ToolOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdinFile?: string;
}

/**
 * Runs a program to its end.
 *
 * @throws Where the program is not installed, with a message that says which package to install.
 */
export async function runTool(
  tool: Tool,
  args: readonly string[],
  { env, stdinFile }: ToolOptions = {},
): Promise<ToolResult> {
  const input = stdinFile === undefined ? "" : await readFile(stdinFile);
  return new Promise((resolve, reject) => {
    const options = { env: env ?? process.env, maxBuffer: 2 ** 28 };
    const child = execFile(tool.command, args, options, (error, stdout, stderr) => {
      if (error === null) return resolve({ status: 0, stdout, stderr });
      if (error.code === "ENOENT") return reject(missing(tool));
      if (typeof error.code !== "number") return reject(error);
      resolve({ status: error.code, stdout, stderr });
    });
    child.stdin?.on("error", () => undefined).end(input);
  });
}

/** The output of a program that has to end well. */
export async function toolOutput(...call: Parameters<typeof runTool>): Promise<string> {
  const { status, stdout, stderr } = await runTool(...call);
  if (status !== 0) throw new Error(`${call[0].command} ended with ${status}: ${stderr}`);
  return stdout;
}

function missing({ command, debianPackage }: Tool): Error {
  return new Error(`${command} is missing: run "apt-get install ${debianPackage}" first`);
}
