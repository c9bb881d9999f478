import { findCode, isWithin } from "./code-ranges.ts";
import type { ReplaceSyntax } from "./replace-syntax.ts";

/**
 * Puts `<!-- more -->` where a marker of the site ends the excerpt, so that nothing is seen of it. A
 * marker counts on lines of its own and, if it has a letter or digit, where it first stands.
 */
export const replaceMarkers: ReplaceSyntax = (text, context) => {
  const markers = context.settings.excerptMarkers.filter((marker) => text.includes(marker));
  if (markers.length === 0) return text;
  let isFound = false;
  return text.replace(toPattern(markers), (match: string, indent, offset: number) => {
    const isAlone = indent !== undefined;
    // Rules and tables hold `---` too, and a word may come again.
    if (!isAlone && (isFound || !/[\p{L}\p{N}]/u.test(match))) return match;
    if (isWithin(offset + match.length - 1, findCode(text, context))) return match;
    isFound = true;
    return `${indent ?? ""}<!-- more -->${"\n".repeat(match.split("\n").length - 1)}`;
  });
};

function toPattern(markers: readonly string[]): RegExp {
  const escaped = markers.map((marker) => marker.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const any = `(?:${escaped.join("|")})`;
  return new RegExp(`^([ \\t]*)${any}(?=[ \\t]*$)|${any}`, "gm");
}
