import { box, fullBox, longBox, uint32, zeros } from "./boxes.ts";

/** A chapter as a file names it. */
interface Chapter {
  /** Seconds. */
  readonly start: number;
  /** Text, or the bytes of one. */
  readonly title: string | Buffer;
}

/** What an M4A file made for a test says of itself, and how. */
interface M4a {
  /** Seconds. */
  readonly seconds?: number;
  /** In a track of texts. */
  readonly chapters?: readonly Chapter[];
  /** In Nero's list. */
  readonly listed?: readonly Chapter[];
  /** Whether each text is a chunk of its own, as they are where sound lies between them. */
  readonly isScattered?: boolean;
  /** Whether sizes and places have 64 bits. */
  readonly isLong?: boolean;
  /** Seconds before the track of texts begins. */
  readonly delay?: number;
}

/** Units in a second. */
const scale = 1000;

/**
 * A whole M4A file without a sample of sound: `ftyp`, the texts of chapters, and `moov` with a track
 * of the length given. ISO/IEC 14496-12, and Apple's QuickTime File Format for the chapters.
 */
export function makeM4a(stated: M4a = {}): Buffer {
  const { seconds = 5, chapters = [], listed = [], isLong = false } = stated;
  const head = box("ftyp", Buffer.from("M4A "), uint32(0), Buffer.from("M4A isom"));
  const texts = chapters.map(({ title }) => toText(title));
  const gap = stated.isScattered ? 5 : 0;
  const data = (isLong ? longBox : box)("mdat", ...texts.map((text) => pad(text, gap)));
  const first = head.length + (isLong ? 16 : 8);
  const units = Math.round(seconds * scale);
  const times = Buffer.concat([zeros(8), uint32(scale, units)]);
  const tracks = [toTrack(1, units, "soun", soundTable(), refersTo(chapters))];
  if (chapters.length > 0) {
    const table = textTable({ chapters, texts, first, gap, units, isLong });
    tracks.push(toTrack(2, units, "text", table, edit(stated.delay ?? 0)));
  }
  const list = listed.length === 0 ? [] : [box("udta", toList(listed))];
  const movie = (isLong ? longBox : box)(
    "moov",
    fullBox("mvhd", times, zeros(80)),
    ...tracks,
    ...list,
  );
  return Buffer.concat([head, data, movie]);
}

function toText(title: string | Buffer): Buffer {
  const bytes = Buffer.from(title);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}

function pad(text: Buffer, gap: number): Buffer {
  return Buffer.concat([text, Buffer.alloc(gap, 0xff)]);
}

function refersTo(chapters: readonly Chapter[]): Buffer {
  return chapters.length === 0 ? zeros(0) : box("tref", box("chap", uint32(2)));
}

// An edit of nothing, then all of the medium.
function edit(delay: number): Buffer {
  if (delay === 0) return zeros(0);
  const rows = uint32(2, delay * scale, 0xffffffff, 0x10000, 0, 0, 0x10000);
  return box("edts", fullBox("elst", rows));
}

function toTrack(id: number, units: number, kind: string, table: Buffer, more: Buffer): Buffer {
  return box(
    "trak",
    fullBox("tkhd", zeros(8), uint32(id), zeros(4), uint32(units), zeros(60)),
    more,
    box(
      "mdia",
      fullBox("mdhd", zeros(8), uint32(scale, units), zeros(4)),
      fullBox("hdlr", zeros(4), Buffer.from(kind), zeros(13)),
      box("minf", table),
    ),
  );
}

function soundTable(): Buffer {
  return box(
    "stbl",
    fullBox("stsd", uint32(1), soundEntry()),
    fullBox("stts", uint32(0)),
    fullBox("stsc", uint32(0)),
    fullBox("stsz", zeros(8)),
    fullBox("stco", uint32(0)),
  );
}

// AAC, one channel, 16 bits, 8 kHz.
function soundEntry(): Buffer {
  const format = Buffer.from([0, 1, 0, 16, 0, 0, 0, 0, 0x1f, 0x40, 0, 0]);
  return box("mp4a", zeros(6), Buffer.from([0, 1]), zeros(8), format);
}

interface Texts {
  readonly chapters: readonly Chapter[];
  readonly texts: readonly Buffer[];
  /** Where the first stands in the file. */
  readonly first: number;
  /** Bytes behind each. */
  readonly gap: number;
  readonly units: number;
  readonly isLong: boolean;
}

function textTable({ chapters, texts, first, gap, units, isLong }: Texts): Buffer {
  const starts = [...chapters.map(({ start }) => start * scale), units];
  const lasting = chapters.flatMap((_, at) => [1, (starts[at + 1] ?? 0) - (starts[at] ?? 0)]);
  const places =
    gap === 0 ? [first] : texts.map((_, at) => first + lengthOf(texts.slice(0, at), gap));
  const perChunk = gap === 0 ? texts.length : 1;
  const offsets = isLong
    ? fullBox("co64", uint32(places.length, ...places.flatMap((place) => [0, place])))
    : fullBox("stco", uint32(places.length, ...places));
  return box(
    "stbl",
    fullBox("stsd", uint32(1), box("text", zeros(51))),
    fullBox("stts", uint32(chapters.length, ...lasting)),
    fullBox("stsc", uint32(1, 1, perChunk, 1)),
    fullBox("stsz", uint32(0, texts.length, ...texts.map(({ length }) => length))),
    offsets,
  );
}

function lengthOf(texts: readonly Buffer[], gap: number): number {
  return texts.reduce((sum, { length }) => sum + length + gap, 0);
}

function toList(chapters: readonly Chapter[]): Buffer {
  const rows = chapters.map(({ start, title }) => {
    const bytes = Buffer.from(title);
    return Buffer.concat([zeros(4), uint32(start * 1e7), Buffer.from([bytes.length]), bytes]);
  });
  return box("chpl", Buffer.from([1, 0, 0, 0, 0]), uint32(chapters.length), ...rows);
}
