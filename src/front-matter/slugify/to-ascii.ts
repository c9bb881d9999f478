import type { SlugifierName } from "../../config/conventions/rules.ts";

/**
 * Writes a text in ASCII: letters of other scripts by how they sound, as far as that is known.
 * https://github.com/anyascii/anyascii
 */
export function toAscii(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  if (!anyAscii) throw new TypeError("Expected the table of scripts to be loaded");
  return anyAscii(text);
}

/**
 * Loads the table of scripts if one of the slugifiers writes ASCII: it is half a megabyte, and most
 * sites do without. Undefined where there is nothing to wait for.
 */
export function loadAscii(names: readonly SlugifierName[]): Promise<void> | undefined {
  return !anyAscii && names.some((name) => writers.has(name)) ? load() : undefined;
}

const writers: ReadonlySet<SlugifierName> = new Set(["pelican", "pelican-cased", "zola"]);

let anyAscii: typeof import("any-ascii").default | undefined;

async function load(): Promise<void> {
  anyAscii = (await import("any-ascii")).default;
}
