import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { lookup } from "mrmime";
import { isWeb, resolveAddress } from "../address.ts";
import { addMessage, quote } from "../message.ts";
import type { Enclosure } from "../model.ts";
import { addError, type Fields, fieldOf, memberOf } from "./fields.ts";
import { resolveBelow } from "./permalink.ts";
import type { Mapping, Value } from "./value.ts";

/** Where an article's media files may lie, and what their addresses are resolved against. */
export interface EnclosureContext {
  /** Absolute. Nothing outside these is looked at. */
  readonly contentFolder: string;
  readonly outFolder: string;
  readonly siteUrl: string;
  readonly articleUrl: string;
}

/**
 * The media files of an article: an address, a path, a table of `url`, `length` and `type`, or a
 * list of these. A path below the site (`/audio/a.mp3`) or beside the article (`a.mp3`) is looked
 * for in the content folder, then in the output folder, and measured.
 */
export async function readEnclosures(
  fields: Fields,
  context: EnclosureContext,
): Promise<readonly Enclosure[]> {
  const value = fieldOf(fields, "enclosure");
  if (!value) return [];
  const items = value.kind === "list" ? value.items : [value];
  const read = await Promise.all(items.map((item) => readEnclosure(fields, item, context)));
  return read.filter((enclosure) => enclosure !== undefined);
}

interface Stated {
  readonly reference: string;
  readonly length: number | undefined;
  readonly type: string | undefined;
  readonly value: Value;
}

async function readEnclosure(
  fields: Fields,
  value: Value,
  context: EnclosureContext,
): Promise<Enclosure | undefined> {
  const stated = readStated(fields, value);
  if (!stated) return undefined;
  const url = resolveReference(stated.reference, context);
  if (url === undefined || !isWeb(url)) {
    addError(fields, "enclosure", value, "Expected the address of a media file");
    return undefined;
  }
  const length = stated.length ?? (await measure(stated.reference, fields, context));
  if (length === undefined) warnOfLength(fields, stated);
  return { url, length, type: stated.type ?? guessType(url) };
}

function readStated(fields: Fields, value: Value): Stated | undefined {
  if (value.kind === "scalar") {
    return { reference: value.text.trim(), length: undefined, type: undefined, value };
  }
  const url = value.kind === "mapping" ? memberOf(value, "url", "src", "path", "file") : undefined;
  if (value.kind !== "mapping" || url?.kind !== "scalar") {
    addError(fields, "enclosure", value, "Expected an address or a table with a `url`");
    return undefined;
  }
  return {
    reference: url.text.trim(),
    length: readLength(fields, value),
    type: readType(fields, value),
    value: url,
  };
}

function readLength(fields: Fields, mapping: Mapping): number | undefined {
  const value = memberOf(mapping, "length", "size");
  if (!value) return undefined;
  if (value.kind === "scalar" && /^\d{1,15}$/.test(value.text)) return Number(value.text);
  addError(fields, "enclosure", value, "Expected a length in bytes");
  return undefined;
}

function readType(fields: Fields, mapping: Mapping): string | undefined {
  const value = memberOf(mapping, "type", "mime", "mimetype");
  if (!value) return undefined;
  // RFC 6838 §4.2: type and subtype.
  if (value.kind === "scalar" && /^[\w.+-]+\/[\w.+-]+$/.test(value.text)) return value.text;
  addError(fields, "enclosure", value, "Expected a media type such as `audio/mpeg`");
  return undefined;
}

function resolveReference(reference: string, context: EnclosureContext): string | undefined {
  return isBelowSite(reference)
    ? resolveBelow(context.siteUrl, reference)
    : resolveAddress(reference, context.articleUrl);
}

function isBelowSite(reference: string): boolean {
  return /^\/(?!\/)/.test(reference);
}

/** The length of a file given by path, in bytes; undefined where there is none. */
async function measure(
  reference: string,
  fields: Fields,
  { contentFolder, outFolder }: EnclosureContext,
): Promise<number | undefined> {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(reference)) return undefined;
  const path = decodePath(reference);
  const beside = isBelowSite(path) ? "" : dirname(fields.file.path);
  for (const [root, below] of [
    [contentFolder, beside],
    [outFolder, ""],
  ] as const) {
    const size = await sizeOf(root, join(root, below, path));
    if (size !== undefined) return size;
  }
  return undefined;
}

function decodePath(reference: string): string {
  const path = reference.replace(/[?#].*$/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// Neither `..` nor a symbolic link leads out of the folder.
async function sizeOf(root: string, path: string): Promise<number | undefined> {
  try {
    const real = await realpath(path);
    if (!real.startsWith((await realpath(root)) + sep)) return undefined;
    const stats = await lstat(real);
    return stats.isFile() ? stats.size : undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

function guessType(url: string): string | undefined {
  return lookup(basename(new URL(url).pathname));
}

function warnOfLength(fields: Fields, { reference, value }: Stated): void {
  addMessage(fields.file, {
    severity: "warning",
    rule: "enclosure",
    reason: `Expected a file that can be measured, not ${quote(reference)}`,
    hint: "Give its length in bytes: `enclosure: { url, length, type }`; without it RSS says 0",
    offset: value.offset,
  });
}
