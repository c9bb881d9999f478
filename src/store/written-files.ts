import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { isTable } from "../table.ts";
import { commitFile, removeLeftovers, stageFile } from "../whole-file.ts";
import type { WrittenFile } from "../write/files.ts";

/** Whose files they are: another site may write into the same folder. All paths are absolute. */
export interface Owner {
  readonly out: string;
  readonly content: string;
  /** The config file; undefined where there is none. */
  readonly config: string | undefined;
}

/** What is remembered of earlier runs: the files they wrote, by path. */
export interface Memory {
  readonly written: ReadonlyMap<string, WrittenFile>;
  /** Why nothing is remembered, where something should be. */
  readonly problem: string | undefined;
}

/**
 * Recalls which files feedwright wrote. A damaged memory is as none.
 *
 * @param cache the cache folder, absolute; undefined to do without
 */
export async function recallWritten(cache: string | undefined, owner: Owner): Promise<Memory> {
  if (cache === undefined) return nothing;
  try {
    const written = (await readRegister(cache))[keyOf(cache, owner)] ?? {};
    return { written: new Map(Object.entries(written).map(toWritten)), problem: undefined };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...nothing, problem: `Expected a readable cache in ${cache} (${reason})` };
  }
}

/**
 * Remembers what stands in the output folder now.
 *
 * @throws the file system's error where the cache cannot be written.
 */
export async function rememberWritten(
  cache: string | undefined,
  owner: Owner,
  written: ReadonlyMap<string, WrittenFile>,
): Promise<void> {
  if (cache === undefined) return;
  const register = await readRegister(cache).catch(() => ({}));
  const next = { ...register, [keyOf(cache, owner)]: Object.fromEntries(written) };
  await removeLeftovers([fileOf(cache)]);
  await commitFile(await stageFile(fileOf(cache), [`${JSON.stringify(next, null, 2)}\n`]));
}

const nothing: Memory = { written: new Map(), problem: undefined };

/** Files by path, for each owner; version 0.1 kept their digests alone. */
type Register = Readonly<Record<string, Files>>;

type Files = Readonly<Record<string, WrittenFile | string>>;

function toWritten([path, file]: [string, WrittenFile | string]): [string, WrittenFile] {
  return [path, typeof file === "string" ? { digest: file } : file];
}

function fileOf(cache: string): string {
  return join(cache, "written.json");
}

/** What an owner's files are kept under: relative, so that a cache still fits on another machine. */
export function keyOf(cache: string, { out, content, config }: Owner): string {
  const [to, from, by] = [out, content, config ?? ""].map((path) => {
    return path === "" ? "" : relative(cache, path).replaceAll("\\", "/");
  });
  return `${to} from ${from}${by ? ` by ${by}` : ""}`;
}

/** @throws where there is a file, but none that feedwright wrote. */
async function readRegister(cache: string): Promise<Register> {
  const text = await readIfThere(fileOf(cache));
  const value: unknown = text === undefined ? {} : JSON.parse(text);
  if (isRegister(value)) return value;
  throw new TypeError("not a register of written files");
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function isRegister(value: unknown): value is Register {
  return isTable(value) && Object.values(value).every(isFiles);
}

function isFiles(value: unknown): value is Files {
  return isTable(value) && Object.values(value).every(isFile);
}

function isFile(value: unknown): value is WrittenFile | string {
  return typeof value === "string" || (isTable(value) && typeof value["digest"] === "string");
}
