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
  const bytes = readIfThere(path);
  if (bytes === undefined) return undefined;
  const end = bytes.indexOf("\n");
  const json = bytes.subarray(end + 1);
  if (bytes.toString("utf8", 0, end) === headOf(kind, json)) return JSON.parse(json.toString());
  throw new DamagedError(`${path} is not what feedwright wrote`);
}

/**
 * Keeps a value, whole or not at all.
 *
 * @throws the file system's error
 */
export async function writeKept(path: string, kind: string, value: unknown): Promise<void> {
  const json = Buffer.from(JSON.stringify(value));
  await removeLeftovers([path]);
  await commitFile(await stageFile(path, [`${headOf(kind, json)}\n`, json]));
}

function headOf(kind: string, json: Uint8Array): string {
  return `feedwright ${kind} ${hash("sha256", json, "base64url")}`;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new DamagedError(error instanceof Error ? error.message : String(error));
  }
}
