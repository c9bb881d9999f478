import { describe, expect, test } from "vitest";
import { findFrontMatter } from "../../src/front-matter/fence.ts";
import { errorOf } from "../support/plain-value.ts";

describe("findFrontMatter", () => {
  test.each([
    { when: "YAML", text: "---\na: b\n---\nc", notation: "yaml", inner: "a: b\n", body: "\nc" },
    { when: "TOML", text: "+++\na = 1\n+++\nc", notation: "toml", inner: "a = 1\n", body: "\nc" },
    { when: "JSON", text: '{"a": 1}\nc', notation: "json", inner: '{"a": 1}', body: "\nc" },
    {
      when: "JSON over lines",
      text: '{\n "a": 1\n}\nc',
      notation: "json",
      inner: '{\n "a": 1\n}',
      body: "\nc",
    },
    { when: "empty JSON", text: "{}\nc", notation: "json", inner: "{}", body: "\nc" },
    { when: "nothing", text: "---\n---\nc", notation: "yaml", inner: "", body: "\nc" },
    { when: "no body", text: "---\na: b\n---", notation: "yaml", inner: "a: b\n", body: "" },
    {
      when: "CRLF",
      text: "---\r\na: b\r\n---\r\nc",
      notation: "yaml",
      inner: "a: b\r\n",
      body: "\nc",
    },
    {
      when: "blank lines before",
      text: "\n \t\r\n---\na: b\n---\nc",
      notation: "yaml",
      inner: "a: b\n",
      body: "\nc",
    },
    {
      when: "blank lines before JSON",
      text: '\n\n{"a": 1}',
      notation: "json",
      inner: '{"a": 1}',
      body: "",
    },
    {
      when: "space after the fences",
      text: "--- \t\na: b\n---  \nc",
      notation: "yaml",
      inner: "a: b\n",
      body: "\nc",
    },
    {
      when: "the end that YAML has for its documents",
      text: "---\na: b\n... \nc\n---\n",
      notation: "yaml",
      inner: "a: b\n",
      body: "\nc\n---\n",
    },
    {
      when: "dots in other notations",
      text: "---json\n{\n...\n---\nc",
      notation: "json",
      inner: "{\n...\n",
      body: "\nc",
    },
    {
      when: "`---yaml`",
      text: "---yaml\na: b\n---\n",
      notation: "yaml",
      inner: "a: b\n",
      body: "\n",
    },
    {
      when: "`--- YML`",
      text: "--- YML\na: b\n---\n",
      notation: "yaml",
      inner: "a: b\n",
      body: "\n",
    },
    {
      when: "`---toml`",
      text: "---toml\na = 1\n---\n",
      notation: "toml",
      inner: "a = 1\n",
      body: "\n",
    },
    {
      when: "`---json`",
      text: '---json\n{"a": 1}\n---\n',
      notation: "json",
      inner: '{"a": 1}\n',
      body: "\n",
    },
    {
      when: "`+++toml`",
      text: "+++toml\na = 1\n+++\n",
      notation: "toml",
      inner: "a = 1\n",
      body: "\n",
    },
    {
      when: "other lines that begin like fences",
      text: "---\n----\n ---\n---a\n---\nc",
      notation: "yaml",
      inner: "----\n ---\n---a\n",
      body: "\nc",
    },
    {
      when: "the other notation's fence",
      text: "+++\n---\n+++\n---",
      notation: "toml",
      inner: "---\n",
      body: "\n---",
    },
  ])("finds $when", ({ text, notation, inner, body }) => {
    const block = findFrontMatter(text);
    expect(block && { ...block, inner: text.slice(block.start, block.end) }).toEqual({
      notation,
      delimiter: text.trimStart().startsWith("+++") ? "+++" : "---",
      start: expect.any(Number),
      end: expect.any(Number),
      body: text.length - body.length,
      inner,
    });
  });

  test.each([
    "",
    " \n\n",
    "a",
    "a\n---\nb: c\n---",
    " ---\na: b\n---",
    "    ---\na: b\n---",
    "--\na: b\n--",
    "----\na: b\n----",
    "---+\na: b\n---",
    "+++-",
    "--- and so on\n---",
    "--- -\n---",
    "{{ page.title }}",
    "{% raw %}",
    "{: .class }",
    "{#id}",
    "{.class}",
    "{a} b",
    ' {"a": 1}',
    "[1]",
  ])("finds none in %j", (text) => {
    expect(findFrontMatter(text)).toBeUndefined();
  });

  test.each([
    ["---\na: b\n", "Expected front matter to be closed by `---`", 0],
    ["\n\n+++\na = 1\n---\n", "Expected front matter to be closed by `+++`", 2],
    ["---", "Expected front matter to be closed by `---`", 0],
    ["---\na: b\n --- \n", "Expected front matter to be closed by `---`", 0],
    ["---js\n({})\n---", "Expected front matter in YAML, TOML or JSON, not in `js`", 0],
    [
      "\r\n--- JavaScript\r\n({})\r\n---",
      "Expected front matter in YAML, TOML or JSON, not in `javascript`",
      2,
    ],
    ["---coffee\na\n---", "Expected front matter in YAML, TOML or JSON, not in `coffee`", 0],
    ["---js", "Expected front matter in YAML, TOML or JSON, not in `js`", 0],
    [
      "---constructor\na\n---",
      "Expected front matter in YAML, TOML or JSON, not in `constructor`",
      0,
    ],
    ["+++js\na\n+++", "Expected front matter in YAML, TOML or JSON, not in `js`", 0],
  ])("says what is wrong with %j", (text, reason, offset) => {
    expect(errorOf(() => findFrontMatter(text))).toEqual({ reason, offset });
  });

  // Broken JSON must come to the reader, which says what is wrong, not to the feed.
  test.each(['{"a": 1', "{'a': 1}", "{a: 1}", "{ a-b : 1 }", "{\n  // a\n}", "{ \r\n}"])(
    "takes %j for JSON",
    (text) => {
      expect(findFrontMatter(text)?.notation).toBe("json");
    },
  );

  test("quotes a long name in part", () => {
    const error = errorOf(() => findFrontMatter(`---${"a".repeat(1000)}\n---`));
    expect(error?.reason).toBe(
      `Expected front matter in YAML, TOML or JSON, not in \`${"a".repeat(57)}…\``,
    );
  });
});
