import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { feedwright } from "./contenders/feedwright.mjs";
import { makeCorpus } from "./corpus.mjs";
import { measure } from "./measure.mjs";
import { describeMachine, table, writePart } from "./report.mjs";
import { packageOf, placeOf, readProfile } from "./self-time.mjs";

/** @import { Task } from "./contenders/contender.mjs" */

const shown = 20;

/**
 * Where the time goes, cold: stages, packages and functions, for the newest 20 and for everything.
 *
 * @param {number} count
 */
export async function profile(count) {
  const corpus = await makeCorpus(count);
  const folder = join(corpus.root, "profile");
  const blocks = [await describeMachine([])];
  for (const limit of [20, undefined]) {
    const task = { corpus, limit, folder };
    const name = limit === undefined ? "everything" : `newest ${limit}`;
    blocks.push(`### ${name}, cold`, await timeStages(task), ...(await profileOnce(task)));
  }
  await writePart(`Profile of ${count.toLocaleString("en")} articles`, blocks);
}

/** @param {Task} task */
async function timeStages(task) {
  const { file, args, cwd } = await start(task);
  const begin = performance.now();
  const { stdout } = await promisify(execFile)(file, [...args, "--reporter", "json"], {
    cwd,
    maxBuffer: 2 ** 30,
  });
  const whole = performance.now() - begin;
  const timings = Object.entries(JSON.parse(stdout).timings).map(([stage, time]) => {
    return { stage, time: Number(time) };
  });
  const rest = whole - timings.reduce((sum, { time }) => sum + time, 0);
  const lines = [...timings, { stage: "the rest (loading modules, the report)", time: rest }];
  return table([["stage", "ms"], ...lines.map(({ stage, time }) => [stage, time.toFixed(0)])]);
}

/** @param {Task} task */
async function profileOnce(task) {
  const command = await start(task);
  const profiles = join(task.folder, "profiles");
  await measure({
    ...command,
    args: ["--cpu-prof", `--cpu-prof-dir=${profiles}`, ...command.args],
  });
  // A worker has a profile of its own.
  const texts = (await readdir(profiles)).map((name) => readFile(join(profiles, name), "utf8"));
  const calls = (await Promise.all(texts)).flatMap((text) => readProfile(JSON.parse(text)));
  return [
    tableOf("package", calls, ({ url }) => packageOf(url)),
    tableOf("function", calls, (call) => `\`${call.name}\` ${placeOf(call)}`),
  ];
}

/** @param {Task} task */
async function start(task) {
  await rm(task.folder, { recursive: true, force: true });
  await mkdir(task.folder);
  await feedwright.prepare(task);
  return feedwright.command(task);
}

/**
 * @param {string} what
 * @param {readonly import("./self-time.mjs").Call[]} calls
 * @param {(call: import("./self-time.mjs").Call) => string} keyOf
 */
function tableOf(what, calls, keyOf) {
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const call of calls) times.set(keyOf(call), (times.get(keyOf(call)) ?? 0) + call.time);
  const whole = calls.reduce((sum, { time }) => sum + time, 0);
  const lines = [...times].sort(([, one], [, other]) => other - one).slice(0, shown);
  return table([
    [what, "self time, ms", "share"],
    ...lines.map(([key, time]) => [key, time.toFixed(0), `${((100 * time) / whole).toFixed(1)} %`]),
  ]);
}
