import { expect, test } from "vitest";
import { TimeLimitError, withinTime } from "../../src/markdown/time-limit.ts";

const long = 60_000;

test("gives what the work gives", () => {
  expect(withinTime(long, () => ["done"])).toEqual(["done"]);
  expect(withinTime(long, () => undefined)).toBeUndefined();
});

test.each([
  {
    when: "an endless loop",
    work: () => {
      for (;;);
    },
  },
  { when: "an endless search", work: () => /^(?:a+)+$/.test(`${"a".repeat(100)}b`) },
])("ends $when", ({ work }) => {
  expect(() => withinTime(20, work)).toThrow(new TimeLimitError("Expected an end within 20 ms"));
});

test("works again after it had to end something", () => {
  expect(() =>
    withinTime(20, () => {
      for (;;);
    }),
  ).toThrow(TimeLimitError);
  expect(withinTime(long, () => 1)).toBe(1);
});

test("throws what the work throws", () => {
  const mistake = new RangeError("mistake");
  expect(() =>
    withinTime(long, () => {
      throw mistake;
    }),
  ).toThrow(mistake);
});

test("throws the error that the work gives as its reason, not another's", () => {
  const inner = () =>
    withinTime(long, () => {
      throw new TypeError("inner");
    });
  expect(() => withinTime(long, inner)).toThrow(new TypeError("inner"));
});

test("does work inside work", () => {
  expect(withinTime(long, () => withinTime(long, () => 1) + 1)).toBe(2);
});
