import { uint32, zeros } from "./boxes.ts";

/** What a sound made for a test says of itself. */
interface Sound {
  /** Seconds. */
  readonly seconds?: number;
  readonly chapters?: readonly { readonly start: number; readonly title: string }[];
}

/**
 * A whole MP3 file of silence: MPEG 2.5 Layer III, 8 kbit/s, 8 kHz, one channel, frames of 72 bytes
 * and 72 milliseconds; its chapters as ID3v2.3 has them.
 */
export function makeMp3({ seconds = 5, chapters = [] }: Sound = {}): Buffer {
  const frame = Buffer.alloc(72);
  frame.set([0xff, 0xe3, 0x18, 0xc0]);
  const frames = Array.from({ length: Math.round(seconds / 0.072) }, () => frame);
  return Buffer.concat([id3(chapters), ...frames]);
}

/** A whole WAV file of silence: 8 bits, 8 kHz, one channel. */
export function makeWav({ seconds = 1 }: Sound = {}): Buffer {
  const data = Buffer.alloc(Math.round(seconds * 8000), 0x80);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

// https://id3.org/id3v2-chapters-1.0
function id3(chapters: NonNullable<Sound["chapters"]>): Buffer {
  if (chapters.length === 0) return Buffer.alloc(0);
  const frames = chapters.map(({ start, title }, index) => {
    const from = uint32(Math.round(start * 1000));
    const name = id3Frame("TIT2", Buffer.from([1, 0xff, 0xfe]), Buffer.from(title, "utf16le"));
    return id3Frame(
      "CHAP",
      Buffer.from(`c${index}\0`),
      from,
      from,
      uint32(2 ** 32 - 1),
      uint32(2 ** 32 - 1),
      name,
    );
  });
  const body = Buffer.concat(frames);
  const size = [21, 14, 7, 0].map((shift) => (body.length >> shift) & 0x7f);
  return Buffer.concat([Buffer.from("ID3"), Buffer.from([3, 0, 0, ...size]), body]);
}

function id3Frame(id: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(id), uint32(body.length), zeros(2), body]);
}
