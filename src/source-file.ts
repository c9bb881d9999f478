import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { VFile } from "vfile";
import { type Stated, sizeOf, stateOf, stateOnce } from "./file-state.ts";
import { addMessage } from "./message.ts";
import { digestOfText } from "./text-digest.ts";

/** No article is longer than this, in bytes; a larger file is a mistake or an attack. */
export const longestSource = 10 * 1024 * 1024;

/** A file that is not what it was when its front matter was read. */
export class ChangedError extends Error {
  override readonly name = "ChangedError";
}

declare module "vfile" {
  interface DataMap {
    /** What the system says of a file, where it is one and no link. */
    stated: Stated;
    /** Of the text, where it was asked for. */
    digest: string;
  }
}

/** What the system says of a file: while it is the same, so are the bytes. */
export function stateOfFile({ cwd, path, data }: VFile): string {
  return data.stated ? stateOnce(data.stated, `${cwd}/${path}`) : stateOf(`${cwd}/${path}`);
}

/** The digest of a file's text, once however often it is asked for. */
export function digestOfFile(file: VFile): string {
  file.data.digest ??= digestOfText(String(file));
  return file.data.digest;
}

/** Where the Markdown of a file begins. */
export interface BodyPlace {
  /** Of the whole text. */
  readonly digest: string;
  /** Characters before the body. */
  readonly offset: number;
  /** Of what readers notice of the article, by `digestOf`. */
  readonly noticed: string;
  /** Of the same, by `sketchOf`, where it was made while the text was there. */
  readonly sketch?: string | undefined;
}

/**
 * Reads a file again, and gives the Markdown in it.
 *
 * @throws ChangedError where it is another than the one whose front matter was read.
 */
export function readBody(
  file: VFile,
  { digest, offset }: Pick<BodyPlace, "digest" | "offset">,
): string {
  const text = String(readSource(file));
  if (digestOfFile(file) !== digest) throw new ChangedError(`Expected ${file.path} as it was`);
  return cutOff(text, offset);
}

/**
 * An article's Markdown, wherever it is, without a trace of the reading on its file.
 *
 * @throws ChangedError where the file is another than the one whose front matter was read.
 */
export function bodyOf({ body, file: { cwd, path } }: Bodied): string {
  return typeof body === "string" ? body : readBody(new VFile({ cwd, path }), body);
}

interface Bodied {
  readonly body: string | BodyPlace;
  readonly file: VFile;
}

/** Lets go of a file's text: of thousands of articles a feed carries few. */
export function forgetText(file: VFile): void {
  Reflect.deleteProperty(file, "value");
}

/** The text from an offset on, led by as many line breaks as stood before it. */
export function cutOff(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n").length - 1;
  return "\n".repeat(lines) + text.slice(offset);
}

/** What stands in a file, as it was read, its digest, and its state before. */
export interface SourceText {
  readonly text: string;
  readonly digest: string;
  readonly state: string;
}

/**
 * Reads a file's text into it, without its byte order mark; lines end with `\n` or `\r\n`. What
 * cannot be read or is no UTF-8 text becomes a message instead: `value` stays undefined.
 *
 * The calls are synchronous: for thousands of small files, asking for each and waiting takes six
 * times as long as reading.
 *
 * @param known what was read of it before
 */
export function readSource(file: VFile, known?: SourceText): VFile {
  delete file.data.digest;
  // Joined by hand: there is nothing in it to make simpler, which would take as long as to ask.
  const path = `${file.cwd}/${file.path}`;
  const given: Given = known ?? { state: stateOf(path) };
  // The first counts: what is written between two readings the next run is to see.
  if (file.data.stated) file.data.stated.state ??= given.state;
  try {
    readInto(file, path, given);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    refuseUnreadable(file, error);
  }
  return file;
}

type Given = Pick<SourceText, "state"> & Partial<SourceText>;

function readInto(file: VFile, path: string, given: Given): void {
  const size = sizeOf(given.state);
  if (size > longestSource) {
    refuse(file, `of ${size} bytes`, largeHint);
    return;
  }
  const text = given.text ?? readFileSync(path, "utf8");
  // Bytes that are no UTF-8 come as U+FFFD; so does one that the author wrote, which is rare.
  const isSuspect = text.includes("\uFFFD") || text.includes("\0");
  const found = isSuspect ? nameBadBytes(readFileSync(path)) : undefined;
  if (found !== undefined) {
    refuse(file, found, utf8Hint);
    return;
  }
  file.value = tidy(text);
  if (given.digest !== undefined && file.value === text) file.data.digest = given.digest;
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
