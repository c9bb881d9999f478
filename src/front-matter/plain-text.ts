import { decodeHTMLStrict } from "entities";
import { toLine } from "../xml-text.ts";

/**
 * The text that a person reads where the author wrote a title or a description: character
 * references are resolved, backticks around code and paired phrasing tags (`<i>…</i>`) are dropped,
 * line breaks become spaces. `Vec<T>`, `AT&T`, `__init__` and `2 * 3` stay exactly that, and what
 * stands in backticks stays as it is.
 */
export function toPlainText(text: string): string {
  if (text.length > longestMarkup) return toLine(text);
  const codes: string[] = [];
  // A NUL cannot stand in front matter's text, so that it can mark where code stood.
  const marked = toLine(text).replace(
    /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g,
    (_, __, code: string) => {
      return `\0${codes.push(code.trim() || code) - 1}\0`;
    },
  );
  const plain = decodeHTMLStrict(dropPhrasing(marked));
  return toLine(plain.replace(/\0(\d+)\0/g, (_, index: string) => codes[Number(index)] ?? ""));
}

// The search for pairs is quadratic; nobody writes a title or a description of this length by hand.
const longestMarkup = 10_000;

// The elements whose content reads the same without them: HTML's text-level semantics and edits,
// https://html.spec.whatwg.org/multipage/text-level-semantics.html
const phrasing =
  "a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var";

const pair = new RegExp(`<(${phrasing})(?:\\s[^<>]*)?>((?:(?!<\\1[\\s>]).)*?)</\\1\\s*>`, "gi");

// Innermost first, so that nested pairs go too; a title has few.
function dropPhrasing(text: string): string {
  const dropped = text.replace(pair, "$2");
  return dropped === text ? text : dropPhrasing(dropped);
}
