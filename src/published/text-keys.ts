import { createHash } from "node:crypto";
import { toPlainText } from "../front-matter/plain-text.ts";
import { canonicalHtml } from "./canonical-html.ts";

/**
 * A title in one spelling, to be compared: its letters and digits, small. Generators differ in
 * quotes, dashes and spaces.
 *
 * @returns undefined where there are none.
 */
export function titleKey(title: string | undefined): string | undefined {
  const words = toPlainText(title ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words === null ? undefined : words.join(" ");
}

/** The digest of HTML in one spelling; undefined for one too short to be known again by. */
export function contentKey(html: string | undefined): string | undefined {
  if (html === undefined || html.length < 40) return undefined;
  return createHash("sha256").update(canonicalHtml(html)).digest("hex");
}

/**
 * The day of a moment as keys, and those so many days before and after it: what is one day to its
 * author may be two elsewhere.
 */
export function dayKeys(date: Date | undefined, around: number): readonly string[] {
  if (date === undefined) return [];
  const day = Math.floor(date.getTime() / 86_400_000);
  return Array.from({ length: 2 * around + 1 }, (_, index) => `day ${day - around + index}`);
}
