import { findCode, isWithin } from "./code-ranges.ts";
import type { ReplaceSyntax } from "./replace-syntax.ts";

// https://kramdown.gettalong.org/syntax.html#attribute-list-definitions: a table of contents with
// its list, extensions, and lists of classes, ids and attributes.
const attribute = String.raw`(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*')|toc|\/)`;
const pattern = new RegExp(
  String.raw`^[*+-] .*\n\{:\s*toc\s*\}|^[ \t]*\{:[^}\n]*\}[ \t]*$|\{::?\s*${attribute}(?:\s+${attribute})*\s*\}|\{::\w+[^}\n]*\}|\{:\/\w*\}`,
  "gm",
);

/** Takes Kramdown's attributes out: `{: .class}`, `{:toc}`. They say how a site looks, not what it says. */
export const removeAttributes: ReplaceSyntax = (text, context) => {
  return text.replace(pattern, (match: string, offset: number) => {
    return isWithin(offset, findCode(text, context))
      ? match
      : "\n".repeat(match.split("\n").length - 1);
  });
};
