import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { canonical, warnOfDuplicateKeys } from "../../src/front-matter/duplicate-keys.ts";
import { takeFrontMatter } from "../../src/front-matter/front-matter.ts";
import { describeMessages } from "../support/reading.ts";

test.each([
  ["pubDate", "pubdate"],
  ["pub_date", "pubdate"],
  ["Pub-Date", "pubdate"],
  ["LAST_MODIFIED_AT", "lastmodifiedat"],
])("canonical form of %s is %s", (key, name) => {
  expect(canonical(key)).toBe(name);
});

describe("warnOfDuplicateKeys", () => {
  test.each([
    { when: "YAML", text: "---\na: 1\nb: 2\na: 3\n---", messages: ["4:1 `a`"] },
    { when: "JSON", text: '{"a": 1, "b": 2,\n "a": 3}', messages: ["2:2 `a`"] },
    {
      when: "keys that differ in case",
      text: "+++\ntitle = 1\nTitle = 2\n+++",
      messages: ["3:9 `Title`"],
    },
    {
      when: "keys that differ in dashes",
      text: "---\npub_date: 1\npub-date: 2\npubdate: 3\n---",
      messages: ["4:1 `pubdate`"],
    },
    { when: "many of one key", text: `---\n${"a: 1\n".repeat(2000)}---`, messages: ["2001:1 `a`"] },
    {
      when: "two keys",
      text: "---\na: 1\nb: 1\nb: 2\na: 2\n---",
      messages: ["4:1 `b`", "5:1 `a`"],
    },
    {
      when: "a table",
      text: "---\na: {b: 1, b: 2}\nc:\n  - {d: 1, d: 2}\n---",
      messages: ["2:11 `b`", "4:12 `d`"],
    },
    {
      when: "a table that stands twice",
      text: "---\na: &x {b: 1, b: 2}\nc: *x\n---",
      messages: ["2:14 `b`"],
    },
  ])("warns of $when", ({ text, messages }) => {
    expect(warn(text)).toEqual(
      messages.map((message) => {
        const [place, key] = message.split(" ");
        return `${place} warning duplicate-key Expected one ${key}, not several; the last one counts`;
      }),
    );
  });

  test.each([
    { when: "different keys", text: "---\na: 1\nb: 2\n---" },
    { when: "keys of a table that differ in case", text: "---\na: {b-c: 1, B_C: 2}\n---" },
    { when: "one key in several tables", text: "---\na: {b: 1}\nb: {b: 2}\n---" },
    {
      when: "keys that a merge covers",
      text: "---\nx: &x {a: 1}\ny: &y {a: 2}\n<<: [*x, *y]\na: 3\n---",
    },
  ])("is silent about $when", ({ text }) => {
    expect(warn(text)).toEqual([]);
  });
});

function warn(text: string): readonly string[] {
  const file = new VFile({ path: "a.md", value: text });
  const data = takeFrontMatter(file)?.data;
  if (data) warnOfDuplicateKeys(file, data);
  return describeMessages(file);
}
