import { toXmlText } from "../xml-text.ts";

/**
 * Text as an HTML document can carry it: what XML forbids removed, and the controls and
 * noncharacters that only HTML forbids
 * (https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream).
 *
 * @param source the Markdown that it comes from. Where that has no U+FFFD, the text's stand for
 *   forbidden characters that were written as `&#1;`, and go too.
 */
export function toHtmlText(text: string, source: string): string {
  if (!suspect.test(text)) return text;
  const clean = toXmlText(text).replace(/(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu, "");
  return /\uFFFD|&#(?:x0*fffd|0*65533);/i.test(source) ? clean : clean.replaceAll("\uFFFD", "");
}

// Almost every text has nothing but these, of which all may stand.
const suspect = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFC]/;
