import { eleventy } from "./contenders/eleventy.mjs";
import { fastFeedwright, feedwright, groupedFeedwright } from "./contenders/feedwright.mjs";
import { handWritten } from "./contenders/hand-written.mjs";
import { hugo } from "./contenders/hugo.mjs";
import { find } from "./statistics.mjs";

/** @import { Contender } from "./contenders/contender.mjs" */
/** @import { Row, Step } from "./plan.mjs" */

/**
 * What is to be reached, and what was.
 *
 * @typedef {object} Bar
 * @property {string} what
 * @property {number} limit At most this.
 * @property {string} unit What the limit is counted in.
 * @property {number | undefined} value Undefined where one of the two was not measured.
 */

/** @typedef {readonly [Contender, "newest" | "all", Step]} Place */

/**
 * The bars on 10,000 articles.
 *
 * @param {readonly Row[]} rows
 * @returns {readonly Bar[]}
 */
export function judgeMany(rows) {
  const ratio = ratioIn(rows);
  /** @type {Place} */
  const hugoNewest = [hugo, "newest", "cold"];
  /** @type {Place} */
  const hugoAll = [hugo, "all", "cold"];
  /** @type {Place} */
  const allCold = [feedwright, "all", "cold"];
  /** @type {Place} */
  const allEdited = [feedwright, "all", "edited"];
  return [
    ratio("newest 20, cold", 0.7, [[feedwright, "newest", "cold"], hugoNewest]),
    ratio("newest 20, warm", 0.25, [[feedwright, "newest", "warm"], hugoNewest]),
    ratio("newest 20, one article edited", 0.3, [[feedwright, "newest", "edited"], hugoNewest]),
    ratio("everything, cold", 0.5, [allCold, [handWritten, "all", "cold"]]),
    ratio("everything, cold", 1, [allCold, [eleventy, "all", "cold"]]),
    ratio("everything, cold, fast parser", 0.9, [[fastFeedwright, "all", "cold"], hugoAll]),
    ratio("everything, warm", 0.15, [[feedwright, "all", "warm"], hugoAll]),
    ratio("everything, one article edited", 0.25, [allEdited, hugoAll]),
    ratio("feeds by group, everything, edited", 2, [
      [groupedFeedwright, "all", "edited"],
      allEdited,
    ]),
    {
      what: "everything, cold: peak memory",
      limit: 400,
      unit: "MiB",
      value: memoryOf(rows),
    },
  ];
}

/**
 * The bars on 100 articles.
 *
 * @param {readonly Row[]} rows
 * @returns {readonly Bar[]}
 */
export function judgeFew(rows) {
  const warm = find(rows, feedwright, { feed: "newest", step: "warm" });
  return [
    ratioIn(rows)("newest 20, cold", 0.5, [
      [feedwright, "newest", "cold"],
      [handWritten, "newest", "cold"],
    ]),
    { what: "newest 20, warm", limit: 0.15, unit: "s", value: warm?.seconds },
  ];
}

/**
 * The bars on 100,000 articles.
 *
 * @param {readonly Row[]} rows
 * @param {readonly Row[]} tenth What 10,000 articles cost.
 * @returns {readonly Bar[]}
 */
export function judgeScale(rows, tenth) {
  const ratio = ratioIn(rows);
  /** @type {Place} */
  const hugoNewest = [hugo, "newest", "cold"];
  return [
    ratio("100,000: newest 20, cold", 0.6, [[feedwright, "newest", "cold"], hugoNewest]),
    ratio("100,000: newest 20, warm", 0.15, [[feedwright, "newest", "warm"], hugoNewest]),
    growth("100,000: newest 20, cold", 11, [rows, tenth, "cold"]),
    growth("100,000: newest 20, warm", 11, [rows, tenth, "warm"]),
    {
      what: "100,000: everything, cold: peak memory",
      limit: 2,
      unit: "× 10,000 articles",
      value: divide(memoryOf(rows), memoryOf(tenth)),
    },
  ];
}

/**
 * @param {readonly Row[]} rows
 * @returns {(what: string, limit: number, places: readonly [Place, Place]) => Bar}
 */
function ratioIn(rows) {
  const secondsAt = (/** @type {Place} */ [contender, feed, step]) => {
    return find(rows, contender, { feed, step })?.seconds;
  };
  return (what, limit, [ours, theirs]) => {
    const [{ name }, , step] = theirs;
    const unit = theirs[0] === feedwright ? `× ${name}, ${step}` : `× ${name}`;
    return { what, limit, unit, value: divide(secondsAt(ours), secondsAt(theirs)) };
  };
}

/**
 * @param {string} what
 * @param {number} limit
 * @param {readonly [readonly Row[], readonly Row[], Step]} sides
 * @returns {Bar}
 */
function growth(what, limit, [rows, tenth, step]) {
  const [large, small] = [rows, tenth].map((side) =>
    find(side, feedwright, { feed: "newest", step }),
  );
  const value = divide(large?.seconds, small?.seconds);
  return { what, limit, unit: "× 10,000 articles", value };
}

/** @param {readonly Row[]} rows */
function memoryOf(rows) {
  return find(rows, feedwright, { feed: "all", step: "cold" })?.memory;
}

/**
 * @param {number | undefined} one
 * @param {number | undefined} other
 */
function divide(one, other) {
  return one === undefined || other === undefined ? undefined : one / other;
}
