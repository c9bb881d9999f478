import { expect, test } from "vitest";
import { sizeOf, toNumbers, toSpans } from "../../src/store/spans.ts";
import { fc } from "../support/fast-check.ts";

const span = fc.record({
  start: fc.nat({ max: 2 ** 40 }),
  length: fc.nat(),
  check: fc.nat({ max: 0xffff_ffff }),
});

test("spans are the same again, and JSON keeps their numbers", () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), (spans) => {
      const numbers = toNumbers(spans);
      expect(numbers).toHaveLength(spans.length * 3);
      expect(toSpans(JSON.parse(JSON.stringify(numbers)))).toEqual(spans);
      expect(sizeOf({ spans: numbers })).toBe(spans.reduce((sum, { length }) => sum + length, 0));
    }),
  );
});
