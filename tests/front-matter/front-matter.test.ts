import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { takeFrontMatter } from "../../src/front-matter/front-matter.ts";
import { cutOff } from "../../src/source-file.ts";
import { toPlain } from "../support/plain-value.ts";
import { describeMessages } from "../support/reading.ts";

function take(text: string) {
  const file = new VFile({ path: "a.md", value: text });
  const parts = takeFrontMatter(file);
  const data = parts?.data && toPlain(parts.data);
  const body = parts && cutOff(text, parts.bodyOffset);
  return { data, body, messages: describeMessages(file) };
}

describe("takeFrontMatter", () => {
  test.each([
    { when: "YAML", text: "---\na: 1\n---\nb", data: { a: "number 1" }, body: "\n\n\nb" },
    { when: "TOML", text: "+++\na = 1\n+++\nb", data: { a: "number 1" }, body: "\n\n\nb" },
    { when: "JSON", text: '{\n"a": 1}\nb', data: { a: "number 1" }, body: "\n\nb" },
    {
      when: "CRLF",
      text: "\r\n+++\r\na = 1\r\n+++\r\nb\r\n",
      data: { a: "number 1" },
      body: "\n\n\n\nb\r\n",
    },
    { when: "an empty block", text: "---\n---\nb", data: {}, body: "\n\nb" },
    { when: "blank lines alone", text: "---\n\n \n---\nb", data: {}, body: "\n\n\n\nb" },
    { when: "comments alone", text: "---\n# a\n---\nb", data: {}, body: "\n\n\nb" },
    { when: "TOML comments alone", text: "+++\n# a\n+++\nb", data: {}, body: "\n\n\nb" },
    {
      when: "no front matter",
      text: "a\n---\nb: c\n---",
      data: undefined,
      body: "a\n---\nb: c\n---",
    },
    { when: "no text", text: "", data: undefined, body: "" },
    {
      when: "a line that begins like a fence",
      text: "+++\na = '''\n+++b\n'''\n+++",
      data: { a: "text +++b" },
      body: "\n\n\n\n",
    },
    {
      when: "an indented fence",
      text: "---\na: |\n  ---\n  b\n---\nc",
      data: { a: "text ---\nb" },
      body: "\n\n\n\n\nc",
    },
  ])("takes $when off, and keeps the numbers of the lines", ({ text, data, body }) => {
    expect(take(text)).toEqual({ data, body, messages: [] });
  });

  test("gives the same answer the second time", () => {
    const broken = "---\na: [b\n---\n";
    expect(take(broken)).toEqual(take(broken));
    expect(take(broken).messages).toEqual([
      "3:1 error front-matter Expected YAML (deficient indentation)",
    ]);
  });

  test.each([
    {
      when: "broken YAML",
      text: "---\r\na: b\r\nc: d: e\r\n---\r\n",
      message: "3:5 error front-matter Expected YAML (bad indentation of a mapping entry)",
    },
    {
      when: "broken TOML",
      text: "\n\n+++\na = b\n+++",
      message: "4:5 error front-matter Expected TOML (invalid value)",
    },
    {
      when: "broken TOML with CRLF",
      text: "\r\n+++\r\na = 1\r\nb = c\r\n+++",
      message: "4:5 error front-matter Expected TOML (invalid value)",
    },
    {
      when: "broken JSON",
      text: '\n{"a": 1,\n "b": }\nc',
      message: "3:7 error front-matter Expected JSON (value expected)",
    },
    {
      when: "JSON that is not closed",
      text: '{"a": 1\n\n# b',
      message: "3:1 error front-matter Expected JSON (invalid symbol)",
    },
    {
      when: "a fence that is not closed",
      text: "\n---\na: b\n",
      message: "2:1 error front-matter Expected front matter to be closed by `---`",
    },
    {
      when: "a list",
      text: "---\n- a\n---",
      message: "2:1 error front-matter Expected front matter to be a table of keys, not a list",
    },
    {
      when: "a list in JSON",
      text: "---json\n\n [1]\n---",
      message: "3:2 error front-matter Expected front matter to be a table of keys, not a list",
    },
    {
      when: "a scalar",
      text: "---\n\na\n---",
      message: "3:1 error front-matter Expected front matter to be a table of keys, not text",
    },
    {
      when: "a table twice in TOML",
      text: "+++\n[a]\n[a]\n+++",
      message:
        "3:2 error front-matter Expected TOML (trying to redefine an already defined table or value)",
    },
    {
      when: "JavaScript",
      text: "---js\n{ a: process.exit(3) }\n---",
      message: "1:1 error front-matter Expected front matter in YAML, TOML or JSON, not in `js`",
    },
  ])("says where $when is wrong", ({ text, message }) => {
    expect(take(text)).toEqual({ data: undefined, body: undefined, messages: [message] });
  });

  test.each([
    { when: "YAML", text: `---\na: ${"[".repeat(10_000)}\n---` },
    { when: "TOML", text: `+++\na = ${"[".repeat(10_000)}\n+++` },
    { when: "JSON", text: `{"a": ${"[".repeat(10_000)}` },
    { when: "TOML keys", text: `+++\na${".a".repeat(10_000)} = 1\n+++` },
  ])("says that 10,000 levels of $when are too many", ({ text }) => {
    const { data, messages } = take(text);
    expect(data).toBeUndefined();
    expect(messages).toEqual([expect.stringMatching(/^\d+:\d+ error .*(?:64|excessively)/)]);
  });

  test.each([
    { when: "JSON", text: `{"a": [${Array(10_000).fill(1).join(",")}]}` },
    { when: "TOML", text: `+++\na = [${Array(10_000).fill(1).join(",")}]\n+++` },
  ])("says that 10,000 values in a list of $when are too many", ({ text }) => {
    expect(take(text).messages).toEqual([
      expect.stringMatching(
        /^\d:\d+ error front-matter Expected at most 10000 values in front matter$/,
      ),
    ]);
  });

  test("says that a megabyte is too much", () => {
    expect(take(`---\na: ${"b".repeat(1_000_000)}\n---`).messages).toEqual([
      "2:1 error front-matter Expected front matter of at most 1000000 characters, not 1000004",
    ]);
  });

  // gray-matter's own search takes a time that grows with the square of these: minutes for each.
  test.each([
    { when: "blank lines", space: "\n".repeat(900_000) },
    { when: "lines of spaces", space: " \r\n".repeat(300_000) },
    { when: "spaces", space: `#${" ".repeat(900_000)}\n` },
  ])("reads 900,000 characters of $when", ({ space }) => {
    expect(take(`---\n${space}a: 1\n---`).data).toEqual({ a: "number 1" });
  });
});
