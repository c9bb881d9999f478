import { expect, test } from "vitest";
import {
  createTaker,
  giveTexts,
  type ReadOne,
  shareTexts,
} from "../../../src/front-matter/ahead/shared-texts.ts";
import { digestOfText } from "../../../src/text-digest.ts";
import { fc } from "../../support/fast-check.ts";

/** Batches of 32 may lie there sixteen at a time. */
const room = 32 * 16;

/** What a giver has of files; undefined where there is no text. */
function readerOf(texts: readonly (string | undefined)[]): ReadOne {
  return (number, bytes) => {
    const text = texts[number];
    if (text === undefined) return undefined;
    const facts = bytes.write(text);
    return [facts, facts + bytes.write(digestOfText(text) + stateOf(number), facts, "latin1")];
  };
}

function stateOf(number: number): string {
  return `${number} 1700000000000000001 1700000000000000002 3`;
}

function toGiven(text: string | undefined, number: number) {
  if (text === undefined) return undefined;
  return { text, digest: digestOfText(text), state: stateOf(number) };
}

test("gives what was read, and nothing where there was nothing", () => {
  const texts = [
    "",
    "안녕 é 👩‍💻\r\n",
    undefined,
    "\uFEFFa\0b",
    "x".repeat(100_000),
    undefined,
    "b",
  ];
  const shared = shareTexts(texts.length);
  giveTexts(shared, texts.length, readerOf(texts));
  const { take } = createTaker(structuredClone(shared));
  expect(texts.map((_, number) => take(number))).toEqual(texts.map(toGiven));
});

test("gives each of many, as much at once as there is room for", () => {
  const texts = Array.from({ length: room }, (_, number) => `Text ${number}`);
  const shared = shareTexts(texts.length);
  giveTexts(shared, texts.length, readerOf(texts));
  const { take } = createTaker(shared);
  expect(texts.map((_, number) => take(number))).toEqual(texts.map(toGiven));
});

test("what has no room is left out, and what comes after it is not", () => {
  const asked: number[] = [];
  const shared = shareTexts(3);
  giveTexts(shared, 3, (number, bytes) => {
    asked.push(bytes.length);
    return number === 1 ? undefined : readerOf(["x".repeat(1000), "", "b"])(number, bytes);
  });
  const facts = 43 + stateOf(0).length;
  expect(asked).toEqual([256 * 1024, 256 * 1024 - 1000 - facts, 256 * 1024 - 1000 - facts]);
  const { take } = createTaker(shared);
  expect([0, 1, 2].map(take)).toEqual([toGiven("x".repeat(1000), 0), undefined, toGiven("b", 2)]);
});

test("a taker that comes first gets nothing, and never waits", () => {
  const { take } = createTaker(shareTexts(100));
  expect([0, 1, 31, 32, 99].map(take)).toEqual(Array(5).fill(undefined));
});

test("what its taker was at first is not read", () => {
  const read: number[] = [];
  const shared = shareTexts(100);
  createTaker(shared).take(40);
  giveTexts(shared, 100, (number) => {
    read.push(number);
    return undefined;
  });
  expect(read).toEqual(Array.from({ length: 36 }, (_, index) => 64 + index));
});

test("nothing is read any more when nobody wants it", () => {
  const shared = shareTexts(10_000);
  createTaker(shared).close();
  giveTexts(shared, 10_000, () => expect.unreachable());
});

test("however far each is, a text is the one that was asked for, or none", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 * room }),
      fc.array(fc.record({ after: fc.nat(40), take: fc.nat(80) }), { minLength: 1 }),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
      (count, paces, absent) => {
        const texts = Array.from({ length: count }, (_, number) => {
          return absent[number % absent.length] ? undefined : `Text ${number}`;
        });
        const shared = shareTexts(count);
        const { take } = createTaker(shared);
        const got: unknown[] = [];
        const takeSome = (some: number) => {
          const end = Math.min(count, got.length + some);
          while (got.length < end) got.push(take(got.length));
        };
        let given = 0;
        let pace = 0;
        const readOne = readerOf(texts);
        giveTexts(shared, count, (number, bytes) => {
          // The taker works while the giver reads; here it also keeps the giver from waiting.
          const { after, take: some } = paces[pace % paces.length] ?? { after: 0, take: 0 };
          if (++given > after) {
            [given, pace] = [0, pace + 1];
            takeSome(some);
          }
          takeSome(number - got.length - room + 64);
          return readOne(number, bytes);
        });
        takeSome(count);
        for (const [number, text] of texts.entries()) {
          expect([undefined, toGiven(text, number)]).toContainEqual(got[number]);
        }
      },
    ),
  );
});
