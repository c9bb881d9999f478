import { findBox } from "./boxes.ts";

/** A piece of a track: when it begins in units of the medium, and where it stands in the file. */
interface Sample {
  readonly start: number;
  readonly offset: number;
  readonly size: number;
}

/**
 * Where the first samples of a track stand: ISO/IEC 14496-12 §8.6.1.2, §8.7.3 to §8.7.5.
 *
 * @param tables the track's `stbl`
 * @throws RangeError where a table is shorter than it says.
 */
export function readSamples(tables: Buffer, most: number): readonly Sample[] {
  const starts = readStarts(findBox(tables, "stts"), most);
  const sizes = readSizes(findBox(tables, "stsz"), most);
  const offsets = readOffsets(tables, sizes);
  return offsets.flatMap((offset, index) => {
    const [start, size] = [starts[index], sizes[index]];
    return start === undefined || size === undefined ? [] : [{ start, offset, size }];
  });
}

function readStarts(times: Buffer | undefined, most: number): readonly number[] {
  const starts: number[] = [];
  let time = 0;
  for (const [count = 0, duration = 0] of readRows(times, 4, 2)) {
    for (let left = count; left > 0 && starts.length < most; left -= 1) {
      starts.push(time);
      time += duration;
    }
  }
  return starts;
}

function readSizes(sizes: Buffer | undefined, most: number): readonly number[] {
  if (!sizes) return [];
  const [common, count] = [sizes.readUInt32BE(4), sizes.readUInt32BE(8)];
  if (common > 0) return Array.from({ length: Math.min(count, most) }, () => common);
  return readRows(sizes, 8, 1).flat().slice(0, most);
}

// Samples stand in chunks; a table says from which chunk on how many are in each.
function readOffsets(tables: Buffer, sizes: readonly number[]): readonly number[] {
  const runs = readRows(findBox(tables, "stsc"), 4, 3);
  const offsets: number[] = [];
  for (const [index, chunk] of readChunks(tables).entries()) {
    if (offsets.length >= sizes.length) break;
    const [, count = 0] = runs.findLast(([first = 0]) => first <= index + 1) ?? [];
    let offset = chunk;
    for (const size of sizes.slice(offsets.length, offsets.length + count)) {
      offsets.push(offset);
      offset += size;
    }
  }
  return offsets;
}

function readChunks(tables: Buffer): readonly number[] {
  const short = findBox(tables, "stco");
  if (short) return readRows(short, 4, 1).flat();
  const long = readRows(findBox(tables, "co64"), 4, 2);
  return long.map(([high = 0, low = 0]) => high * 2 ** 32 + low);
}

/** The rows of a table behind their count: numbers of 32 bits. */
function readRows(
  table: Buffer | undefined,
  at: number,
  width: number,
): readonly (readonly number[])[] {
  if (!table) return [];
  const count = Math.min(table.readUInt32BE(at), mostRows);
  return Array.from({ length: count }, (_, row) => {
    return Array.from({ length: width }, (_, column) => {
      return table.readUInt32BE(at + 4 + 4 * (row * width + column));
    });
  });
}

// More than there are chapters anywhere.
const mostRows = 10_000;
