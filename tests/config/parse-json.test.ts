import { expect, test } from "vitest";
import { parseJson } from "../../src/config/parse-json.ts";

test.each([
  { when: "plain", text: '{ "a": [1, true, null, "ü"] }' },
  { when: "with comments", text: '// one\n{ /* two */ "a": [1, true, null, "ü"] } // three' },
  { when: "with trailing commas", text: '{ "a": [1, true, null, "ü",], }' },
  { when: "with a byte order mark", text: '\uFEFF{ "a": [1, true, null, "ü"] }' },
])("reads JSON $when", ({ text }) => {
  expect(parseJson(text, "c.json")).toEqual({ a: [1, true, null, "ü"] });
});

test.each([
  { when: "empty", text: "", place: "1:1", words: "value expected" },
  { when: "cut off", text: '{\n  "a": [1', place: "2:10", words: "close bracket expected" },
  {
    when: "without a comma",
    text: '{\n  "a": 1\n  "b": 2\n}',
    place: "3:3",
    words: "comma expected",
  },
  { when: "wrong after a mark", text: "\uFEFF{ a }", place: "1:3", words: "invalid symbol" },
  { when: "followed by more", text: "{}\n{}", place: "2:1", words: "end of file expected" },
])("tells line and column of JSON that is $when", ({ text, place, words }) => {
  expect(() => parseJson(text, "c.json")).toThrow(
    `c.json:${place}: Expected JSON that can be read (${words})`,
  );
});
