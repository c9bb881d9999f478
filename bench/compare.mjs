import { judgeFew, judgeMany } from "./bars.mjs";
import { eleventy } from "./contenders/eleventy.mjs";
import { fastFeedwright, feedwright, groupedFeedwright } from "./contenders/feedwright.mjs";
import { handWritten, leanHandWritten } from "./contenders/hand-written.mjs";
import { hugo } from "./contenders/hugo.mjs";
import { makeCorpus } from "./corpus.mjs";
import { runChains } from "./plan.mjs";
import { describeMachine, tableOfBars, tableOfRows, writePart } from "./report.mjs";

/** @import { Contender } from "./contenders/contender.mjs" */
/** @import { Chain, Effort, Row, Step } from "./plan.mjs" */

/** @type {readonly Step[]} */
const every = ["cold", "warm", "edited"];

/** @type {readonly Chain[]} */
const newest = [
  { contender: feedwright, feed: "newest", steps: every },
  { contender: handWritten, feed: "newest", steps: ["cold"] },
  { contender: leanHandWritten, feed: "newest", steps: ["cold"] },
  { contender: eleventy, feed: "newest", steps: ["cold"] },
  { contender: hugo, feed: "newest", steps: ["cold"] },
];

/** @type {readonly Chain[]} */
const all = [
  { contender: feedwright, feed: "all", steps: every },
  { contender: fastFeedwright, feed: "all", steps: ["cold"] },
  { contender: groupedFeedwright, feed: "all", steps: every },
  { contender: handWritten, feed: "all", steps: ["cold"] },
  { contender: eleventy, feed: "all", steps: ["cold"] },
  { contender: hugo, feed: "all", steps: ["cold"] },
];

/**
 * Runs feedwright beside the others, on a number of articles and on 100.
 *
 * @param {number} count
 * @param {Effort} effort
 * @returns {Promise<boolean>} Whether all of them did their work.
 */
export async function compare(count, effort) {
  const chains = await keepAble([...newest, ...all]);
  const few = await keepAble(newest);
  const sound = await compareOn(100, few, effort);
  return count === 100 ? sound : (await compareOn(count, chains, effort)) && sound;
}

/**
 * @param {number} count
 * @param {readonly Chain[]} chains
 * @param {Effort} effort
 */
async function compareOn(count, chains, effort) {
  const rows = await runChains(await makeCorpus(count), chains, effort);
  const bars = count === 100 ? judgeFew(rows) : judgeMany(rows);
  const machine = await describeMachine([hugo, eleventy, handWritten]);
  const note = count === 10_000 || count === 100 ? [] : ["The bars are meant for 10,000 articles."];
  await writePart(`${count.toLocaleString("en")} articles`, [
    machine,
    tableOfRows(rows, count),
    ...note,
    tableOfBars(bars),
    ...failures(rows),
  ]);
  return rows.every(({ failure }) => failure === undefined);
}

/**
 * Leaves out those who are not installed.
 *
 * @param {readonly Chain[]} chains
 */
export async function keepAble(chains) {
  const contenders = [...new Set(chains.map(({ contender }) => contender))];
  const able = new Map();
  for (const contender of contenders) able.set(contender, await isAble(contender));
  return chains.filter(({ contender }) => able.get(contender));
}

/** @param {Contender} contender */
async function isAble(contender) {
  if (await contender.version()) return true;
  console.error(`Skipped: ${contender.name} (not installed)`);
  return false;
}

/**
 * What to say of rows that failed.
 *
 * @param {readonly Row[]} rows
 */
export function failures(rows) {
  return rows.flatMap(({ contender, feed, step, failure }) => {
    return failure ? [`Failed: ${contender.name}, ${feed}, ${step}: \`${lastLine(failure)}\``] : [];
  });
}

// The end of a program's last words; all of them have been on the terminal.
/** @param {string} text */
function lastLine(text) {
  return text.slice(0, 200).replace(/[\s`]+/g, " ");
}
