import { readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { DamagedError } from "./damaged-error.ts";

/** Where something lies in a pack, in bytes, and its checksum. */
export interface Span {
  readonly start: number;
  readonly length: number;
  readonly check: number;
}

/**
 * Makes the reader of a pack's file. It reads blocks, and keeps the last few: for a feed with ten
 * thousand entries in three formats the system would be asked thirty thousand times.
 *
 * @throws DamagedError where the bytes are others than those that were added, or cannot be read.
 */
export function createSpanReader(descriptor: number): (span: Span) => Uint8Array {
  const blocks = new Map<number, Block>();
  const readBlock = (index: number): Block => {
    const [oldest = index] = blocks.size < mostBlocks ? [] : blocks.keys();
    const buffer = blocks.get(oldest)?.buffer ?? Buffer.allocUnsafeSlow(blockLength);
    blocks.delete(oldest);
    const block = { buffer, length: readInto(buffer, descriptor, index * blockLength) };
    blocks.set(index, block);
    return block;
  };
  return ({ start, length, check }) => {
    const bytes = Buffer.allocUnsafe(length);
    const index = Math.floor(start / blockLength);
    const from = start - index * blockLength;
    const block = blocks.get(index) ?? readBlock(index);
    // It may lead on into the next block, or the file has grown since this one was read.
    const isThere = from + length <= block.length;
    const found = isThere
      ? block.buffer.copy(bytes, 0, from, from + length)
      : readInto(bytes, descriptor, start);
    if (found < length) throw new DamagedError("a pack is too short");
    if (crc32(bytes) !== check) throw new DamagedError("a pack has other bytes than were kept");
    return bytes;
  };
}

/** Bytes of a file, as many as there were. */
interface Block {
  readonly buffer: Buffer;
  readonly length: number;
}

// What an article takes in three formats lies together, and these are written side by side.
const blockLength = 256 * 1024;
const mostBlocks = 32;

/** Fills bytes from a place in a file on, and gives the number of those that there were. */
function readInto(bytes: Uint8Array, descriptor: number, start: number): number {
  let read = 0;
  try {
    while (read < bytes.length) {
      const count = readSync(descriptor, bytes, read, bytes.length - read, start + read);
      if (count === 0) break;
      read += count;
    }
    return read;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new DamagedError(`a pack cannot be read (${String(error.code)})`);
  }
}
