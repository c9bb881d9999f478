import { createHash, hash } from "node:crypto";
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
  const start = bytes.indexOf("\n") + 1;
  const text = bytes.subarray(start);
  const head = headOf(kind, hash("sha256", text, "base64url"));
  if (bytes.toString("utf8", 0, start) === head) return text.toString();
  throw new DamagedError(`${path} is not what feedwright wrote`);
}

/**
 * Keeps a value, whole or not at all.
 *
 * @throws the file system's error
 */
export async function writeKept(path: string, kind: string, value: unknown): Promise<void> {
  await writeKeptText(path, kind, [JSON.stringify(value)]);
}

/**
 * Keeps a text that is made piece by piece, and is never in memory whole, in the same way.
 *
 * @throws the file system's error
 */
export async function writeKeptText(
  path: string,
  kind: string,
  pieces: Iterable<string>,
): Promise<void> {
  const digest = createHash("sha256");
  const digesting = function* () {
    yield headOf(kind, noDigest);
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      digest.update(bytes);
      yield bytes;
    }
  };
  await removeLeftovers([path]);
  const head = () => headOf(kind, digest.digest("base64url"));
  await commitFile(await stageFile(path, digesting(), head));
}

// As long as a digest.
const noDigest = "-".repeat(43);

function headOf(kind: string, digest: string): string {
  return `feedwright ${kind} ${digest}\n`;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new DamagedError(error instanceof Error ? error.message : String(error));
  }
}
