import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { items } from "./contender.mjs";

/** @import { Contender } from "./contender.mjs" */

const peers = fileURLToPath(new URL("../peers/", import.meta.url));
const packages = ["@11ty/eleventy", "@11ty/eleventy-plugin-rss"];

/**
 * Eleventy with its RSS plugin, RSS only; see `peers/eleventy.config.mjs`. It is installed on demand.
 *
 * @type {Contender}
 */
export const eleventy = {
  name: "Eleventy, RSS only",
  version: async () => {
    const versions = (await readVersions()) ?? (await install());
    return versions?.join(", ");
  },
  prepare: async () => {},
  // Its input has to stand below the folder that it runs in.
  command: ({ corpus, limit, folder }) => ({
    file: process.execPath,
    args: [
      join(peers, "node_modules/@11ty/eleventy/cmd.cjs"),
      `--config=${relative(corpus.root, join(peers, "eleventy.config.mjs"))}`,
      "--input=content",
      `--output=${relative(corpus.root, join(folder, "out"))}`,
      "--quiet",
    ],
    cwd: corpus.root,
    env: { BENCH_LIMIT: String(limit ?? 0) },
  }),
  outputs: [{ path: "out/rss.xml", item: items.rss }],
};

async function readVersions() {
  try {
    const texts = packages.map((name) =>
      readFile(join(peers, "node_modules", name, "package.json")),
    );
    return (await Promise.all(texts)).map((text, index) => {
      return `${packages[index]} ${JSON.parse(String(text)).version}`;
    });
  } catch {
    return undefined;
  }
}

async function install() {
  console.error("Installing Eleventy in bench/peers");
  const args = ["ci", "--prefix", peers, "--no-audit", "--no-fund"];
  await promisify(execFile)("npm", args).catch((error) => console.error(String(error)));
  return readVersions();
}
