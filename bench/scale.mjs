import { judgeScale } from "./bars.mjs";
import { failures, keepAble } from "./compare.mjs";
import { feedwright } from "./contenders/feedwright.mjs";
import { hugo } from "./contenders/hugo.mjs";
import { makeCorpus } from "./corpus.mjs";
import { runChains } from "./plan.mjs";
import { describeMachine, tableOfBars, tableOfRows, writePart } from "./report.mjs";

/** @import { Chain, Effort, Row } from "./plan.mjs" */

const sizes = [1_000, 10_000, 100_000];

/** @type {readonly Chain[]} */
const chains = [
  { contender: feedwright, feed: "newest", steps: ["cold", "warm"] },
  { contender: hugo, feed: "newest", steps: ["cold"] },
  { contender: feedwright, feed: "all", steps: ["cold"] },
  { contender: hugo, feed: "all", steps: ["cold"] },
];

/**
 * How time and memory grow: feedwright and Hugo on ten times as much, and on ten times that.
 *
 * @param {Effort} effort
 * @returns {Promise<boolean>} Whether all of them did their work.
 */
export async function scale(effort) {
  const able = await keepAble(chains);
  /** @type {(readonly Row[])[]} */
  const found = [];
  for (const size of sizes) found.push(await runChains(await makeCorpus(size), able, effort));
  const tables = found.map((rows, index) => {
    const size = sizes[index] ?? 0;
    return `${size.toLocaleString("en")} articles:\n\n${tableOfRows(rows, size)}`;
  });
  const [, tenth = [], whole = []] = found;
  await writePart("Scale", [
    await describeMachine([hugo]),
    ...tables,
    tableOfBars(judgeScale(whole, tenth)),
    ...found.flatMap(failures),
  ]);
  return found.flat().every(({ failure }) => failure === undefined);
}
