import { once } from "node:events";
import { fstatSync, ReadStream, type Stats } from "node:fs";
import { realpath } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { relative, sep } from "node:path";
import type { Readable } from "node:stream";
import send from "@fastify/send";

/** What is to be answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

/** A file's answer, or why there is none. */
export type Found =
  | { readonly kind: "file"; readonly file: string; readonly path: string; readonly answer: Answer }
  | { readonly kind: "folder" }
  | { readonly kind: "none"; readonly status: number };

/**
 * Finds a file of a folder, with the status and headers of RFC 9110: `ETag`, `Last-Modified`, 304,
 * ranges. Nothing outside the folder is found, whether `..` or a symbolic link leads there, and
 * nothing whose name begins with a dot.
 *
 * @param path of the address, percent-encoded
 * @param folder absolute
 */
export async function findFile(
  request: IncomingMessage,
  path: string,
  folder: string,
): Promise<Found> {
  try {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const found = await tryToFind(request, path, await realpath(folder));
      if (found) return found;
    }
    return { kind: "none", status: 503 };
  } catch (error) {
    if (error instanceof OutsideError || isSystemError(error)) return { kind: "none", status: 404 };
    throw error;
  }
}

// Each needs a file that is replaced within the same moment.
const mostTries = 5;

/** @returns undefined where the file was replaced meanwhile */
async function tryToFind(
  request: IncomingMessage,
  path: string,
  root: string,
): Promise<Found | undefined> {
  const found = await send(request, path, {
    root,
    contentType: false,
    cacheControl: false,
    onFile: async (file) => await requireInside(file, root),
  });
  if (found.type === "directory") return { kind: "folder" };
  if (found.type === "error") return { kind: "none", status: toStatus(found.statusCode) };
  const { statusCode: status, headers, stream: body, metadata } = found;
  if (!(await isStill(body, metadata.stat))) return undefined;
  const name = relative(root, metadata.path).replaceAll("\\", "/");
  return { kind: "file", file: metadata.path, path: name, answer: { status, headers, body } };
}

/** Whether the file that was opened is the one of which the headers speak. */
async function isStill(body: Readable, { ino, size, mtimeMs }: Stats): Promise<boolean> {
  if (!(body instanceof ReadStream)) return true;
  const [descriptor]: readonly number[] = await once(body, "open");
  const now = fstatSync(descriptor ?? -1);
  if (now.ino === ino && now.size === size && now.mtimeMs === mtimeMs) return true;
  body.destroy();
  return false;
}

class OutsideError extends Error {
  override readonly name = "OutsideError";
}

async function requireInside(file: string, root: string): Promise<void> {
  if (!(await realpath(file)).startsWith(root + sep)) throw new OutsideError(file);
}

// What nobody may read, or leads in a circle, is as if it were not there.
function toStatus(status: number): number {
  return status >= 500 ? 404 : status;
}

// The folder is not there yet, or a file has gone meanwhile.
function isSystemError(error: unknown): boolean {
  return error instanceof Error && "code" in error;
}
