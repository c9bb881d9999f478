import { access, readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { checkOptions } from "./check-options.ts";
import { ConfigError } from "./errors.ts";
import { loadPlugins } from "./load-plugins.ts";
import type { Options } from "./options.ts";
import { parseJson } from "./parse-json.ts";

/** A config file's content, checked, and the folder its paths are meant from. */
export interface LoadedOptions {
  readonly options: Options;
  readonly folder: string;
  /** The file, as it is named from where it was looked for; undefined where there is none. */
  readonly origin: string | undefined;
  /** Fingerprint of the plugins; undefined where nobody can know all that they depend on. */
  readonly pluginPrint?: string | undefined;
}

/** The names of config files, in the order in which they are looked for. */
export const configNames = ["ts", "mts", "js", "mjs", "json"].map((ending) => {
  return `feedwright.config.${ending}`;
});

/**
 * Finds and reads the config of a folder: `feedwright.config.{ts,mts,js,mjs,json}`, in this order,
 * else the key `feedwright` of `package.json`.
 *
 * @param folder where to look, absolute
 * @param file a config file named by the user, meant from `folder`
 * @throws ConfigError where it cannot be read, is damaged, or says what it may not.
 */
export async function loadOptions(folder: string, file?: string): Promise<LoadedOptions> {
  const path = file === undefined ? await findConfig(folder) : resolve(folder, file);
  if (path === undefined) return { options: {}, folder, origin: undefined, pluginPrint: "" };
  const origin = relative(folder, path).replaceAll("\\", "/");
  const value = await readConfig(path, origin);
  if (value === undefined) return { options: {}, folder, origin: undefined, pluginPrint: "" };
  const { options, print } = await loadPlugins(checkOptions(value, origin), { path, origin });
  return { options, folder: dirname(path), origin, pluginPrint: print };
}

/** Where a config would be read from, absolute: every place where one is looked for. */
export function configPaths(folder: string, file?: string): readonly string[] {
  if (file !== undefined) return [resolve(folder, file)];
  return [...configNames, "package.json"].map((name) => join(folder, name));
}

async function findConfig(folder: string): Promise<string | undefined> {
  for (const path of configPaths(folder)) if (await exists(path)) return path;
  return undefined;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

async function readConfig(path: string, origin: string): Promise<unknown> {
  if (basename(path) === "package.json") return await readPackageKey(path, origin);
  if (path.endsWith(".json")) return parseJson(await readText(path, origin), origin);
  if (/\.m?[tj]s$/.test(path)) return await importConfig(path, origin);
  const reason =
    "Expected a config file in TypeScript, JavaScript or JSON (.ts .mts .js .mjs .json)";
  throw new ConfigError(origin, [{ reason }]);
}

async function readText(path: string, origin: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    const reason = isMissing
      ? "Expected a config file, but there is none"
      : `Expected a config file that can be read (${reasonOf(cause)})`;
    throw new ConfigError(origin, [{ reason }], { cause });
  }
}

async function readPackageKey(path: string, origin: string): Promise<unknown> {
  const value = parseJson(await readText(path, origin), origin);
  return typeof value === "object" && value !== null && "feedwright" in value
    ? value.feedwright
    : undefined;
}

// By jiti: Node 20 reads no TypeScript, and ES modules named `.js` only in some packages.
async function importConfig(path: string, origin: string): Promise<unknown> {
  await readText(path, origin);
  const module = await runModule(path, origin);
  if (typeof module === "object" && module !== null && "default" in module) return module.default;
  throw new ConfigError(origin, [{ reason: "Expected a config as the default export" }]);
}

async function runModule(path: string, origin: string): Promise<unknown> {
  // Imported here: most runs do without it, and it takes its time.
  const { createJiti } = await import("jiti");
  try {
    return await createJiti(import.meta.url, { fsCache: false, moduleCache: false }).import(path);
  } catch (cause) {
    const reason = `Expected a config file that runs (${reasonOf(cause)})`;
    throw new ConfigError(origin, [{ reason, ...placeOf(cause, path) }], { cause });
  }
}

function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return (text.split("\n")[0] ?? "").replace(/^\w*Error: /, "").trim();
}

// Where the file is named first: in the parser's message, or in the stack of what was thrown.
function placeOf(cause: unknown, path: string) {
  const stack = cause instanceof Error ? (cause.stack ?? "") : "";
  const [, rest = ""] = stack.replaceAll("\\", "/").split(path.replaceAll("\\", "/"));
  const [, line, column] = /^:(\d+):(\d+)/.exec(rest) ?? [];
  return line === undefined ? {} : { line: Number(line), column: Number(column) };
}
