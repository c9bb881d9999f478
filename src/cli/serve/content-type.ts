import { lookup } from "mrmime";
import { unknownType } from "../../write/media.ts";
import { servedTypeOf } from "../../write/served-type.ts";
import type { Served } from "./served.ts";

/**
 * The `Content-Type` of a file: that of its format, whatever its name, else that of its name's
 * ending. Texts are UTF-8 and say so.
 *
 * @param path below the output folder
 */
export function contentTypeOf(path: string, { files, hasStyle }: Omit<Served, "out">): string {
  const format = files.get(path);
  const type = format ? servedTypeOf(format, hasStyle) : (lookup(path) ?? ownTypeOf(path));
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
