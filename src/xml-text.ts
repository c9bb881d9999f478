/**
 * The characters that XML 1.0 §2.2 allows (https://www.w3.org/TR/xml/#charsets), less the carriage
 * return, which every XML parser turns into a line feed: all others, unpaired surrogates among them.
 */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text as every feed format can carry it: forbidden characters removed, line ends as `\n`. */
export function toXmlText(text: string): string {
  // Most of what is asked for is a word or two, and this takes a tenth of the time.
  if (/^[\t\n -~]*$/.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").replace(forbidden, "");
}

/** Text on one line, without leading and trailing space; no-break spaces stay. */
export function toLine(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  return toXmlText(text)
    .replace(/[ \t\n\v\f\u0085\u2028\u2029]+/g, " ")
    .trim();
}
