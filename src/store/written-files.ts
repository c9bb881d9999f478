import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

/** What is remembered of earlier runs: of each output folder, the digests of the files written. */
export interface Memory {
  readonly written: ReadonlyMap<string, string>;
  /** Why nothing is remembered, where something should be. */
  readonly problem: string | undefined;
}

/**
 * Recalls what feedwright wrote into a folder. A damaged memory is as none.
 *
 * @param cache the cache folder, absolute; undefined to do without
 * @param out the output folder, absolute
 */
export async function recallWritten(cache: string | undefined, out: string): Promise<Memory> {
  if (cache === undefined) return { written: new Map(), problem: undefined };
  const text = await readText(fileOf(cache));
  if (text === undefined) return { written: new Map(), problem: undefined };
  const folders = parseFolders(text);
  const problem = folders ? undefined : `Expected a record of written files, not ${fileOf(cache)}`;
  return { written: new Map(Object.entries(folders?.[keyOf(cache, out)] ?? {})), problem };
}

/** Remembers what stands in a folder now. A cache that cannot be written is done without. */
export async function rememberWritten(
  cache: string | undefined,
  out: string,
  written: ReadonlyMap<string, string>,
): Promise<void> {
  if (cache === undefined) return;
  const folders = parseFolders((await readText(fileOf(cache))) ?? "{}") ?? {};
  const next = { ...folders, [keyOf(cache, out)]: Object.fromEntries(written) };
  const text = `${JSON.stringify(next, null, 2)}\n`;
  await mkdir(dirname(fileOf(cache)), { recursive: true });
  const temporary = `${fileOf(cache)}.${process.pid}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, fileOf(cache));
}

type Folders = Readonly<Record<string, Readonly<Record<string, string>>>>;

function fileOf(cache: string): string {
  return join(cache, "written.json");
}

// Relative, so that a cache that is carried to another machine still fits.
function keyOf(cache: string, out: string): string {
  return relative(cache, out).replaceAll("\\", "/");
}

async function readText(path: string): Promise<string | undefined> {
  return await readFile(path, "utf8").catch(() => undefined);
}

function parseFolders(text: string): Folders | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFolders(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFolders(value: unknown): value is Folders {
  return (
    isRecord(value) &&
    Object.values(value).every((folder) => {
      return (
        isRecord(folder) && Object.values(folder).every((digest) => typeof digest === "string")
      );
    })
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
