/** A part of a film or sound, as ISO/IEC 14496-12 §4.2 and QuickTime have it. */
interface Box {
  readonly type: string;
  /** What stands behind its head. */
  readonly bytes: Buffer;
}

/**
 * Reads the box that says what a film or sound is made of, wherever in the file it stands.
 *
 * @returns what stands in `moov`; undefined where there is none, or more than anybody has
 */
export async function readMovieBox(file: Blob): Promise<Buffer | undefined> {
  let start = 0;
  for (let count = 0; count < mostBoxes && start + 8 <= file.size; count += 1) {
    const head = await readPart(file, start, 16);
    const { type, from, size } = readHead(head, file.size - start);
    if (count === 0 && !firstTypes.has(type)) return undefined;
    if (type === "moov") {
      return size > mostBytes ? undefined : await readPart(file, start + from, size - from);
    }
    start += size;
  }
  return undefined;
}

const mostBoxes = 10_000;
const mostBytes = 32_000_000;
const firstTypes: ReadonlySet<string> = new Set(["ftyp", "moov", "mdat", "wide", "free", "skip"]);

/** A part of a file; less of it where the file ends. */
export async function readPart(file: Blob, start: number, length: number): Promise<Buffer> {
  return Buffer.from(await file.slice(start, Math.min(start + length, file.size)).arrayBuffer());
}

/** The boxes within a box. */
export function boxesIn(bytes: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  for (let start = 0; start + 8 <= bytes.length; ) {
    const { type, from, size } = readHead(bytes.subarray(start), bytes.length - start);
    boxes.push({ type, bytes: bytes.subarray(start + from, start + size) });
    start += size;
  }
  return boxes;
}

/** The first box at a path of types. */
export function findBox(bytes: Buffer, ...path: readonly string[]): Buffer | undefined {
  const [type, ...rest] = path;
  if (type === undefined) return bytes;
  const found = boxesIn(bytes).find((box) => box.type === type);
  return found && findBox(found.bytes, ...rest);
}

// A size of 1 stands for one of 64 bits behind the type, one of 0 for all that is left.
function readHead(head: Buffer, left: number) {
  const stated = head.readUInt32BE(0);
  const type = head.toString("latin1", 4, 8);
  const from = stated === 1 ? 16 : 8;
  const size = stated === 1 ? Number(head.readBigUInt64BE(8)) : stated || left;
  if (size < from) throw new RangeError("a box that is smaller than its head");
  return { type, from, size };
}
