import { posix } from "node:path";
import type { Table } from "../../../table.ts";
import { readExports } from "../../foreign/script.ts";
import type { SiteFolder } from "../../foreign/site-folder.ts";
import { tableAt, textAt } from "../../foreign/table.ts";
import { toPath } from "../path-parts.ts";

/** What Eleventy's config says of the site's folders. */
export interface EleventyFolders {
  /** Below the root; empty for the root. */
  readonly input: string;
  /** The folder of global data, below the root. */
  readonly data: string;
  /** Globs below the input folder. */
  readonly exclude: readonly string[];
  /** What stands between the site's address and its pages. */
  readonly pathPrefix: string;
}

/** Reads the folders from the config file, which is not run: https://www.11ty.dev/docs/config/ */
export async function readFolders(site: SiteFolder): Promise<EleventyFolders> {
  const { text, table } = await readConfig(site);
  const input = folderOf("input", "Input") ?? "";
  const inInput = (name: string) => toPath(posix.join(input, name));
  const data = inInput(folderOf("data", "Data") ?? "_data");
  const others = [
    inInput(folderOf("includes", "Includes") ?? "_includes"),
    inInput(folderOf("layouts", "Layouts") ?? "_layouts"),
    data,
    folderOf("output", "Output") ?? "_site",
    ...callsOf(text, "ignores.add").map(toPath),
    ...(await readIgnored(site, ".gitignore")),
    ...(await readIgnored(site, ".eleventyignore")),
    ...(input === "" ? [] : await readIgnored(site, `${input}/.eleventyignore`)),
  ];
  return {
    input,
    data,
    exclude: others.flatMap((path) => below(input, path)).flatMap((path) => [path, `${path}/**`]),
    pathPrefix: toPath(textAt(table, "pathPrefix") ?? ""),
  };

  function folderOf(key: string, method: string): string | undefined {
    const [called] = callsOf(text, `set${method}Directory`);
    const written = called ?? textAt(table, "dir", key);
    return written === undefined ? undefined : toPath(written);
  }
}

async function readConfig(site: SiteFolder): Promise<{ text: string; table: Table }> {
  for (const path of configs) {
    const text = await site.readText(path);
    if (text === undefined) continue;
    const found = await readExports(text, path);
    return { text, table: { ...tableAt(found, "default"), ...tableAt(found, "config") } };
  }
  return { text: "", table: {} };
}

const configs = [
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
  "eleventy.config.ts",
];

// https://www.11ty.dev/docs/config/#input-directory: a call says it as often as a table does.
function callsOf(text: string, method: string): readonly string[] {
  const call = new RegExp(
    String.raw`\.${method.replace(".", "\\.")}\(\s*(["'\`])([^"'\`\n$]+)\1`,
    "g",
  );
  return [...text.matchAll(call)].map(([, , written = ""]) => written);
}

// https://www.11ty.dev/docs/ignores/: paths count from the file's own folder, not at any depth.
async function readIgnored(site: SiteFolder, path: string): Promise<readonly string[]> {
  const lines = ((await site.readText(path)) ?? "").split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "" && !/^[#!]/.test(line))
    .map((line) => toPath(posix.join(posix.dirname(path), line)));
}

function below(folder: string, path: string): readonly string[] {
  if (path === "" || path.startsWith("..")) return [];
  if (folder === "") return [path];
  return path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [];
}
