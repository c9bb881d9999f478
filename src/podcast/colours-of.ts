/** How a picture has its colours. */
type Colours = "RGB" | "grey" | "CMYK" | "transparent";

/**
 * How a JPEG or PNG picture has its colours: PNG §11.2.1 (the colour type of IHDR), ITU-T T.81
 * §B.2.2 (the components of a frame).
 *
 * @param bytes of the whole file
 * @returns undefined where it does not say
 */
export function coloursOf(bytes: Buffer, type: "jpg" | "png"): Colours | undefined {
  return type === "png" ? pngColours.get(bytes[25] ?? -1) : jpegColours.get(countComponents(bytes));
}

// A palette is one of RGB.
const pngColours: ReadonlyMap<number, Colours> = new Map([
  [0, "grey"],
  [2, "RGB"],
  [3, "RGB"],
  [4, "transparent"],
  [6, "transparent"],
]);

const jpegColours: ReadonlyMap<number, Colours> = new Map([
  [1, "grey"],
  [3, "RGB"],
  [4, "CMYK"],
]);

// Segments follow one another, each with its length, until the frame's.
function countComponents(bytes: Buffer): number {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) return bytes[at + 9] ?? 0;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return 0;
}

// SOF0 to SOF15, but for the tables among them.
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
