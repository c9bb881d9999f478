import { createHash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { resolveFrom } from "./resolve-from.ts";

/**
 * The fingerprint of plugins: all files of their packages, and what the package manager says of all
 * that is installed beside them. While it is the same, so is what they do.
 *
 * @param names of packages; undefined for a plugin that has none
 * @param path the config file, absolute
 * @returns undefined where nobody can know: a plugin is none of a package, which may read whatever it
 *   likes; its package is a link to a folder that is being worked on, or is very large; or there is
 *   no list of what is installed
 */
export async function printPlugins(
  names: readonly (string | undefined)[],
  path: string,
): Promise<string | undefined> {
  const prints: string[] = [];
  for (const name of names) {
    const address = name === undefined ? undefined : await resolveFrom(name, path);
    const print = address === undefined ? undefined : printPackage(address);
    if (print === undefined) return undefined;
    prints.push(print);
  }
  return prints.join(" ");
}

function printPackage(address: string): string | undefined {
  const path = realpathSync(address.startsWith("file:") ? fileURLToPath(address) : address);
  const [, modules, name] = inModules.exec(path.replaceAll("\\", "/")) ?? [];
  if (modules === undefined || name === undefined) return undefined;
  const installed = lists.map((list) => readIfThere(join(modules, list))).join("");
  const folder = join(modules, name);
  const files = listFiles(folder);
  if (installed === "" || files.length > mostFiles) return undefined;
  const digest = createHash("sha256").update(installed);
  for (const file of files) digest.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  return digest.digest("base64url");
}

const inModules = /^(.*\/node_modules)\/((?:@[^/]+\/)?[^/]+)/;

// npm, pnpm and Yarn write down what they installed; pnpm's packages lie a few folders deeper.
const lists = [
  ".package-lock.json",
  ".modules.yaml",
  ".yarn-state.yml",
  "../../../.modules.yaml",
] as const;

/** A plugin has no more files than this. */
const mostFiles = 2000;

// In an order that no file system can change.
function listFiles(folder: string): readonly string[] {
  const children = readdirSync(folder, { withFileTypes: true, recursive: true });
  const files = children.filter((child) => child.isFile());
  return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).toSorted();
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
