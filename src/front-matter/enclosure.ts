import { extname } from "node:path";
import { mimes } from "mrmime";
import { resolveReference } from "../address.ts";
import { addMessage, quote } from "../message.ts";
import type { Enclosure } from "../model.ts";
import { addError, type Fields, fieldOf, isText, itemsOf, memberOf } from "./fields.ts";
import { type MediaFolders, measureFile } from "./measure.ts";
import type { Mapping, Scalar, Value } from "./value.ts";

/** Where an article's media files may lie, and what their addresses are resolved against. */
export interface EnclosureContext extends MediaFolders {
  readonly siteUrl: string;
  /** Undefined where the article has none; the site's then takes its place. */
  readonly articleUrl: string | undefined;
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
  const items = itemsOf(value);
  const read = await Promise.all(items.map((item) => readEnclosure(fields, item, context)));
  return read.filter((enclosure) => enclosure !== undefined);
}

async function readEnclosure(
  fields: Fields,
  value: Value,
  context: EnclosureContext,
): Promise<Enclosure | undefined> {
  const stated = readStated(fields, value);
  if (!stated) return undefined;
  const reference = stated.url.text.trim();
  const url = resolveReference(reference, context.siteUrl, context.articleUrl);
  if (url === undefined) {
    addError(fields, "enclosure", stated.url, "Expected the address of a media file");
    return undefined;
  }
  const length = stated.length ?? (await measureFile(reference, fields.file.path, context));
  if (length === undefined) warnOfLength(fields, stated.url);
  return { url, length, type: stated.type ?? guessType(url) };
}

interface Stated {
  readonly url: Scalar;
  readonly length?: number | undefined;
  readonly type?: string | undefined;
}

function readStated(fields: Fields, value: Value): Stated | undefined {
  const url = value.kind === "mapping" ? memberOf(value, "url", "src", "path", "file") : value;
  if (!url || !isText(url)) {
    addError(fields, "enclosure", url ?? value, "Expected an address or a table with a `url`");
    return undefined;
  }
  if (value.kind !== "mapping") return { url };
  return { url, length: readLength(fields, value), type: readType(fields, value) };
}

function readLength(fields: Fields, mapping: Mapping): number | undefined {
  const value = memberOf(mapping, "length", "size");
  if (!value) return undefined;
  if (isText(value) && /^\d{1,15}$/.test(value.text)) return Number(value.text);
  addError(fields, "enclosure", value, "Expected a length in bytes");
  return undefined;
}

function readType(fields: Fields, mapping: Mapping): string | undefined {
  const value = memberOf(mapping, "type", "mime", "mimetype");
  if (!value) return undefined;
  // RFC 6838 §4.2: type and subtype.
  if (isText(value) && /^[\w.+-]+\/[\w.+-]+$/.test(value.text)) return value.text;
  addError(fields, "enclosure", value, "Expected a media type such as `audio/mpeg`");
  return undefined;
}

function guessType(url: string): string | undefined {
  const ending = extname(new URL(url).pathname).slice(1).toLowerCase();
  return Object.hasOwn(mimes, ending) ? mimes[ending] : undefined;
}

function warnOfLength(fields: Fields, url: Scalar): void {
  addMessage(fields.file, {
    severity: "warning",
    rule: "enclosure",
    reason: `Expected a file that can be measured, not ${quote(url.text)}`,
    hint: "Give its length in bytes: `enclosure: { url, length, type }`; without it RSS says 0",
    offset: url.offset,
  });
}
