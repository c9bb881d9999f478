import { resolveReference } from "../../address.ts";
import { toLine } from "../../xml-text.ts";
import { addError, type Fields, isText } from "../fields.ts";
import type { Bases } from "../references.ts";
import type { Value } from "../value.ts";

/** The address of something that belongs to an episode; undefined where there is none. */
export function readEpisodeAddress(
  fields: Fields,
  value: Value | undefined,
  { siteUrl, articleUrl }: Bases,
): string | undefined {
  if (!value) return undefined;
  const url = isText(value) ? resolveReference(toLine(value.text), siteUrl, articleUrl) : undefined;
  if (url === undefined)
    addError(fields, "podcast", value, "Expected a path or an http(s) address");
  return url;
}
