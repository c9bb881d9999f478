import { lookup } from "mrmime";
import type { FormatName } from "../../model.ts";
import { formats } from "../../write/formats.ts";
import { unknownType } from "../../write/media.ts";

/**
 * The `Content-Type` of a file: that of its format, whatever its name, else that of its name's
 * ending. Texts are UTF-8 and say so.
 *
 * @param format undefined for what is no feed
 */
export function contentTypeOf(path: string, format?: FormatName | null): string {
  const type = format ? formats[format].mediaType : (lookup(path) ?? ownTypeOf(path));
  return isText(type) ? `${type}; charset=utf-8` : type;
}

/** Whether a media type is one of texts, which are worth compressing. */
export function isText(type: string): boolean {
  return /^text\/|[/+](?:xml|json|javascript)(?:;|$)/.test(type);
}

// http://opml.org/spec2.opml registers none; this is the one that is used.
function ownTypeOf(path: string): string {
  return path.toLowerCase().endsWith(".opml") ? "text/x-opml" : unknownType;
}
