import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { VFile } from "vfile";
import { addMessage } from "../message.ts";

/** No article is longer than this, in bytes; a larger file is a mistake or an attack. */
export const longestSource = 10 * 1024 * 1024;

/**
 * Reads a file's text into it, without its byte order mark; lines end with `\n` or `\r\n`. What
 * cannot be read or is no UTF-8 text becomes a message instead: `value` stays undefined.
 *
 * The calls are synchronous: for thousands of small files, asking for each and waiting takes six
 * times as long as reading.
 */
export function readSource(file: VFile): VFile {
  try {
    readInto(file, join(file.cwd, file.path));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    refuseUnreadable(file, error);
  }
  return file;
}

function readInto(file: VFile, path: string): void {
  const { size } = statSync(path);
  if (size > longestSource) {
    refuse(file, `of ${size} bytes`, largeHint);
    return;
  }
  const text = readFileSync(path, "utf8");
  // Bytes that are no UTF-8 come as U+FFFD; so does one that the author wrote, which is rare.
  const isSuspect = text.includes("\uFFFD") || text.includes("\0");
  const found = isSuspect ? nameBadBytes(readFileSync(path)) : undefined;
  if (found === undefined) file.value = tidy(text);
  else refuse(file, found, utf8Hint);
}

// CommonMark §2.1 ends a line at a lone carriage return too; the parsers of front matter do not.
function tidy(text: string): string {
  const unmarked = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return unmarked.includes("\r") ? unmarked.replace(/\r(?!\n)/g, "\n") : unmarked;
}

function nameBadBytes(bytes: Uint8Array): string | undefined {
  if (hasUtf16Mark(bytes)) return "in UTF-16";
  const zero = bytes.indexOf(0);
  if (zero !== -1) return `with a NUL byte (byte ${zero + 1})`;
  return isUtf8(bytes) ? undefined : `with bytes that are not UTF-8 (line ${findBadLine(bytes)})`;
}

function findBadLine(bytes: Uint8Array): number {
  // What cannot be decoded comes back as other bytes.
  const again = new TextEncoder().encode(
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
  );
  const bad = again.findIndex((byte, index) => byte !== bytes[index]);
  return bytes.subarray(0, bad).filter((byte) => byte === lineFeed).length + 1;
}

const lineFeed = 0x0a;

function refuse(file: VFile, found: string, hint: string): void {
  addMessage(file, {
    severity: "error",
    rule: "encoding",
    reason: `Expected UTF-8 text of at most 10 MiB, not a file ${found}`,
    hint,
  });
}

function refuseUnreadable(file: VFile, { message }: Error): void {
  addMessage(file, {
    severity: "error",
    rule: "unreadable",
    reason: `Expected a file that can be read (${message.split(",")[0]})`,
    hint: "Give it the permission, or name it in `content.exclude`",
  });
}

const utf8Hint = "Save the file as UTF-8, or name it in `content.exclude`";
const largeHint = "Split the article, or name the file in `content.exclude`";

// Unicode §23.8: the byte order mark in its two UTF-16 forms.
function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);
}
