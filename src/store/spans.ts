import type { Span } from "./span-reader.ts";

/** Spans as numbers, three each: where it starts, its length, its checksum. Every entry holds some. */
export type Spans = readonly number[];

/** Makes numbers of spans. */
export function toNumbers(spans: readonly Span[]): Spans {
  // A copy has room for no more than it holds.
  return [...spans.flatMap(({ start, length, check }) => [start, length, check])];
}

/** Makes spans of numbers again. */
export function toSpans(numbers: Spans): readonly Span[] {
  return Array.from({ length: numbers.length / 3 }, (_, index) => spanAt(numbers, index));
}

/** One of them. */
export function spanAt(numbers: Spans, index: number): Span {
  const at = index * 3;
  return { start: numbers[at] ?? 0, length: numbers[at + 1] ?? 0, check: numbers[at + 2] ?? 0 };
}

/** Bytes that an entry takes in its pack. */
export function sizeOf({ spans }: { readonly spans: Spans }): number {
  let size = 0;
  for (let at = 1; at < spans.length; at += 3) size += spans[at] ?? 0;
  return size;
}
