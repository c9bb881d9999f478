import { type Noticed, namesOf } from "../noticed.ts";

/**
 * A sketch of what readers notice of an article: 64 characters by which it is known again after an
 * edit. It is a MinHash by one permutation (https://arxiv.org/abs/1208.1259): the runs of three words
 * are hashed into 64 bins, and each bin keeps six bits of its smallest hash. A bin that nothing fell
 * into is `.`. Where words are not parted by spaces, as in Chinese and Japanese, a character counts
 * as a word. Case, punctuation and white space do not count, nor does what comes after 65,536
 * characters.
 */
export function sketchOf({ title = "", body, enclosures }: Noticed): string {
  const smallest = new Uint32Array(binCount).fill(none);
  let [first, second] = [0, 0];
  // Repeated, so that it counts in a short text: there it tells articles of one mould apart.
  const names = `${title} ${title} ${title} ${namesOf({ enclosures }).join(" ")}`;
  eachWord(`${names}\n${body.slice(0, longest)}\n`, (word) => {
    const hash = mix(first, second, word);
    const bin = hash & 63;
    const value = hash >>> 6;
    if (value < (smallest[bin] ?? 0)) smallest[bin] = value;
    first = second;
    second = word;
  });
  return Array.from(smallest, toCharacter).join("");
}

/**
 * How alike two texts are by their sketches, from 0 to 1: about the share of the runs of words in
 * either that both have. 0 where there is too little of them to tell, or a sketch is none.
 *
 * @param least bins that must be filled; where something else speaks for the two as well, fewer do
 */
export function likeness(one: string, other: string, least = fewest): number {
  if (one.length !== binCount || other.length !== binCount) return 0;
  let equal = 0;
  let filled = 0;
  for (let bin = 0; bin < binCount; bin++) {
    const code = one.charCodeAt(bin);
    const isEqual = code === other.charCodeAt(bin);
    if (isEqual && code === emptyBin) continue;
    filled++;
    if (isEqual) equal++;
  }
  return filled < least ? 0 : equal / filled;
}

/** Below this likeness articles of one mould are as alike as a text and its revision. */
export const doubtful = 0.6;

/** Whether a sketch is of a text that is long enough to be told from others. */
export function isTelling(sketch: string): boolean {
  return sketch.length === binCount && sketch.replaceAll(".", "").length >= fewest;
}

const binCount = 64;
const fewest = 12;
/** Enough for texts of one moment. */
export const fewestOfMoment = 6;
const longest = 65_536;
const none = 0xffffffff;
const emptyBin = ".".charCodeAt(0);
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function toCharacter(smallest: number): string {
  return smallest === none ? "." : (alphabet[smallest & 63] ?? ".");
}

// A text of a hundred articles has a million characters: no word is cut out of it.
function eachWord(text: string, visit: (hash: number) => void): void {
  let word = 0;
  for (let index = 0; index < text.length; index++) {
    const code = foldCase(text.charCodeAt(index));
    const isAlone = standsAlone(code);
    if (word !== 0 && (isAlone || !isLetter(code))) {
      visit(word);
      word = 0;
    }
    if (isAlone) visit(mix(0, 0, code));
    // https://datatracker.ietf.org/doc/draft-eastlake-fnv/: the prime; 0 is no word.
    else if (isLetter(code)) word = Math.imul(word ^ code, 0x01000193) || 1;
  }
}

function foldCase(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}

// Everything beyond ASCII and Latin 1's signs but general punctuation and that of CJK.
function isLetter(code: number): boolean {
  if (code < 0xaa) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  return !(code >= 0x2000 && code < 0x2e80) && !isWidePunctuation(code);
}

// Unicode's blocks of scripts without spaces: Thai to Burmese, CJK with kana, and the halves of
// characters beyond the first plane. Korean parts its words.
function standsAlone(code: number): boolean {
  if (code < 0xe00) return false;
  if (code >= 0xac00 && code < 0xd800) return false;
  return (code < 0x1100 || code >= 0x2e80) && !isWidePunctuation(code);
}

function isWidePunctuation(code: number): boolean {
  return (code >= 0x3000 && code < 0x3005) || (code >= 0x3008 && code < 0x3012) || code >= 0xff00;
}

// The end of MurmurHash3, with constants of its kind: https://github.com/skeeto/hash-prospector.
function mix(first: number, second: number, third: number): number {
  const sum = Math.imul(first, 0x85ebca6b) + Math.imul(second ^ (first >>> 15), 0xc2b2ae35) + third;
  const half = Math.imul(sum ^ (sum >>> 16), 0x7feb352d);
  const whole = Math.imul(half ^ (half >>> 15), 0x846ca68b);
  return (whole ^ (whole >>> 16)) >>> 0;
}
