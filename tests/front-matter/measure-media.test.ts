import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { measureMedia } from "../../src/front-matter/measure-media.ts";
import { makeM4a } from "../support/m4a.ts";
import { makeMp3, makeWav } from "../support/sounds.ts";
import { makeFolder } from "../support/temporary-folder.ts";

async function measure(bytes: Uint8Array) {
  const path = join(await makeFolder({}), "a");
  await writeFile(path, bytes);
  return await measureMedia({ path, bytes: (await stat(path)).size });
}

describe("measureMedia", () => {
  test.each([
    { name: "an MP3", bytes: makeMp3({ seconds: 5 }), type: "audio/mpeg", duration: 5 },
    { name: "a long MP3", bytes: makeMp3({ seconds: 3700 }), type: "audio/mpeg", duration: 3700 },
    { name: "an M4A", bytes: makeM4a({ seconds: 4321.4 }), type: "audio/mp4", duration: 4321 },
    { name: "a WAV", bytes: makeWav({ seconds: 2.6 }), type: "audio/wav", duration: 3 },
    { name: "a very short WAV", bytes: makeWav({ seconds: 0.1 }), type: "audio/wav", duration: 1 },
  ])("measures $name", async ({ bytes, type, duration }) => {
    expect(await measure(bytes)).toEqual({ type, duration, chapters: undefined });
  });

  test("reads chapters in their order, but for those without a title", async () => {
    const chapters = [
      { start: 2.5, title: "Second\n part: 한국어" },
      { start: 0, title: "First" },
      { start: 4, title: " " },
    ];
    const { chapters: read } = await measure(makeMp3({ chapters }));
    expect(read).toEqual([
      { start: 0, title: "First" },
      { start: 2.5, title: "Second part: 한국어" },
    ]);
  });

  test("reads the chapters of an M4A", async () => {
    const chapters = [
      { start: 0, title: " Second\n part" },
      { start: 4, title: "" },
    ];
    const bytes = makeM4a({ seconds: 6, chapters, isScattered: true });
    expect(await measure(bytes)).toEqual({
      type: "audio/mp4",
      duration: 6,
      chapters: [{ start: 0, title: "Second part" }],
    });
  });

  test("measures a MOV", async () => {
    const bytes = await readFile(new URL("movie/media/chapters.mov", import.meta.url));
    const { type, duration, chapters } = await measure(bytes);
    expect({ type, duration }).toEqual({ type: "video/quicktime", duration: 6 });
    expect(chapters).toHaveLength(3);
  });

  test.each([
    { name: "nothing", bytes: Buffer.alloc(0) },
    { name: "three letters", bytes: Buffer.from("123") },
    { name: "a text", bytes: Buffer.from("Hello, ".repeat(1000)) },
    { name: "the first bytes of an M4A", bytes: makeM4a().subarray(0, 60) },
    {
      name: "a box of no length",
      bytes: Buffer.concat([makeM4a().subarray(0, 24), Buffer.alloc(4000)]),
    },
  ])("says nothing of $name", async ({ bytes }) => {
    const { duration, chapters } = await measure(bytes);
    expect({ duration, chapters }).toEqual({ duration: undefined, chapters: undefined });
  });

  test("says nothing of a file that is gone", async () => {
    expect(await measureMedia({ path: "/nowhere/a.mp3", bytes: 1000 })).toEqual({});
  });

  test("stops where too much would have to be read", async () => {
    // Frames whose bit rates differ have to be counted, one by one.
    const [slow, fast] = [Buffer.alloc(72), Buffer.alloc(144)];
    slow.set([0xff, 0xe3, 0x18, 0xc0]);
    fast.set([0xff, 0xe3, 0x28, 0xc0]);
    const long = Buffer.concat(Array.from({ length: 20_000 }, (_, at) => (at % 2 ? slow : fast)));
    expect(await measure(long)).toEqual({});
    expect(await measure(long.subarray(0, 216 * 1000))).toMatchObject({ duration: 144 });
  });
});
