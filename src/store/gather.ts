import type { Packs } from "./packs.ts";
import { sizeOf, toNumbers, toSpans } from "./spans.ts";
import type { KeptEntry, Row } from "./state.ts";

/**
 * Settles what is kept for the next run. Beyond the size the oldest entries go, by the date of
 * their articles: feeds carry the newest. Packs of which little is needed, and the smallest of
 * many, go into this run's, so that neither their number nor what is dead in them grows.
 */
export function gather(
  rows: ReadonlyMap<string, Row>,
  packs: Packs,
  maxSize: number,
): readonly (readonly [source: string, row: Row])[] {
  const within = dropOldest(rows, maxSize);
  const absorbed = findAbsorbed(within, packs, maxSize);
  return [...within].map(([source, row]) => {
    const { entry } = row;
    if (!entry || !absorbed.has(entry.pack)) return [source, row] as const;
    return [source, { ...row, entry: move(entry, packs) }] as const;
  });
}

function dropOldest(rows: ReadonlyMap<string, Row>, maxSize: number): ReadonlyMap<string, Row> {
  const sized = [...rows].flatMap(([source, { entry }]) => {
    return entry ? [{ source, published: entry.published, size: sizeOf(entry) }] : [];
  });
  let size = sized.reduce((sum, one) => sum + one.size, 0);
  if (size <= maxSize) return rows;
  const dropped = new Set<string>();
  for (const one of sized.toSorted((left, right) => (left.published < right.published ? -1 : 1))) {
    if (size <= maxSize) break;
    size -= one.size;
    dropped.add(one.source);
  }
  return new Map(
    [...rows].map(([source, row]) => {
      return [source, dropped.has(source) ? { ...row, entry: undefined } : row];
    }),
  );
}

const mostPacks = 8;

function findAbsorbed(
  rows: ReadonlyMap<string, Row>,
  packs: Packs,
  maxSize: number,
): ReadonlySet<string> {
  const living = new Map<string, number>();
  for (const { entry } of rows.values()) {
    if (!entry || entry.pack === packs.name) continue;
    living.set(entry.pack, (living.get(entry.pack) ?? 0) + sizeOf(entry));
  }
  const bySize = [...living].toSorted(([, left], [, right]) => right - left);
  const onDisk = bySize.reduce((sum, [name]) => sum + packs.sizeOf(name), packs.sizeOf(packs.name));
  // What is dead takes room too.
  const least = onDisk > maxSize ? 1 : 0.5;
  return new Set(
    bySize.flatMap(([name, size], index) => {
      return index >= mostPacks || size < packs.sizeOf(name) * least ? [name] : [];
    }),
  );
}

function move(entry: KeptEntry, packs: Packs): KeptEntry {
  const spans = toSpans(entry.spans).map((span) => packs.add(packs.read(entry.pack, span)));
  return { ...entry, pack: packs.name, spans: toNumbers(spans) };
}
