import { expect, test } from "vitest";
import { standIn } from "../../src/write/stand-in.ts";
import { entry } from "../support/article.ts";

test.each([
  { when: "a summary", stated: { summary: "s", title: "t" }, text: "s" },
  { when: "only a title", stated: { title: "t" }, text: "t" },
  {
    when: "neither",
    stated: { title: undefined, url: "https://b.example/" },
    text: "https://b.example/",
  },
])("is found where there is $when", ({ stated, text }) => {
  expect(standIn(entry(stated))).toBe(text);
});
