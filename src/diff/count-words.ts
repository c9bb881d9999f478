import { textOf } from "../published/html-tree.ts";
import { wordsOf } from "../published/words.ts";
import type { WordCount } from "./change.ts";

/**
 * How many words came and went between two texts in HTML, wherever they stand. The time it takes
 * grows with the texts' length alone.
 */
export function countWords(before = "", after = ""): WordCount {
  const old = tally(before);
  const current = tally(after);
  return { added: countMore(current, old), removed: countMore(old, current) };
}

type Tally = ReadonlyMap<string, number>;

function tally(html: string): Tally {
  const counts = new Map<string, number>();
  for (const word of wordsOf(textOf(html))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function countMore(one: Tally, other: Tally): number {
  let count = 0;
  for (const [word, times] of one) count += Math.max(0, times - (other.get(word) ?? 0));
  return count;
}
