import { hash } from "node:crypto";

/** By what a text is known again; of its bytes in UTF-8 it is the same. */
export function digestOfText(text: string | Uint8Array): string {
  return hash("sha256", text, "base64url");
}

/** Characters of a digest: 256 bits, six a character (RFC 4648 §5). */
export const digestLength = 43;
