import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";

/** @import { Contender, Task } from "./contenders/contender.mjs" */

/**
 * Checks that a run did its work: each feed has every item that it should, and what was edited last.
 *
 * @param {Contender} contender
 * @param {Task} task
 * @param {string} [mark] What the newest article ends with.
 * @throws {Error} that says what is missing from which feed.
 */
export async function check({ outputs }, { corpus, limit, folder }, mark) {
  const expected = Math.min(limit ?? corpus.count, corpus.count);
  for (const { path, item } of outputs) {
    const file = join(folder, path);
    const { size } = await stat(file);
    const found = await countIn(file, item);
    if (size === 0 || found !== expected) {
      throw new Error(`Expected ${expected} items in ${path}, not \`${found}\` (${size} bytes)`);
    }
    if (mark && (await countIn(file, mark)) === 0) {
      throw new Error(`Expected the edited text in ${path}, not an older one`);
    }
  }
}

// A feed of everything may be longer than a string can be.
/**
 * @param {string} file
 * @param {string} words
 * @returns {Promise<number>} How often they stand in it.
 */
async function countIn(file, words) {
  let count = 0;
  let rest = "";
  for await (const chunk of createReadStream(file, {
    encoding: "latin1",
    highWaterMark: 2 ** 20,
  })) {
    const text = `${rest}${chunk}`;
    count += text.split(words).length - 1;
    rest = words.length > 1 ? text.slice(1 - words.length) : "";
  }
  return count;
}
