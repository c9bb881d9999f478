import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { commitFile, removeLeftovers, stageFile } from "../whole-file.ts";
import { DamagedError } from "./damaged-error.ts";

/**
 * Reads what was kept in a file: a line with the name of what it is and its digest, then JSON.
 *
 * @returns undefined where there is no such file
 * @throws DamagedError where it cannot be read, or is another than the one that was written.
 */
export function readKept(path: string, kind: string): unknown {
  const json = readKeptText(path, kind);
  return json === undefined ? undefined : JSON.parse(json);
}

/** The same as text. */
export function readKeptText(path: string, kind: string): string | undefined {
  const bytes = readIfThere(path);
  if (bytes === undefined) return undefined;
  const end = bytes.indexOf("\n");
  const text = bytes.subarray(end + 1);
  if (bytes.toString("utf8", 0, end) === headOf(kind, text)) return text.toString();
  throw new DamagedError(`${path} is not what feedwright wrote`);
}

/**
 * Keeps a value, whole or not at all.
 *
 * @throws the file system's error
 */
export async function writeKept(path: string, kind: string, value: unknown): Promise<void> {
  await writeKeptText(path, kind, JSON.stringify(value));
}

/** Keeps a text, in the same way. */
export async function writeKeptText(path: string, kind: string, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  await removeLeftovers([path]);
  await commitFile(await stageFile(path, [`${headOf(kind, bytes)}\n`, bytes]));
}

function headOf(kind: string, bytes: Uint8Array): string {
  return `feedwright ${kind} ${hash("sha256", bytes, "base64url")}`;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new DamagedError(error instanceof Error ? error.message : String(error));
  }
}
