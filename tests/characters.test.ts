import { expect, test } from "vitest";
import { startOfCharacter } from "../src/characters.ts";

test.each([
  { what: "a letter", text: "abc", index: 1, start: 1 },
  { what: "an emoji of several", text: "a👩‍👩‍👧b", index: 4, start: 1 },
  { what: "a letter with its accent", text: "ae\u0301b", index: 2, start: 1 },
  { what: "the end", text: "ab", index: 2, start: 2 },
  { what: "beyond the end", text: "ab", index: 9, start: 9 },
])("$what begins where people see it begin", ({ text, index, start }) => {
  expect(startOfCharacter(text, index)).toBe(start);
});
