/**
 * An address in one spelling, to be compared: without scheme, `www.`, `index.html`, a closing slash,
 * fragment and what campaigns add, percent-encoding resolved.
 *
 * @returns undefined for what is no http(s) address, and for a front page, which is no article's.
 */
export function addressKey(address: string): string | undefined {
  const path = pathKey(address);
  return path === undefined ? undefined : new URL(address).host.replace(/^www\./, "") + path;
}

/** The same without the host, for a site that moved to another. */
export function pathKey(address: string): string | undefined {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const { pathname, searchParams } = new URL(address);
  const path = decode(pathname)
    .normalize("NFC")
    .replace(/\/index\.html?$/i, "")
    .replace(/\/+$/, "");
  const query = [...searchParams].filter(([name]) => !/^utm_/i.test(name));
  const rest = new URLSearchParams(query).toString();
  return path === "" && rest === "" ? undefined : `${path}${rest && `?${rest}`}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
