/** @import { Command } from "../measure.mjs" */
/** @import { Corpus } from "../corpus.mjs" */

/**
 * What a contender is asked to do.
 *
 * @typedef {object} Task
 * @property {Corpus} corpus
 * @property {number | undefined} limit Newest articles in the feed; undefined: all of them.
 * @property {string} folder Its own; what it keeps between runs stands here, and nothing else.
 */

/**
 * A feed that a contender writes.
 *
 * @typedef {object} Output
 * @property {string} path Below the task's folder.
 * @property {string} item What stands in the feed exactly once for each item.
 */

/**
 * A program that makes feeds of a folder of articles.
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {() => Promise<string | undefined>} version Undefined where it is not installed.
 * @property {(task: Task) => Promise<void>} prepare Writes what it needs in an empty folder.
 * @property {(task: Task) => Command} command
 * @property {readonly Output[]} outputs
 */

export const site = { url: "https://bench.example/", title: "Bench" };

/** What begins an item of each format. */
export const items = { rss: "<item>", atom: "<entry>", json: '"id":' };
