import { access, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { checkOptions } from "./check-options.ts";
import { ConfigError } from "./errors.ts";
import type { Options } from "./options.ts";
import { parseJson } from "./parse-json.ts";

/** A config file's content, checked, and the folder its paths are meant from. */
export interface LoadedOptions {
  readonly options: Options;
  readonly folder: string;
  /** The file's name; undefined where there is none. */
  readonly origin: string | undefined;
}

/** The names that are looked for, in this order; then the key `feedwright` of `package.json`. */
export const configNames = ["ts", "mts", "js", "mjs", "json"].map(
  (ending) => `feedwright.config.${ending}`,
);

/**
 * Finds and reads the config of a folder.
 *
 * @param folder where to look
 * @param file a config file named by the user, meant from `folder`
 * @throws ConfigError where it cannot be read, is damaged, or says what it may not.
 */
export async function loadOptions(folder: string, file?: string): Promise<LoadedOptions> {
  const path = file === undefined ? await findConfig(folder) : resolve(folder, file);
  if (path === undefined) return { options: {}, folder, origin: undefined };
  if (!(await exists(path)))
    throw new ConfigError(`Expected a config file, not \`${file}\`: no such file`);
  const origin = basename(path);
  const value = await readConfig(path, origin);
  if (value === undefined) return { options: {}, folder, origin: undefined };
  return { options: checkOptions(value, origin), folder: dirname(path), origin };
}

async function findConfig(folder: string): Promise<string | undefined> {
  for (const name of [...configNames, "package.json"]) {
    if (await exists(join(folder, name))) return join(folder, name);
  }
  return undefined;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

async function readConfig(path: string, origin: string): Promise<unknown> {
  if (origin === "package.json") return await readPackageKey(path, origin);
  if (origin.endsWith(".json")) return await readJson(path, origin);
  try {
    return await importConfig(path);
  } catch (cause) {
    throw new ConfigError(`${origin}: ${reasonOf(cause)}`, { cause });
  }
}

async function readJson(path: string, origin: string): Promise<unknown> {
  return parseJson(await readText(path, origin), origin);
}

async function readText(path: string, origin: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new ConfigError(`${origin}: ${reasonOf(cause)}`, { cause });
  }
}

async function readPackageKey(path: string, origin: string): Promise<unknown> {
  const value = await readJson(path, origin);
  return typeof value === "object" && value !== null && "feedwright" in value
    ? value.feedwright
    : undefined;
}

/** JavaScript by Node itself; TypeScript, which Node 20 cannot read, by jiti. */
async function importConfig(path: string): Promise<unknown> {
  if (/\.m?ts$/.test(path)) {
    const { createJiti } = await import("jiti");
    // Nothing is kept from an earlier run: a config that changed must be read anew.
    const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false });
    return await jiti.import(path, { default: true });
  }
  const module: { readonly default?: unknown } = await import(pathToFileURL(path).href);
  return module.default;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split("\n")[0] ?? cause.message) : String(cause);
}
