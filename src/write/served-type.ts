import type { FormatName } from "../model.ts";
import { formats } from "./formats.ts";

/**
 * The media type with which a feed is served. Browsers show one that has its own type as raw text
 * (seen in Chromium 156): for its style to be seen it has to be XML to them. Readers take both, and
 * so does RFC 7303.
 *
 * @param hasStyle whether the feeds name a style sheet
 */
export function servedTypeOf(format: FormatName, hasStyle: boolean): string {
  return hasStyle && format !== "json" ? "application/xml" : formats[format].mediaType;
}
