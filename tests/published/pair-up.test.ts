import { expect, test } from "vitest";
import { pairUp, type Round } from "../../src/published/pair-up.ts";
import { fc } from "../support/fast-check.ts";

const round = (by: string, at: number): Round<string, string, string> => ({
  by,
  leftKeys: (word) => [word[at]],
  rightKeys: (word) => [word[at]],
});

const rounds = [round("first", 0), round("second", 1)];

const tell = (left: readonly string[], right: readonly string[]) => {
  const { pairs, doubts, ...rest } = pairUp(left, right, rounds);
  return {
    pairs: pairs.map((pair) => `${pair.left}-${pair.right} ${pair.by}`),
    doubts: [...doubts].map(([word, { by, candidates }]) => `${word}-${candidates} ${by}`),
    ...rest,
  };
};

test.each([
  {
    what: "what shares a key",
    left: ["ax", "by"],
    right: ["bz", "aw"],
    expected: { pairs: ["ax-aw first", "by-bz first"] },
  },
  {
    what: "by the earlier round first",
    left: ["ax"],
    right: ["bx", "ay"],
    expected: { pairs: ["ax-ay first"], right: ["bx"] },
  },
  {
    what: "by a later round what an earlier one leaves",
    left: ["ax"],
    right: ["bx"],
    expected: { pairs: ["ax-bx second"] },
  },
  {
    what: "nobody who has a choice, but says which",
    left: ["ax"],
    right: ["ay", "az"],
    expected: { left: ["ax"], right: ["ay", "az"], doubts: ["ax-ay,az first"] },
  },
  {
    what: "nobody who has a rival",
    left: ["ax", "ay"],
    right: ["az"],
    expected: { left: ["ax", "ay"], right: ["az"], doubts: ["ax-az first", "ay-az first"] },
  },
  {
    what: "rivals by a later round",
    left: ["ax", "ay"],
    right: ["ay", "ax"],
    expected: {
      pairs: ["ax-ax second", "ay-ay second"],
      doubts: ["ax-ay,ax first", "ay-ay,ax first"],
    },
  },
  { what: "nobody without a key", left: [""], right: [""], expected: { left: [""], right: [""] } },
])("pairs $what", ({ left, right, expected }) => {
  expect(tell(left, right)).toEqual({ pairs: [], doubts: [], left: [], right: [], ...expected });
});

test("gives nobody two partners, and loses nobody", () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[ab][xyz][0-9]$/), { maxLength: 12 });
  const property = fc.property(words, words, (left, right) => {
    const found = pairUp(left, right, rounds);
    const lefts = [...found.pairs.map((pair) => pair.left), ...found.left];
    const rights = [...found.pairs.map((pair) => pair.right), ...found.right];
    expect(lefts.toSorted()).toEqual(left.toSorted());
    expect(rights.toSorted()).toEqual(right.toSorted());
  });
  fc.assert(property);
});
