/** @import { Contender } from "./contenders/contender.mjs" */
/** @import { Row, Step } from "./plan.mjs" */

/**
 * What all runs of a row come to: medians, and the shortest time.
 *
 * @typedef {object} Summary
 * @property {number} runs
 * @property {number} seconds
 * @property {number} shortest
 * @property {number | undefined} processor Seconds.
 * @property {number | undefined} memory In MiB.
 */

/**
 * @param {Row | undefined} row
 * @returns {Summary | undefined} Undefined where nothing was measured.
 */
export function summarize(row) {
  if (!row || row.costs.length === 0) return undefined;
  const seconds = row.costs.map((cost) => cost.seconds);
  const processor = row.costs.flatMap((cost) => cost.processor ?? []);
  const memory = row.costs.flatMap((cost) => cost.memory ?? []);
  return {
    runs: seconds.length,
    seconds: median(seconds),
    shortest: Math.min(...seconds),
    processor: processor.length > 0 ? median(processor) : undefined,
    memory: memory.length > 0 ? median(memory) : undefined,
  };
}

/**
 * @param {readonly number[]} numbers At least one.
 * @returns {number}
 */
function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const [low = Number.NaN] = sorted.slice((sorted.length - 1) >> 1);
  const [high = low] = sorted.slice(sorted.length >> 1);
  return (low + high) / 2;
}

/**
 * Finds what a step cost.
 *
 * @param {readonly Row[]} rows
 * @param {Contender} contender
 * @param {{ feed: "newest" | "all", step: Step }} which
 * @returns {Summary | undefined}
 */
export function find(rows, contender, { feed, step }) {
  return summarize(
    rows.find((row) => row.contender === contender && row.feed === feed && row.step === step),
  );
}
