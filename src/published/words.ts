// Scripts that put no spaces between words.
const unspaced = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;

const anyWord = new RegExp(String.raw`[${unspaced}]|[^\s${unspaced}]+`, "gu");

const bareWord = new RegExp(
  String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{L}\p{M}\p{N}])+`,
  "gu",
);

/**
 * The words of a text with their punctuation. What is written without spaces counts by the
 * character, as word processors do.
 */
export function wordsOf(text: string): readonly string[] {
  return text.normalize("NFC").match(anyWord) ?? [];
}

/** The words of a text without case and punctuation, markup's among it. */
export function bareWordsOf(text: string): readonly string[] {
  return text.normalize("NFKC").toLowerCase().match(bareWord) ?? [];
}
