import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import Negotiator from "negotiator";
import { isText } from "./content-type.ts";
import type { Answer } from "./find-file.ts";

/**
 * Compresses an answer where that is worth it and the client wants it (RFC 9110 §12.5.3). A part of
 * a file stays as it is: its range counts the file's own bytes.
 */
export function encodeAnswer(answer: Answer, request: IncomingMessage): Answer {
  const { status, headers, body } = answer;
  if (!isText(headers["Content-Type"] ?? "")) return answer;
  const isLarge = Number(headers["Content-Length"] ?? 0) >= leastBytes;
  const coding = chooseCoding(request);
  if (status !== 200 || !isLarge || coding === undefined) {
    return { ...answer, headers: { ...headers, ...varying } };
  }
  const { "Content-Length": _, "Accept-Ranges": __, ...rest } = headers;
  // Where the client goes away, both ends are let go.
  const encoded = pipeline(body, coders[coding](), () => undefined);
  return { status, headers: { ...rest, ...varying, "Content-Encoding": coding }, body: encoded };
}

const varying = { Vary: "Accept-Encoding" };

// Below, the frame of the coding takes what it saves.
const leastBytes = 1024;

type Coding = keyof typeof coders;

const coders = {
  // As fast as gzip, and smaller.
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip(),
} as const;

function chooseCoding(request: IncomingMessage): Coding | undefined {
  const accepted = new Negotiator(request).encodings(["br", "gzip", "identity"]);
  if (accepted[0] === undefined || accepted[0] === "identity") return undefined;
  return accepted.includes("br") ? "br" : "gzip";
}
