/**
 * A function in a profile.
 *
 * @typedef {object} Call
 * @property {string} name
 * @property {string} url Of its module; empty for what is no module, as garbage collection.
 * @property {number} line
 * @property {number} time Spent in it and not in what it calls, in milliseconds.
 */

/**
 * The format of `--cpu-prof`, as far as it is read here.
 * https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile
 *
 * @typedef {object} Profile
 * @property {readonly ProfileNode[]} nodes
 * @property {readonly number[]} samples The id of the node that ran.
 * @property {readonly number[]} timeDeltas Microseconds since the sample before.
 */

/**
 * @typedef {object} ProfileNode
 * @property {number} id
 * @property {{ functionName: string, url: string, lineNumber: number }} callFrame
 */

/**
 * The time of each function that ran.
 *
 * @param {Profile} profile
 * @returns {readonly Call[]}
 */
export function readProfile({ nodes, samples, timeDeltas }) {
  /** @type {Map<number, number>} */
  const times = new Map();
  samples.forEach((id, index) => {
    // What ran at a sample ran until the next one.
    times.set(id, (times.get(id) ?? 0) + (timeDeltas[index + 1] ?? 0) / 1000);
  });
  return nodes.flatMap(({ id, callFrame: { functionName, url, lineNumber } }) => {
    const time = times.get(id);
    const name = functionName === "" ? "(anonymous)" : functionName;
    return time === undefined ? [] : [{ name, url, line: lineNumber + 1, time }];
  });
}

/**
 * Where a function stands: the package, or of our own modules the file, and the line.
 *
 * @param {Call} call
 */
export function placeOf({ url, line }) {
  const [, file] = url.match(/^(?!.*\/node_modules\/).*\/(lib\/.*)/) ?? [];
  return line > 0 ? `${file ?? packageOf(url)}:${line}` : packageOf(url);
}

/**
 * The package that a module belongs to; of our own modules, the stage; of Node's, `node`.
 *
 * @param {string} url
 */
export function packageOf(url) {
  if (url === "") return "(Node and V8)";
  if (url.startsWith("node:")) return "node";
  const [, name] = url.match(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
  const [, own] = url.match(/\/(lib\/[^/]+)/) ?? [];
  return name ?? own ?? url;
}
