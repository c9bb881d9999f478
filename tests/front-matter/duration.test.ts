import { expect, test } from "vitest";
import { readDuration } from "../../src/front-matter/duration.ts";

test.each([
  ["1830", 1830],
  [" 1830.9 ", 1830],
  ["1", 1],
  ["30:30", 1830],
  ["0:05", 5],
  ["120:00", 7200],
  ["1:02:03", 3723],
  ["01:02:03.5", 3723],
  ["100:00:00", 360_000],
  ["0", undefined],
  ["00:00", undefined],
  ["-5", undefined],
  ["5:5", undefined],
  ["5:60", undefined],
  ["1:60:00", undefined],
  ["1:2:03", undefined],
  ["1:1:1:1", undefined],
  ["30 min", undefined],
  ["1e3", undefined],
  ["", undefined],
  ["1234567", undefined],
])("%j is %j seconds", (text, seconds) => {
  expect(readDuration(text)).toBe(seconds);
});
