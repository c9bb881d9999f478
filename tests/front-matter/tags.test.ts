import { describe, expect, test } from "vitest";
import { readTags } from "../../src/front-matter/tags.ts";
import { readPlainPath } from "../support/conventions.ts";
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
    ["tags: [{label: 'A b', permalink: /a}, c]", ["A b", "c"]],
    ["tags: []", []],
    ["tags:", []],
    ["title: a", []],
    ["keywords: d\ncategory: c\ncategories: [b, a]\ntags: [a]", ["a", "b", "c", "d"]],
  ])("reads %j", (yaml, tags) => {
    const fields = fieldsOf(yaml);
    expect(readTags(fields, "tags")).toEqual(tags);
    expect(describeMessages(fields.file)).toEqual([]);
  });

  test.each([
    ["tags: a b  c", ["a", "b", "c"]],
    ["tags: a b, c", ["a b", "c"]],
    ["tags: [a b, c]", ["a b", "c"]],
  ])("reads %j where spaces separate tags", (yaml, tags) => {
    const fields = fieldsOf(yaml, "a.md", { lists: { tags: "space" } });
    expect(readTags(fields, "tags")).toEqual(tags);
  });

  test("takes what keys stand for", () => {
    const labels = new Map([["a", "The A"]]);
    const fields = fieldsOf("tags: [a, b, {label: a}]", "a.md", { lists: { labels } });
    expect(readTags(fields, "tags")).toEqual(["The A", "b"]);
  });

  test("leaves out tags that mean something to the generator alone", () => {
    const fields = fieldsOf("tags: [post, a]", "a.md", { lists: { hiddenTags: ["post"] } });
    expect(readTags(fields, "tags")).toEqual(["a"]);
  });

  test("takes lists in lists where the convention has them", () => {
    const fields = fieldsOf("categories: [a, [b, [c]]]", "a.md", { lists: { nested: true } });
    expect(readTags(fields, "categories")).toEqual(["a", "b", "c"]);
  });

  test("begins with the categories that folders stand for", () => {
    const path = { ...readPlainPath("a.md"), categories: ["news", "b"] };
    expect(readTags(fieldsOf("categories: [a, b]"), "categories", path)).toEqual([
      "news",
      "b",
      "a",
    ]);
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
