import { hash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, isAbsolute, join, normalize } from "node:path";
import { isTable, type Table } from "../../table.ts";
import { ConfigError } from "../errors.ts";
import { parseJson } from "../parse-json.ts";

/** The folder of a site, to look around in. Paths are below it, with `/`. */
export interface SiteFolder {
  /** Absolute. */
  readonly root: string;
  /** The content folder where the user named one: below the root, `""` for the root itself. */
  readonly content: string | undefined;
  /** Whether a file or folder is there. */
  readonly has: (path: string) => Promise<boolean>;
  /** A file's text; undefined where there is none. */
  readonly readText: (path: string) => Promise<string | undefined>;
  /** The names in a folder, in order; none where there is no folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /**
   * A file of YAML, TOML or JSON as a table; undefined where there is none.
   *
   * @throws ConfigError where it is damaged.
   */
  readonly readTable: (path: string) => Promise<Table | undefined>;
  /** The first of several files that is there, as a table. */
  readonly readFirst: (...paths: readonly string[]) => Promise<FoundTable | undefined>;
  /** A digest of all that was asked so far, and of the answers. */
  readonly digest: () => string;
}

/** A table, and the file that holds it. */
interface FoundTable {
  readonly path: string;
  readonly table: Table;
}

/**
 * Opens the folder of a site. What its config names above the folder is as if it were not there.
 *
 * @param asked takes the absolute paths that are asked about, whatever the answer
 */
export function openSite(
  root: string,
  content: string | undefined,
  asked: Set<string> = new Set(),
): SiteFolder {
  const within = (path: string) => (leadsOut(path) ? undefined : join(root, path));
  const journal = new Set<string>();
  const note = <Answer>(question: string, path: string, answer: Answer): Answer => {
    journal.add(JSON.stringify([question, path, answer ?? null]));
    const file = within(path);
    if (file !== undefined) asked.add(file);
    return answer;
  };
  const readText = async (path: string) => {
    const file = within(path);
    return note("read", path, file === undefined ? undefined : await readSmallFile(file, path));
  };
  const readTable = async (path: string) => {
    const text = await readText(path);
    return text === undefined ? undefined : parseTable(text, path);
  };
  return {
    root,
    content,
    has: async (path) => note("has", path, isThere(within(path))),
    readText,
    list: async (path) => note("list", path, (await listNames(within(path))).toSorted()),
    readTable,
    readFirst: async (...paths) => {
      for (const path of paths) {
        const table = await readTable(path);
        if (table) return { path, table };
      }
      return undefined;
    },
    // Questions are asked side by side: their order says nothing.
    digest: () => hash("sha256", [...journal].toSorted().join("\n"), "base64url"),
  };
}

function leadsOut(path: string): boolean {
  return /^\.\.(?:[\\/]|$)/.test(normalize(path)) || isAbsolute(path);
}

// The call is synchronous: of a hundred names that generators give their configs most are not there,
// and asking for each and waiting takes ten times as long.
function isThere(path: string | undefined): boolean {
  return path !== undefined && existsSync(path);
}

async function listNames(folder: string | undefined): Promise<readonly string[]> {
  return folder === undefined ? [] : await readdir(folder).catch(() => []);
}

/** No config of a site is longer than this, in bytes. */
const longestConfig = 1024 * 1024;

async function readSmallFile(path: string, name: string): Promise<string | undefined> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isFile()) return undefined;
  if (stats.size > longestConfig) throw toError(name, `at most 1 MiB, not ${stats.size} bytes`);
  try {
    return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  } catch (cause) {
    throw toError(name, reasonOf(cause));
  }
}

async function parseTable(text: string, name: string): Promise<Table> {
  const value = await parse(text, name);
  if (isTable(value)) return value;
  if (value === null || value === undefined) return {};
  throw toError(name, "a table of keys");
}

// Most sites have one of the languages, and many have none.
async function parse(text: string, name: string): Promise<unknown> {
  const ending = extname(name);
  if (ending === ".json") return parseJson(text, name);
  const parseText = ending === ".toml" ? (await import("smol-toml")).parse : await loadYaml();
  try {
    return parseText(text);
  } catch (cause) {
    throw toError(name, reasonOf(cause));
  }
}

async function loadYaml(): Promise<(text: string) => unknown> {
  const { CORE_SCHEMA, loadAll } = await import("js-yaml");
  // Numbers and dates stay what the author wrote only as text, but no config asks for that.
  return (text) => loadAll(text, { schema: CORE_SCHEMA })[0];
}

function toError(name: string, reason: string): ConfigError {
  return new ConfigError(name, [
    { reason: `Expected a site's config that can be read (${reason})` },
  ]);
}

function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return (text.split("\n")[0] ?? "").trim();
}
