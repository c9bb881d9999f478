import { resolveAddress } from "../address.ts";

interface Link {
  readonly rel?: string | undefined;
  readonly href?: string | undefined;
}

/**
 * Where a feed's older entries are: the next page (RFC 5005 §3), else the archive before this
 * document (§4).
 */
export function findNext(links: readonly Link[] = [], base?: string): string | undefined {
  const next =
    links.find(({ rel }) => rel === "next") ?? links.find(({ rel }) => rel === "prev-archive");
  return next?.href === undefined ? undefined : resolveAddress(next.href, base);
}
