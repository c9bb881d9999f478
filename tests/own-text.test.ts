import { expect, test } from "vitest";
import { toOwnText } from "../src/own-text.ts";
import { fc } from "./support/fast-check.ts";

test.each(["", "a", "ab", "😀", "\ud83d", "\ude00\ud83d"])("of %j it is the same", (text) => {
  expect(toOwnText(text)).toBe(text);
});

test("of whatever is cut out of a text it is the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat({ max: 20 }), (text, start) => {
      expect(toOwnText(text.slice(start))).toBe(text.slice(start));
    }),
  );
});
