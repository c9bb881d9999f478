import { type Arbitrary, array, constantFrom, integer, oneof } from "./fast-check.ts";

/** Texts of any code units, unpaired surrogates among them, and often of those that mean something. */
export function anyText(...words: readonly string[]): Arbitrary<string> {
  const unit = integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const ascii = integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code));
  const telling = constantFrom("\u0000", "\r", "\n", "\uD83D", "\uDE00", "\uFFFE", "é", ...words);
  return array(oneof(telling, ascii, unit)).map((units) => units.join(""));
}
