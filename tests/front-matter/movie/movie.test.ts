import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { readMovie } from "../../../src/front-matter/movie/movie.ts";
import { box, uint32, zeros } from "../../support/boxes.ts";
import { fc } from "../../support/fast-check.ts";
import { makeM4a } from "../../support/m4a.ts";
import { makeMp3 } from "../../support/sounds.ts";

const read = async (bytes: Uint8Array) => await readMovie(new Blob([Uint8Array.from(bytes)]));

const chapters = [
  { start: 0, title: "First" },
  { start: 2.5, title: "둘째 part" },
  { start: 4, title: "Third" },
];

// Made by ffmpeg 5.1, of silence and a file of `[CHAPTER]`s: `-c:a aac -b:a 8k`, then with `-movflags
// +faststart`, then with a picture as QuickTime.
test.each([
  { name: "chapters.m4a", seconds: 6.001 },
  { name: "chapters-first.m4a", seconds: 6.001 },
  { name: "chapters.mov", seconds: 6.001 },
])("reads $name as another program made it", async ({ name, seconds }) => {
  const facts = await read(await readFile(new URL(`media/${name}`, import.meta.url)));
  expect(facts?.duration).toBeCloseTo(seconds, 1);
  expect(facts?.chapters).toEqual([{ start: 0, title: "Erste" }, ...chapters.slice(1)]);
});

describe("chapters", () => {
  test.each([
    { how: "in a track, in one chunk", made: { chapters } },
    { how: "in a track, with sound between them", made: { chapters, isScattered: true } },
    {
      how: "in a track, with sizes of 64 bits",
      made: { chapters, isScattered: true, isLong: true },
    },
    { how: "in Nero's list", made: { listed: chapters } },
    { how: "in both", made: { chapters, listed: [{ start: 1, title: "Listed" }] } },
  ])("are read $how", async ({ made }) => {
    expect(await read(makeM4a({ seconds: 6, ...made }))).toEqual({ duration: 6, chapters });
  });

  test("are read where their track begins later", async () => {
    const facts = await read(makeM4a({ chapters, delay: 1.5 }));
    expect(facts?.chapters.map(({ start }) => start)).toEqual([1.5, 4, 5.5]);
  });

  test.each(["utf-16le", "utf-16be"] as const)("are read as %s", async (encoding) => {
    const bytes = Buffer.from("\ufeff둘째", "utf16le");
    const title = encoding === "utf-16le" ? bytes : bytes.swap16();
    const facts = await read(makeM4a({ chapters: [{ start: 0, title }] }));
    expect(facts?.chapters).toEqual([{ start: 0, title: "둘째" }]);
  });

  test("are no more than a thousand", async () => {
    const many = Array.from({ length: 1200 }, (_, start) => ({ start, title: `${start}` }));
    const facts = await read(makeM4a({ chapters: many, seconds: 1200 }));
    expect(facts?.chapters).toHaveLength(1000);
  });
});

test.each([
  { name: "an MP3", bytes: makeMp3() },
  { name: "a text", bytes: Buffer.from("Hello, ".repeat(100)) },
  { name: "nothing", bytes: zeros(0) },
  {
    name: "a box smaller than its head",
    bytes: Buffer.concat([
      makeM4a().subarray(0, 28),
      zeros(3),
      Buffer.from([4]),
      Buffer.from("moov"),
      zeros(99),
    ]),
  },
  {
    name: "a box of 64 bits that takes no room",
    bytes: Buffer.concat([box("ftyp"), box("moov", uint32(1), Buffer.from("trak"), zeros(8))]),
  },
  {
    name: "a movie without a header",
    bytes: Buffer.concat([box("ftyp"), box("moov", box("trak"))]),
  },
])("$name is no movie", async ({ bytes }) => {
  expect(await read(bytes)).toBe(undefined);
});

test("a movie that is damaged anywhere says less, and takes no time", async () => {
  const whole = makeM4a({ chapters, listed: chapters, isScattered: true });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), {
        maxLength: 6,
      }),
      fc.nat(whole.length),
      async (changes, length) => {
        const damaged = Buffer.from(whole);
        for (const [at, value] of changes) damaged[at] = value;
        for (const bytes of [damaged, damaged.subarray(0, length)]) {
          const facts = await read(bytes);
          expect(facts?.chapters.length ?? 0).toBeLessThanOrEqual(1000);
        }
      },
    ),
    { numRuns: 500 },
  );
});
