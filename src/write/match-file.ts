import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { OutputFile } from "../model.ts";
import { inChunks } from "../whole-file.ts";

/** The digest by which feedwright knows its own files again. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Pieces that count up to a digest as they are read. */
export function digesting<Piece extends string | Uint8Array>(
  pieces: Iterable<Piece>,
): Iterable<Piece> & { readonly digest: () => string } {
  const hash = createHash("sha256");
  return {
    *[Symbol.iterator]() {
      for (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    },
    digest: () => hash.digest("hex"),
  };
}

/**
 * Compares a file with what it should be, piece by piece.
 *
 * @returns the digest of its bytes; undefined where they differ
 * @throws the file system's error.
 */
export async function matchFile(
  path: string,
  { bytes, read }: Pick<OutputFile, "bytes" | "read">,
): Promise<string | undefined> {
  const handle = await open(path);
  try {
    const stats = await handle.stat();
    // A folder has a size too; reading it says what it is.
    if (stats.isDirectory()) await handle.read(Buffer.alloc(1), 0, 1, 0);
    if (stats.size !== bytes) return undefined;
    const chunks = digesting(inChunks(read()));
    for (const chunk of chunks) {
      const there = Buffer.alloc(chunk.length);
      const { bytesRead } = await handle.read(there, 0, there.length);
      if (bytesRead !== chunk.length || !there.equals(chunk)) return undefined;
    }
    return chunks.digest();
  } finally {
    await handle.close();
  }
}
