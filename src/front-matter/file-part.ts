import type { FileHandle } from "node:fs/promises";

/** A file that is read piece by piece, and not without end. */
export class LimitedFile {
  readonly #handle: FileHandle;
  readonly #until = performance.now() + longestMs;
  #calls = 0;
  #bytes = 0;
  #block = { start: 0, bytes: new Uint8Array() };

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** @throws LimitError where enough was read */
  async read(start: number, length: number): Promise<ArrayBuffer> {
    this.#calls += 1;
    const isOver = this.#calls > mostCalls || this.#bytes > mostBytes;
    if (isOver || performance.now() > this.#until) throw new LimitError();
    const { start: from, bytes } = this.#block;
    if (start < from || start + length > from + bytes.length) await this.#fill(start, length);
    const at = start - this.#block.start;
    return Uint8Array.from(this.#block.bytes.subarray(at, at + length)).buffer;
  }

  // What is asked for next lies mostly beside it.
  async #fill(start: number, length: number): Promise<void> {
    const wanted = new Uint8Array(Math.max(length, blockSize));
    const { bytesRead } = await this.#handle.read(wanted, 0, wanted.length, start);
    this.#block = { start, bytes: wanted.subarray(0, bytesRead) };
    this.#bytes += bytesRead;
  }
}

/** A part of a file that is not read, because enough was. */
class LimitError extends Error {
  override readonly name = "LimitError";
}

// Nearly every file says at its start or at its end how long it lasts. The time is for machines that
// hang: whoever is slow only reads on.
const mostBytes = 64_000_000;
const mostCalls = 40_000;
const longestMs = 30_000;

const blockSize = 65_536;

/** From where to where, in bytes. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of a file as a `Blob` whose bytes are read only when they are asked for. */
export class FilePart extends Blob {
  override readonly size: number;
  readonly #file: LimitedFile;
  readonly #span: Span;

  constructor(file: LimitedFile, span: Span) {
    super([]);
    this.size = span.end - span.start;
    this.#file = file;
    this.#span = span;
  }

  override slice(start = 0, end = this.size): Blob {
    const from = this.#span.start + Math.min(start, this.size);
    const to = this.#span.start + Math.min(Math.max(start, end), this.size);
    return new FilePart(this.#file, { start: from, end: to });
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return await this.#file.read(this.#span.start, this.size);
  }
}
