import { resolveAddress } from "../address.ts";
import { feedLinksOf } from "./html-tree.ts";

/** Whether a text is a web page, which people name when they mean its feed. */
export function isWebPage(text: string): boolean {
  return /^\uFEFF?\s*(?:(?:<\?[^>]*>|<!--[\s\S]{0,2000}?-->)\s*)*<(?:!doctype\s+html|html)[\s>]/i.test(
    text.slice(0, 5000),
  );
}

/** Says that a web page is no feed, and which feeds it names. */
export function describeWebPage(text: string, place: string, base?: string): string {
  // Feeds are named in the head.
  const links = feedLinksOf(text.slice(0, 256 * 1024)).slice(0, 5);
  const named = [...new Set(links.map((link) => resolveAddress(link, base) ?? link))];
  const advice =
    named.length === 0
      ? "it names no feed"
      : `its feeds are ${named.map((one) => `\`${one}\``).join(", ")}`;
  return `Expected a feed, not a web page: \`${place}\`; ${advice}`;
}
