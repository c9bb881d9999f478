import type { Span } from "./span-reader.ts";

/** Spans as numbers, three each: where it starts, its length, its checksum. They are held for every entry. */
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
  const [start = 0, length = 0, check = 0] = numbers.slice(index * 3, index * 3 + 3);
  return { start, length, check };
}

/** Bytes that an entry takes in its pack. */
export function sizeOf({ spans }: { readonly spans: Spans }): number {
  return toSpans(spans).reduce((sum, { length }) => sum + length, 0);
}
