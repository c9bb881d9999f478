import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { createSpanReader, type Span } from "./span-reader.ts";

/** Bytes that can be read again. */
export interface Pack {
  /** @throws DamagedError where the bytes are others than those that were added. */
  readonly read: (span: Span) => Uint8Array;
  /** Bytes. */
  readonly size: () => number;
  readonly close: () => void;
}

/** A pack in the making. */
export interface NewPack extends Pack {
  readonly add: (bytes: Uint8Array) => Span;
  /**
   * Gives the file its name; whoever looks for it sees all of it or nothing.
   *
   * @throws the file system's error where it cannot be written.
   */
  readonly finish: () => void;
}

/**
 * Opens a pack of an earlier run. What it holds stays readable until it is closed, even if another
 * run removes the file.
 *
 * @throws the file system's error where there is none.
 */
export function openPack(path: string): Pack {
  const descriptor = openSync(path, "r");
  return {
    read: createSpanReader(descriptor),
    size: () => fstatSync(descriptor).size,
    close: () => closeSync(descriptor),
  };
}

/**
 * Begins a pack. It is in memory while there is little in it, in a file from then on, unless that
 * cannot be written.
 *
 * One file for all entries of a run, since ten thousand small ones take longer to write than to
 * read. An embedded database (LMDB) took three times as long for the same bytes, and a file of it
 * that was cut short ended the process with a bus error, where this is a checksum that is wrong.
 *
 * @param path where the file will be, absolute; undefined for none
 */
export function beginPack(path: string | undefined): NewPack {
  const part = `${path}.${process.pid}.part`;
  const pending = new Map<number, Uint8Array>();
  let size = 0;
  let unwritten = 0;
  let descriptor: number | undefined;
  let readFlushed = createSpanReader(none);
  let mostInMemory = path === undefined ? Number.POSITIVE_INFINITY : enoughToWrite;
  const flush = () => {
    if (descriptor === undefined) {
      descriptor = openNew(part);
      readFlushed = createSpanReader(descriptor);
    }
    const bytes = Buffer.concat([...pending.values()]);
    writeAll(descriptor, bytes, size - bytes.length);
    pending.clear();
    unwritten = 0;
    mostInMemory = enoughToAdd;
  };
  const tryToFlush = () => {
    try {
      flush();
    } catch {
      // The run can do without; that nothing is kept is told where it ends.
      mostInMemory = Number.POSITIVE_INFINITY;
    }
  };
  return {
    add: (bytes) => {
      const span = { start: size, length: bytes.length, check: crc32(bytes) };
      pending.set(size, bytes);
      size += bytes.length;
      unwritten += bytes.length;
      if (unwritten > mostInMemory) tryToFlush();
      return span;
    },
    read: (span) => pending.get(span.start) ?? readFlushed(span),
    size: () => size,
    finish: () => {
      if (path === undefined || size === 0) return;
      flush();
      renameSync(part, path);
    },
    close: () => {
      if (descriptor === undefined) return;
      closeSync(descriptor);
      rmSync(part, { force: true });
      descriptor = undefined;
      readFlushed = createSpanReader(none);
    },
  };
}

/** The descriptor of no file. */
const none = -1;
const enoughToWrite = 8 * 1024 * 1024;
// Less from then on: what is held for long is taken for what stays, and its memory comes back late.
const enoughToAdd = 1024 * 1024;

function openNew(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  // A killed run may have had the same process id, as in containers.
  rmSync(path, { force: true });
  return openSync(path, "wx+");
}

function writeAll(descriptor: number, bytes: Uint8Array, start: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(descriptor, bytes, written, bytes.length - written, start + written);
  }
}
