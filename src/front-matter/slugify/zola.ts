import { toAscii } from "./to-ascii.ts";

/**
 * Makes a text fit for an address as Zola does where `slugify.paths` is `on`: transliterated, in
 * lower case, everything but letters and digits a hyphen.
 * https://www.getzola.org/documentation/content/page/#output-paths
 */
export function slugifyAsZola(text: string): string {
  // Zola's transliteration parts Chinese characters: `ri-ben`.
  return toAscii(text.replace(/\p{Script=Han}/gu, "$& "))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Takes out only what file systems forbid, as Zola does where `slugify.paths` is `safe`. */
export function keepSafeAsZola(text: string): string {
  return text.replace(/[ .]+$/, "").replace(/[<>:"/\\|?*]/g, "");
}
