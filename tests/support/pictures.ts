import { crc32, deflateSync } from "node:zlib";

/** A whole PNG file, black: one bit a pixel, of a palette (https://www.w3.org/TR/png-3/). */
export function makePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(1, 8);
  head.writeUInt8(3, 9);
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const palette = chunk("PLTE", Buffer.alloc(6));
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    palette,
    chunk("IDAT", rows),
    chunk("IEND"),
  ]);
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The head of a JPEG file of so many components: as far as readers of its size go (ITU-T T.81). */
export function makeJpegHead(width: number, height: number, components: number): Buffer {
  const app = Buffer.from([0xff, 0xe0, 0, 16, ...Buffer.from("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  const table = Buffer.from([0xff, 0xdb, 0, 67, ...Buffer.alloc(65)]);
  const frame = Buffer.alloc(10 + 3 * components);
  frame.set([0xff, 0xc2, 0, 8 + 3 * components, 8]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  frame.writeUInt8(components, 9);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app, table, frame, Buffer.alloc(20)]);
}
