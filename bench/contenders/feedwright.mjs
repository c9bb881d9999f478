import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { items, site } from "./contender.mjs";

/** @import { Contender, Task } from "./contender.mjs" */

const main = fileURLToPath(new URL("../../lib/bundle/feedwright.js", import.meta.url));

/** feedwright as it is installed: RSS, Atom and JSON. */
export const feedwright = create("feedwright", {});

/** With the fast parser in the place of `remark-parse`. */
export const fastFeedwright = create("feedwright, fast parser", {
  markdown: { parser: "satteri" },
});

/** With a feed for each tag, section and author as well. */
export const groupedFeedwright = create("feedwright, feeds by group", {
  feed: { groups: ["tag", "section", "author"] },
});

/**
 * @param {string} name
 * @param {object} config What the flags cannot say.
 * @returns {Contender}
 */
function create(name, config) {
  return {
    name,
    version: readVersion,
    prepare: ({ folder }) => {
      return writeFile(join(folder, "feedwright.config.json"), JSON.stringify(config));
    },
    command: (task) => ({ file: process.execPath, args: [main, ...flags(task)], cwd: task.folder }),
    outputs: [
      { path: "out/rss.xml", item: items.rss },
      { path: "out/atom.xml", item: items.atom },
      { path: "out/feed.json", item: items.json },
    ],
  };
}

/** The version of feedwright that is compiled here. */
async function readVersion() {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  return String(JSON.parse(text).version);
}

/**
 * What feedwright is called with, after the name of its file.
 *
 * @param {Task} task
 * @returns {readonly string[]}
 */
function flags({ corpus, limit, folder }) {
  return [
    ...["--config", join(folder, "feedwright.config.json")],
    ...["--content", corpus.content],
    ...["--out", join(folder, "out")],
    ...["--cache", join(folder, "cache")],
    ...["--site", site.url],
    ...["--title", site.title],
    ...["--limit", limit === undefined ? "all" : String(limit)],
    "--quiet",
  ];
}
