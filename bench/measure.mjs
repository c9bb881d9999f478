import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A program and how it is called.
 *
 * @typedef {object} Command
 * @property {string} file
 * @property {readonly string[]} args
 * @property {string} cwd
 * @property {Readonly<Record<string, string>>} [env] Added to the little that every program gets.
 */

/**
 * What a whole process cost.
 *
 * @typedef {object} Cost
 * @property {number} seconds From its start to its end, on the clock.
 * @property {number | undefined} processor Seconds that processors worked for it; undefined as below.
 * @property {number | undefined} memory Most memory it held at once (resident), in MiB; undefined
 *   where GNU time is missing. Of a program with several processes: that of the largest.
 */

const time = "/usr/bin/time";
const note = join(tmpdir(), `feedwright-bench-${process.pid}`);

// GNU time knows the peak of any program, in any language, and adds about a millisecond. The kernel
// counts a child's memory from its parent's when it is forked, and GNU time is small.
const hasTime = existsSync(time) && process.platform === "linux";

/**
 * Runs a program to its end.
 *
 * @param {Command} command
 * @returns {Promise<Cost>}
 * @throws {Error} with the program's last words where it fails.
 */
export async function measure({ file, args, cwd, env = {} }) {
  const [program, ...rest] = hasTime
    ? [time, "--quiet", "-f", "%U %S %M", "-o", note, file, ...args]
    : [file, ...args];
  const start = performance.now();
  const failure = await run(program ?? file, rest, { cwd, env: { ...basics(), ...env } });
  const seconds = (performance.now() - start) / 1000;
  if (failure) throw new Error(`${file} ${failure}`);
  if (!hasTime) return { seconds, processor: undefined, memory: undefined };
  const text = await readFile(note, "utf8");
  await rm(note);
  const numbers = text.split(" ").map(Number);
  const [user = Number.NaN, system = Number.NaN, kibibytes = Number.NaN] = numbers;
  return { seconds, processor: user + system, memory: kibibytes / 1024 };
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: Record<string, string> }} place
 * @returns {Promise<string | undefined>} Why it failed.
 */
function run(file, args, { cwd, env }) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
    let words = "";
    child.stderr.on("data", (data) => {
      words = `${words}${data}`.slice(-2000);
    });
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => {
      resolve(code === 0 ? undefined : `ended with ${signal ?? code}: ${words.trim()}`);
    });
  });
}

// What the one who runs the benchmark has set for Node, colours or CI is no part of it.
function basics() {
  const { PATH = "", HOME = "" } = process.env;
  return { PATH, HOME, NODE_ENV: "production" };
}
