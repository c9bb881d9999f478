import { resolveReference } from "../address.ts";
import { toLine } from "../xml-text.ts";
import { addError, type Fields, fieldOf, flagOf, hasMember, isText, memberOf } from "./fields.ts";
import type { Value } from "./value.ts";

/** What an article's references are resolved against. */
export interface Bases {
  readonly siteUrl: string;
  /** Undefined where the article has no address; the site's then takes its place. */
  readonly articleUrl: string | undefined;
}

/** The lead image: an address, or a table with one. */
export function readImage(fields: Fields, bases: Bases): string | undefined {
  const value = fieldOf(fields, "image");
  if (!value) return undefined;
  const stated = value.kind === "mapping" ? memberOf(value, ...imageNames) : value;
  // Templates for new articles hold a table whose address is still to be filled in.
  if (!stated && value.kind === "mapping" && hasMember(value, ...imageNames)) return undefined;
  const url = stated && resolve(stated, bases);
  if (url === undefined)
    addError(fields, "image", stated ?? value, "Expected the address of an image");
  return url;
}

const imageNames = ["url", "src", "path", "image", "feature"];

/** The address of the page where the article is discussed. */
export function readComments(fields: Fields, bases: Bases): string | undefined {
  const value = fieldOf(fields, "comments");
  // `comments: true` switches a site's own comments on; it is no address.
  if (!value || flagOf(value) !== undefined) return undefined;
  const url = resolve(value, bases);
  if (url === undefined)
    addError(fields, "comments", value, "Expected the address of a discussion");
  return url;
}

function resolve(value: Value, { siteUrl, articleUrl }: Bases): string | undefined {
  return isText(value) ? resolveReference(toLine(value.text), siteUrl, articleUrl) : undefined;
}
