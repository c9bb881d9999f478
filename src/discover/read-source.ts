import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { VFile } from "vfile";
import { addMessage } from "../message.ts";

/** No article is longer than this, in bytes; a larger file is a mistake or an attack. */
export const longestSource = 10 * 1024 * 1024;

/**
 * Reads a file's text into it. What is no UTF-8 text becomes a message instead: `value` stays
 * undefined.
 *
 * @throws the file system's error where the file cannot be read.
 */
export async function readSource(file: VFile): Promise<VFile> {
  const handle = await open(join(file.cwd, file.path));
  try {
    await readInto(file, handle);
  } finally {
    await handle.close();
  }
  return file;
}

async function readInto(file: VFile, handle: FileHandle): Promise<void> {
  const { size } = await handle.stat();
  if (size > longestSource) return refuse(file, `of ${size} bytes`, largeHint);
  const bytes = await handle.readFile();
  if (hasUtf16Mark(bytes)) return refuse(file, "in UTF-16", utf8Hint);
  const zero = bytes.indexOf(0);
  if (zero !== -1) return refuse(file, `with a NUL byte (byte ${zero + 1})`, utf8Hint);
  decode(file, bytes);
}

function decode(file: VFile, bytes: Uint8Array): void {
  try {
    file.value = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const line = text.slice(0, text.indexOf("\uFFFD")).split("\n").length;
    refuse(file, `with bytes that are not UTF-8 (line ${line})`, utf8Hint);
  }
}

function refuse(file: VFile, found: string, hint: string): void {
  addMessage(file, {
    severity: "error",
    rule: "encoding",
    reason: `Expected UTF-8 text of at most 10 MiB, not a file ${found}`,
    hint,
  });
}

const utf8Hint = "Save the file as UTF-8, or name it in `content.exclude`";
const largeHint = "Split the article, or name the file in `content.exclude`";

// Unicode §23.8: the byte order mark in its two UTF-16 forms.
function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);
}
