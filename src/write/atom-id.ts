import { resolveAddress } from "../address.ts";
import type { Article } from "../model.ts";

/**
 * The id of an entry as Atom wants it, an IRI (RFC 4287 §4.2.6). An id that is none becomes a `tag:`
 * URI (RFC 4151): minted by the site's host in the year in which the article was published.
 */
export function toAtomId(
  { id, published }: Pick<Article, "id" | "published">,
  siteUrl: string,
): string {
  if (isIri(id)) return toUri(id);
  const { hostname } = new URL(siteUrl);
  const year = String(published.getUTCFullYear()).padStart(4, "0");
  return `tag:${hostname},${year}:${encodeSpecific(id)}`;
}

// `post:12` only looks like an IRI: the schemes that people make ids of count, each by its syntax.
function isIri(id: string): boolean {
  return [webAddress, tagUri, urn].some((pattern) => pattern.test(id)) && URL.canParse(id);
}

// No character that an IRI cannot hold (RFC 3987 §2.2), nor one that nobody sees.
const webAddress = /^https?:\/\/(?:%[0-9a-f]{2}|[^\s\p{C}<>"{}|\\^`[\]%])+$/iu;

// RFC 3986 §3.3 `pchar`, `/` and `?`.
const characters = String.raw`(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*`;

// RFC 4151 §2.1
const tagUri = new RegExp(
  String.raw`^tag:(?:[\w.-]+@)?[a-z0-9.-]+,\d{4}(?:-\d\d){0,2}:${characters}(?:#${characters})?$`,
);

// RFC 8141 §2; RFC 9562 §4 for the last part of `urn:uuid:`.
const urn = new RegExp(
  `^urn:(?:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?!uuid:)[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[^/?]${characters})$`,
);

// RFC 3987 §3.1: an id in other letters than ASCII as a URI, which every reader understands.
function toUri(iri: string): string {
  return /\P{ASCII}/u.test(iri) ? (resolveAddress(iri) ?? iri) : iri;
}

// RFC 4151 §2.1: `specific` is made of pchar, `/` and `?`.
function encodeSpecific(id: string): string {
  return encodeURIComponent(id).replace(/%(?:3A|40|24|26|2B|2C|3B|3D|2F|3F)/g, decodeURIComponent);
}
