import { toXmlText } from "./xml-text.ts";

/**
 * Resolves a reference as a browser would and writes it as a URI, so that what the URL standard
 * leaves as it is but RFC 3986 does not allow (`|`, `[`, a lone `%` …) is percent-encoded.
 *
 * @returns undefined where it is no address.
 */
export function resolveAddress(reference: string, base?: string): string | undefined {
  const trimmed = reference.trim();
  // Nothing of the base counts, and to parse it takes as long again.
  const from = isWeb(trimmed) ? undefined : base;
  if (!URL.canParse(trimmed, from)) return undefined;
  const url = new URL(trimmed, from);
  // The URL standard lets through hosts that RFC 3986 §3.2.2 does not know, and no resolver either.
  if (isWeb(url.href) && !/^[\w.~!$&'()*+,;=:[\]-]+$/.test(url.hostname)) return undefined;
  if (/^[\w/:.-]+$/.test(url.href)) return url.href;
  url.pathname = toUriCharacters(url.pathname);
  url.search = toUriCharacters(url.search);
  url.hash = toUriCharacters(url.hash.slice(1)).replaceAll("#", "%23");
  return url.href;
}

/**
 * Resolves a reference as the page that it stands on would: from the page's own address, or from the
 * site's root. A path from the root is meant below the site's own path, unless it names that path
 * itself: of `https://user.example/project/`, `/a.png` and `/project/a.png` are one.
 *
 * @param site ends with `/`
 */
export function resolveOnSite(
  reference: string,
  { page, site }: { readonly page: string; readonly site: string },
): string | undefined {
  const trimmed = reference.trim();
  if (!isFromRoot(trimmed)) return resolveAddress(trimmed, page);
  const isBelow = `${trimmed}/`.startsWith(new URL(site).pathname);
  return isBelow ? resolveAddress(trimmed, site) : resolveBelow(site, trimmed);
}

/**
 * Resolves what front matter refers to, as `resolveOnSite`.
 *
 * @returns undefined where it is no http(s) address.
 */
export function resolveReference(
  reference: string,
  siteUrl: string,
  base = siteUrl,
): string | undefined {
  const url = resolveOnSite(reference, { page: base, site: siteUrl });
  return url !== undefined && isWeb(url) ? url : undefined;
}

/**
 * Resolves a path that is meant from the site's root, with or without a leading slash.
 *
 * @param siteUrl as `resolveAddress` gives it, and ends with `/`
 */
export function resolveBelow(siteUrl: string, path: string): string | undefined {
  const relative = toXmlText(path).normalize("NFC").replace(/^\/+/, "");
  // What a URL parser would leave as it is.
  if (/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*\/?$/.test(relative)) return siteUrl + relative;
  // A colon in the first segment would make it a scheme (RFC 3986 §4.2).
  return resolveAddress(`./${relative}`, siteUrl);
}

/** Whether a reference begins at the root: `/a`, but not `//host/a`. */
export function isFromRoot(reference: string): boolean {
  return /^\/(?!\/)/.test(reference);
}

/** Whether a reference stands for itself: `mailto:a@b`, `https://host/a` or `//host/a`. */
export function isAbsolute(reference: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference);
}

/** Whether an absolute address is one that a browser opens over the network. */
export function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** One segment of a path, encoded: `C# notes` becomes `C%23%20notes`; RFC 3986 §3.3 `pchar` stays. */
export function encodeSegment(segment: string): string {
  if (/^[\w.~-]*$/.test(segment)) return segment;
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
