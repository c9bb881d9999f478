import { toXmlText } from "./xml-text.ts";

/**
 * Resolves a reference as a browser would and writes it as a URI, so that what the URL standard
 * leaves as it is but RFC 3986 does not allow (`|`, `[`, a lone `%` …) is percent-encoded.
 *
 * @returns undefined where it is no address.
 */
export function resolveAddress(reference: string, base?: string): string | undefined {
  const trimmed = reference.trim();
  if (!URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  if (!isWeb(url.href)) return url.href;
  url.pathname = toUriCharacters(url.pathname);
  url.search = toUriCharacters(url.search);
  url.hash = toUriCharacters(url.hash);
  return url.href;
}

/** Whether an absolute address is one that a browser opens over the network. */
export function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** One segment of a path, encoded: `C# notes` becomes `C%23%20notes`; RFC 3986 §3.3 `pchar` stays. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(toXmlText(segment).normalize("NFC")).replace(
    /%(?:3A|40|24|26|2B|2C|3B|3D)/g,
    decodeURIComponent,
  );
}

// RFC 3986 §2: what is neither reserved nor unreserved nor part of an escape.
function toUriCharacters(part: string): string {
  return part.replace(/%(?![0-9a-f]{2})/gi, "%25").replace(/[[\]^`{|}\\"<>]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
}
