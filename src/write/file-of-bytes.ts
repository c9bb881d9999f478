import { createHash } from "node:crypto";
import type { OutputFile } from "../model.ts";

/** A file whose bytes are all there, for a place below the output folder. */
export function fileOfBytes(
  path: string,
  text: string,
): Pick<OutputFile, "path" | "group" | "digest" | "bytes" | "read"> {
  const bytes = Buffer.from(text);
  const digest = createHash("sha256").update(bytes).digest("base64url");
  return { path, group: undefined, digest, bytes: bytes.length, read: () => [bytes] };
}
