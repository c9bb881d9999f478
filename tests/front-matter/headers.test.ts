import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { takeFrontMatter } from "../../src/front-matter/front-matter.ts";
import { readHeaders } from "../../src/front-matter/headers.ts";
import { cutOff } from "../../src/source-file.ts";
import { toPlain } from "../support/plain-value.ts";
import { describeMessages } from "../support/reading.ts";

function take(text: string) {
  const file = new VFile({ path: "a.md", value: text });
  const parts = takeFrontMatter(file, true);
  expect(describeMessages(file)).toEqual([]);
  return {
    data: parts?.data && toPlain(parts.data),
    body: parts && cutOff(text, parts.bodyOffset),
  };
}

describe("header lines", () => {
  test.each([
    { when: "an empty line", text: "Title: a\nTags: b\n\nText", body: "\n\n\nText" },
    { when: "a line of spaces", text: "Title: a\nTags: b\n  \nText", body: "\n\n  \nText" },
    { when: "CRLF", text: "Title: a\r\nTags: b\r\n\r\nText", body: "\n\n\r\nText" },
    { when: "another line", text: "Title: a\nTags: b\nText", body: "\n\nText" },
    { when: "the end", text: "Title: a\nTags: b", body: "\n" },
    { when: "a fence", text: "Title: a\nTags: b\n---\nText", body: "\n\n\nText" },
    { when: "fences around", text: "---\nTitle: a\nTags: b\n---\nText", body: "\n\n\n\nText" },
    { when: "dots", text: "---\nTitle: a\nTags: b\n...\nText", body: "\n\n\n\nText" },
    {
      when: "an empty line between fences",
      text: "---\nTitle: a\nTags: b\n\n---",
      body: "\n\n\n\n---",
    },
    {
      when: "spaces before and after",
      text: "  Title:  a \n   Tags:b\n\nText",
      body: "\n\n\nText",
    },
  ])("end with $when", ({ text, body }) => {
    expect(take(text)).toEqual({ data: { Title: "text a", Tags: "text b" }, body });
  });

  test.each([
    { when: "an indented line", text: "Summary: a\n    b\n", value: "text a\nb" },
    { when: "a line after a tab", text: "Summary: a\n\tb\n", value: "text a\nb" },
    { when: "an indented line after nothing", text: "Summary:\n     b: c\n", value: "text b: c" },
  ])("go on in $when", ({ text, value }) => {
    expect(take(text).data).toEqual({ Summary: value });
  });

  test("are text and nothing else: no YAML between fences either", () => {
    const text = '---\nTitle: "a: b"\nTags: [c, d]\nDraft: true\nSlug:\nX-y_9: 1\n---\n';
    expect(take(text).data).toEqual({
      Title: 'text "a: b"',
      Tags: "text [c, d]",
      Draft: "text true",
      "X-y_9": "text 1",
    });
  });

  test.each([
    "Text",
    "\nTitle: a",
    "    Title: a",
    "Two words: a",
    "# Title: a",
    "+++\na = 1\n+++",
    "",
  ])("are none in %j", (text) => {
    expect(take(text)).toEqual({ data: undefined, body: text });
  });

  test("of a lone fence are an empty table", () => {
    expect(take("---\nText")).toEqual({ data: {}, body: "\nText" });
  });

  test("keep their places", () => {
    const { members } = readHeaders("Title: a\n Date:  b\n", 10);
    expect(members.map(({ offset, value }) => [offset, value.offset])).toEqual([
      [10, 17],
      [20, 27],
    ]);
  });
});
