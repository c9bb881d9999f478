import { hash } from "node:crypto";
import { fold } from "./group-articles.ts";

/**
 * Makes a group's name fit for a folder on every file system and for an address: letters and digits
 * of any script in lower case, hyphens between them, and words for the signs that tell names apart
 * (`C++`, `C#`, `.NET`). What would be nothing, is reserved (`CON`) or very long gets a mark of its
 * own behind it.
 */
export function toGroupSlug(name: string): string {
  const words = name
    .toLowerCase()
    .normalize("NFC")
    .replace(/[+#&@%]|^\.(?=\p{L})/gu, (sign) => ` ${signs.get(sign) ?? ""} `);
  const slug = words.replace(/[^\p{L}\p{M}\p{Nd}]+/gu, "-").replace(/^-|-$/g, "");
  const short = cut(slug);
  const isSafe = short !== "" && short === slug && !reserved.test(short);
  return isSafe ? slug : withMark(short, name);
}

/** A slug that no other name has. */
export function withMark(slug: string, name: string): string {
  const mark = hash("sha256", fold(name), "hex").slice(0, 8);
  return slug === "" ? mark : `${slug}-${mark}`;
}

const signs: ReadonlyMap<string, string> = new Map([
  ["+", "plus"],
  ["#", "sharp"],
  ["&", "and"],
  ["@", "at"],
  ["%", "percent"],
  [".", "dot"],
]);

// Names of files have at most 255 bytes; some archives and addresses bear less.
const mostBytes = 120;

function cut(slug: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of slug) {
    bytes += Buffer.byteLength(character);
    if (bytes > mostBytes) break;
    end += character.length;
  }
  return slug.slice(0, end).replace(/-$/, "");
}

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
