import type { HugoSlugifierName } from "../../config/conventions/rules.ts";

/**
 * Makes a text fit for an address as Hugo does: white space becomes hyphens, what is no letter,
 * digit, mark or one of `.` `/` `\` `_` `#` `+` `~` `-` `@` falls away.
 * https://gohugo.io/functions/urls/urlize/
 */
export const hugoSlugifiers = {
  hugo: (text) => lower(sanitise(text)),
  "hugo-cased": (text) => sanitise(text),
  "hugo-unaccented": (text) => lower(unaccent(sanitise(text))),
  "hugo-cased-unaccented": (text) => unaccent(sanitise(text)),
  "hugo-pattern": (text) => lower(sanitise(unescapePlus(text))),
  "hugo-pattern-cased": (text) => sanitise(unescapePlus(text)),
  "hugo-pattern-unaccented": (text) => lower(unaccent(sanitise(unescapePlus(text)))),
  "hugo-pattern-cased-unaccented": (text) => unaccent(sanitise(unescapePlus(text))),
} as const satisfies Record<HugoSlugifierName, (text: string) => string>;

function sanitise(text: string): string {
  return text
    .replace(/%(?![\da-f]{2})/gi, "")
    .replace(/[^\p{L}\p{M}\p{Nd}\s./\\_#+~@%-]+/gu, "")
    .trim()
    .replace(/\s+(?=-)|(?<=-)\s+/g, "")
    .replace(/\s+/g, "-");
}

// Hugo unescapes a filled pattern as if it were a query, in which `+` is a space: `C++` becomes `c`.
function unescapePlus(text: string): string {
  return sanitise(text).replaceAll("+", " ");
}

// https://gohugo.io/configuration/all/#removepathaccents
function unaccent(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC");
}

function lower(text: string): string {
  return text.toLowerCase();
}
