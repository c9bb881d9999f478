import { expect, test } from "vitest";
import { directionOf } from "../../../../src/write/companions/page/direction.ts";

test.each([
  [undefined, "ltr"],
  ["en", "ltr"],
  ["ko-KR", "ltr"],
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["fa", "rtl"],
  ["az", "ltr"],
  ["az-Arab-IR", "rtl"],
  ["ar-Latn", "ltr"],
])("%s is written %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
