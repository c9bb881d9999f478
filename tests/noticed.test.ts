import { expect, test } from "vitest";
import { digestOf } from "../src/noticed.ts";
import { fc } from "./support/fast-check.ts";

const digest = (body: string) => digestOf({ body, enclosures: [] });

test.each(
  [..." \t\v\f\r\u00A0\u1680\u2000\u2028\u3000\uFEFF"].map((space) => ({
    space,
    name: `U+${space.charCodeAt(0).toString(16).padStart(4, "0")}`,
  })),
)("does not count $name at the end of a line", ({ space }) => {
  expect(digest(`one${space}\n\ntwo`)).toBe(digest("one\n\ntwo"));
  expect(digest(`one${space}two`)).not.toBe(digest("onetwo"));
});

test("counts every other character there", () => {
  const line = fc.string({ unit: "binary" }).filter((text) => /\S$/u.test(text));
  fc.assert(
    fc.property(line, (text) => {
      expect(digest(`a\n${text}\nb`)).not.toBe(digest("a\n\nb"));
    }),
  );
});
