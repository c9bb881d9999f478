import { lookup } from "mrmime";
import type { Element } from "xast";
import { element } from "./xml.ts";

/** The media type of what is not known: a stream of bytes (RFC 2046 §4.5.1). */
export const unknownType = "application/octet-stream";

/** The lead image as `media:content` (https://www.rssboard.org/media-rss), in RSS and Atom alike. */
export function imageElement(url: string | undefined): Element | undefined {
  if (url === undefined) return undefined;
  const type = lookup(new URL(url).pathname);
  return element("media:content", {
    url,
    medium: "image",
    type: type?.startsWith("image/") ? type : undefined,
  });
}
