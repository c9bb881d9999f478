import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { check } from "./check.mjs";
import { measure } from "./measure.mjs";

/** @import { Contender } from "./contenders/contender.mjs" */
/** @import { Corpus } from "./corpus.mjs" */
/** @import { Cost } from "./measure.mjs" */

/**
 * `cold`: nothing is kept from before. `warm`: what the run before kept is there, and nothing has
 * changed. `edited`: the same, and the newest article has changed.
 *
 * @typedef {"cold" | "warm" | "edited"} Step
 */

/**
 * Runs of one contender that build on one another.
 *
 * @typedef {object} Chain
 * @property {Contender} contender
 * @property {"newest" | "all"} feed The newest 20 articles, or all of them.
 * @property {readonly Step[]} steps In this order; the first is cold.
 */

/**
 * What a step of a chain cost, run by run.
 *
 * @typedef {object} Row
 * @property {Contender} contender
 * @property {"newest" | "all"} feed
 * @property {Step} step
 * @property {Cost[]} costs
 * @property {string} [failure] Why there are no more of them.
 */

/**
 * How often chains are run.
 *
 * @typedef {object} Effort
 * @property {number} rounds
 * @property {number} patience Seconds; a chain that has taken longer is not run again.
 */

/**
 * Runs chains in turn, round by round, so that a slow moment of the machine falls on all of them.
 * A chain that fails is not run again.
 *
 * @param {Corpus} corpus
 * @param {readonly Chain[]} chains
 * @param {Effort} effort
 * @returns {Promise<readonly Row[]>}
 */
export async function runChains(corpus, chains, { rounds, patience }) {
  const runs = chains.map((chain) => ({
    chain,
    rows: chain.steps.map((step) => startRow(chain, step)),
    start: 0,
    spent: 0,
  }));
  for (let round = 1; round <= rounds; round += 1) {
    for (const run of runs) {
      if (run.spent > patience || run.rows.some(({ failure }) => failure)) continue;
      const start = performance.now();
      await runChain(corpus, run.rows, round);
      run.spent += (performance.now() - start) / 1000;
    }
  }
  return runs.flatMap(({ rows }) => rows);
}

/**
 * @param {Chain} chain
 * @param {Step} step
 * @returns {Row}
 */
function startRow({ contender, feed }, step) {
  return { contender, feed, step, costs: [] };
}

/**
 * @param {Corpus} corpus
 * @param {readonly Row[]} rows
 * @param {number} round
 */
async function runChain(corpus, rows, round) {
  const folder = join(corpus.root, "work");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  // A contender before may have taken all the memory there was.
  corpus.warm();
  try {
    for (const row of rows) {
      await runStep(corpus, folder, { row, mark: `round${round}` });
      if (row.failure) break;
    }
  } finally {
    await corpus.restore();
  }
}

/**
 * @param {Corpus} corpus
 * @param {string} folder
 * @param {{ row: Row, mark: string }} run
 */
async function runStep(corpus, folder, { row, mark }) {
  const { contender, feed, step } = row;
  const task = { corpus, folder, limit: feed === "newest" ? 20 : undefined };
  try {
    if (step === "cold") await contender.prepare(task);
    if (step === "edited") await corpus.edit(mark);
    const cost = await measure(contender.command(task));
    await check(contender, task, step === "edited" ? mark : undefined);
    row.costs.push(cost);
    report(row, cost);
  } catch (error) {
    row.failure = error instanceof Error ? error.message : String(error);
    console.error(`${describe(row)}: failed: ${row.failure}`);
  }
}

/**
 * @param {Row} row
 * @param {Cost} cost
 */
function report(row, { seconds, memory = Number.NaN }) {
  console.error(`${describe(row)}: ${seconds.toFixed(2)} s, ${memory.toFixed(0)} MiB`);
}

/** @param {Row} row */
function describe({ contender, feed, step }) {
  return `${contender.name}, ${feed}, ${step}`;
}
