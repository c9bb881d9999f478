import type { Article } from "../model.ts";

/**
 * The id of an entry as Atom wants it, an IRI (RFC 4287 §4.2.6). An id that is none becomes a `tag:`
 * URI (RFC 4151): minted by the site's host in the year in which the article was published.
 */
export function toAtomId({ id, published }: Article, siteUrl: string): string {
  if (isIri(id)) return id;
  const { hostname } = new URL(siteUrl);
  return `tag:${hostname},${published.getUTCFullYear()}:${encodeSpecific(id)}`;
}

// A scheme and no character that an IRI cannot hold (RFC 3987 §2.2).
function isIri(id: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id) && URL.canParse(id);
}

// RFC 4151 §2.1: `specific` is made of pchar, `/` and `?`.
function encodeSpecific(id: string): string {
  return encodeURIComponent(id.normalize("NFC")).replace(
    /%(?:3A|40|24|26|2B|2C|3B|3D|2F|3F)/g,
    decodeURIComponent,
  );
}
