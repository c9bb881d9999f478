import { TextDecoder } from "node:util";
import { UsageError } from "../config/errors.ts";
import type { Page } from "./page.ts";

/**
 * The text of a document: its byte order mark says in which letters, else the server, else its XML
 * declaration (RFC 7303 §3.2, https://www.w3.org/TR/xml/#sec-guessing); else it is UTF-8.
 *
 * @throws UsageError for what is no text.
 */
export function decodeText({ bytes, charset }: Page, place: string): string {
  if (isCompressed(bytes)) {
    throw new UsageError(`Expected a feed, not a compressed file: \`${place}\`; unpack it first`);
  }
  const text = createDecoder(markOf(bytes) ?? charset ?? declaredOf(bytes), place).decode(bytes);
  if (text.trim() === "") throw new UsageError(`Expected a feed, not an empty file: \`${place}\``);
  if (text.includes("\0")) throw new UsageError(`Expected a feed, not binary data: \`${place}\``);
  return text;
}

// RFC 1952 §2.3.1, RFC 8878 §3.1.1; zip archives begin with the letters of their inventor.
function isCompressed(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  return ["1f8b", "28b52ffd", "504b0304"].some((magic) => start.startsWith(magic));
}

// https://encoding.spec.whatwg.org/#bom-sniff
function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xff && second === 0xfe ? "utf-16le" : undefined;
}

function declaredOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
}

function createDecoder(label = "utf-8", place: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    throw new UsageError(`Expected a known encoding, not \`${label}\`: \`${place}\``);
  }
}
