import { findBox, readPart } from "./boxes.ts";
import { readSamples } from "./samples.ts";
import { readDelay, readTimes } from "./times.ts";

/** A chapter that a film or sound names. */
export interface MovieChapter {
  /** Seconds. */
  readonly start: number;
  readonly title: string;
}

/** What stands in `moov`, and of what it is made. */
interface Movie {
  readonly movie: Buffer;
  /** What stands in each `trak`. */
  readonly tracks: readonly Buffer[];
  /** Units in a second. */
  readonly timeScale: number;
}

/**
 * Reads the chapters of a film or sound: a track of texts that another one refers to (Apple's
 * QuickTime File Format, "Chapter Lists"), or Nero's list where there is none.
 *
 * @throws RangeError where a box says more than it holds.
 */
export async function readChapters(file: Blob, movie: Movie): Promise<readonly MovieChapter[]> {
  const track = findTrack(movie.tracks);
  const chapters = track ? await readTrack(file, track, movie.timeScale) : [];
  return chapters.length > 0 ? chapters : readList(findBox(movie.movie, "udta", "chpl"));
}

function findTrack(tracks: readonly Buffer[]): Buffer | undefined {
  const wanted = new Set(tracks.flatMap((track) => idsIn(findBox(track, "tref", "chap"))));
  return tracks.find((track) => {
    const kind = findBox(track, "mdia", "hdlr")?.toString("latin1", 8, 12);
    return (kind === "text" || kind === "sbtl") && wanted.has(idOf(track));
  });
}

function idsIn(ids: Buffer | undefined): readonly number[] {
  const count = Math.floor((ids?.length ?? 0) / 4);
  return Array.from({ length: count }, (_, index) => ids?.readUInt32BE(4 * index) ?? 0);
}

function idOf(track: Buffer): number {
  const header = findBox(track, "tkhd");
  // No track has the number 0.
  return header?.readUInt32BE(header.readUInt8(0) === 1 ? 20 : 12) ?? 0;
}

async function readTrack(
  file: Blob,
  track: Buffer,
  timeScale: number,
): Promise<readonly MovieChapter[]> {
  const medium = readTimes(findBox(track, "mdia", "mdhd"));
  const tables = findBox(track, "mdia", "minf", "stbl");
  if (!medium || !tables) return [];
  const edits = findBox(track, "edts", "elst");
  const delay = readDelay(edits, { movie: timeScale, medium: medium.timeScale });
  const chapters: MovieChapter[] = [];
  for (const { start, offset, size } of readSamples(tables, mostChapters)) {
    const text = await readPart(file, offset, Math.min(size, longestText));
    const title = size < 2 ? "" : toTitle(text.subarray(2, 2 + text.readUInt16BE(0)));
    chapters.push({ start: Math.max(0, start / medium.timeScale + delay), title });
  }
  return chapters;
}

const mostChapters = 1000;
const longestText = 4096;

// UTF-8, but for a text that says to be UTF-16.
function toTitle(bytes: Buffer): string {
  const mark = bytes.toString("hex", 0, 2);
  if (mark === "feff") return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder(mark === "fffe" ? "utf-16le" : "utf-8").decode(bytes);
}

// Behind version and flags a byte that is kept free, and a count of four bytes; in version 0 of one.
// Then for each: when it begins, in units of 100 ns, the length of its title, and the title.
function readList(list: Buffer | undefined): readonly MovieChapter[] {
  if (!list) return [];
  const isFirst = list.readUInt8(0) === 0;
  const count = isFirst ? list.readUInt8(4) : list.readUInt32BE(5);
  let at = isFirst ? 5 : 9;
  return Array.from({ length: Math.min(count, mostChapters) }, () => {
    const start = Number(list.readBigUInt64BE(at)) / 1e7;
    const end = at + 9 + list.readUInt8(at + 8);
    const title = toTitle(list.subarray(at + 9, end));
    at = end;
    return { start, title };
  });
}
