import { describe, expect, test } from "vitest";
import { readTags } from "../../src/front-matter/tags.ts";
import { describeMessages, fieldsOf } from "../support/reading.ts";

describe("readTags", () => {
  test.each([
    ["tags: [a, b]", ["a", "b"]],
    ["tags: a, b c ,,d", ["a", "b c", "d"]],
    ["tags: ['a, b', c]", ["a, b", "c"]],
    ["tags: a", ["a"]],
    ["tags: 2024", ["2024"]],
    ["tags: [2024, 1.10, true]", ["2024", "1.10", "true"]],
    ["tags: [a, ~, '', ' ', \"\\u0001\"]", ["a"]],
    ["tags: [' a ', \"b\\nc\"]", ["a", "b c"]],
    [
      "tags: [']]>', '<b>', 'AT&T', '\"', 'שלום', '👩‍💻']",
      ["]]>", "<b>", "AT&T", '"', "שלום", "👩‍💻"],
    ],
    ["tags: [a, A, a]", ["a", "A"]],
    ["tags: []", []],
    ["tags:", []],
    ["title: a", []],
    ["keywords: d\ncategory: c\ncategories: [b, a]\ntags: [a]", ["a", "b", "c", "d"]],
  ])("reads %j", (yaml, tags) => {
    const fields = fieldsOf(yaml);
    expect(readTags(fields, "tags")).toEqual(tags);
    expect(describeMessages(fields.file)).toEqual([]);
  });

  test("reads categories alone where these are asked for", () => {
    const fields = fieldsOf("keywords: d\ncategory: c\ncategories: [b, a]\ntags: [a]");
    expect(readTags(fields, "categories")).toEqual(["b", "a", "c"]);
  });

  test.each([
    ["tags: {a: b}", [], "2:7 error tags Expected a list of tags, not a table"],
    ["tags: true", [], "2:7 error tags Expected a list of tags, not `true`"],
    ["tags: [a, [b]]", ["a"], "2:11 error tags Expected a tag, not a list"],
    ["tags:\n  - a\n  - b: c", ["a"], "4:5 error tags Expected a tag, not a table"],
    ["categories: {a: b}", [], "2:13 error tags Expected a list of tags, not a table"],
  ])("says once what is wrong with %j", (yaml, tags, message) => {
    const fields = fieldsOf(yaml);
    expect(readTags(fields, "tags")).toEqual(tags);
    expect(readTags(fields, "categories")).toEqual(yaml.startsWith("c") ? tags : []);
    expect(describeMessages(fields.file)).toEqual([message]);
  });
});
