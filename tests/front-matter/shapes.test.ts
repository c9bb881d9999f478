import { expect, test } from "vitest";
import { settleUrl } from "../../src/front-matter/shapes.ts";
import { fieldsOf } from "../support/reading.ts";

function namesOf(yaml: string) {
  const fields = settleUrl(fieldsOf(yaml), "https://example.com/blog/");
  return [...fields.members].map(([name, { value }]) => {
    return `${name} ${value.kind === "scalar" ? value.text : value.kind}`;
  });
}

test.each([
  ["url: /a/", ["url /a/"]],
  ["url: https://example.com/a/", ["url https://example.com/a/"]],
  ["url: https://other.example/a/", ["externalurl https://other.example/a/"]],
  ["url: https://example.com/a.mp3", ["enclosure https://example.com/a.mp3"]],
  ["url: https://other.example/a.mp4?x=1.md", ["enclosure https://other.example/a.mp4?x=1.md"]],
  ["url: /audio/a.ogg", ["enclosure /audio/a.ogg"]],
  ["url: [a]", ["url list"]],
  ["permalink: https://other.example/a/", ["permalink https://other.example/a/"]],
  [
    "url: https://other.example/\nexternal_url: https://third.example/",
    ["externalurl https://third.example/"],
  ],
])("settles %j", (yaml, names) => {
  expect(namesOf(yaml)).toEqual(names);
});

test("leaves `url` alone where the convention gives it no meaning", () => {
  const fields = fieldsOf("url: https://other.example/", "a.md", {
    fields: { permalink: ["permalink"] },
  });
  expect(settleUrl(fields, "https://example.com/")).toBe(fields);
});
