import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { toolOutput } from "../support/run-tool.ts";
import type { Shown } from "./reader-suite.ts";

const newsboat = { command: "newsboat", debianPackage: "newsboat" };
const python = { command: "/usr/bin/python3", debianPackage: "python3" };

/** An entry in newsboat's cache. */
export interface CachedEntry extends Omit<Shown, "addresses"> {
  readonly content: string;
}

/**
 * Lets newsboat read feeds, which it does by address, with a home, a configuration and a cache in a
 * folder, and gives every entry that it has in the cache then: those of earlier readings too.
 */
export async function readWithNewsboat(
  feeds: readonly string[],
  folder: string,
): Promise<readonly CachedEntry[]> {
  const [urls, cache, config] = ["urls", "cache.db", "config"].map((name) => join(folder, name));
  if (!(urls && cache && config)) throw new TypeError("Expected three files");
  await writeFile(urls, feeds.map((feed) => `${pathToFileURL(feed).href}\n`).join(""));
  await writeFile(config, "");
  const env = { HOME: folder, PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8" };
  await toolOutput(newsboat, ["-u", urls, "-c", cache, "-C", config, "-x", "reload"], { env });
  const script = join(import.meta.dirname, "newsboat-cache.py");
  return JSON.parse(await toolOutput(python, [script, cache]));
}
