import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { items, site } from "./contender.mjs";

/** @import { Contender } from "./contender.mjs" */

const script = fileURLToPath(new URL("hand-written-script.mjs", import.meta.url));
const packages = ["gray-matter", "unified", "remark-parse", "remark-gfm", "remark-html", "feed"];

/** The script that people write: it renders everything, then takes the newest. */
export const handWritten = create("hand-written script", "all");

/** The same by someone who thought of rendering only what the feed holds. */
export const leanHandWritten = create("hand-written script, renders what it needs", "needed");

/**
 * @param {string} name
 * @param {"all" | "needed"} rendered
 * @returns {Contender}
 */
function create(name, rendered) {
  return {
    name,
    version: readVersions,
    prepare: async () => {},
    command: ({ corpus, limit, folder }) => ({
      file: process.execPath,
      args: [script, corpus.content, join(folder, "out"), String(limit ?? corpus.count), rendered],
      cwd: folder,
      env: { SITE: site.url, TITLE: site.title },
    }),
    outputs: [
      { path: "out/rss.xml", item: items.rss },
      { path: "out/atom.xml", item: items.atom },
      { path: "out/feed.json", item: items.json },
    ],
  };
}

async function readVersions() {
  const versions = packages.map(async (name) => {
    const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
    return `${name} ${JSON.parse(await readFile(file, "utf8")).version}`;
  });
  return (await Promise.all(versions)).join(", ");
}
