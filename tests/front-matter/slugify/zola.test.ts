import { expect, test } from "vitest";
import { slugifiers } from "../../../src/front-matter/slugify/slugify.ts";
import { loadAscii } from "../../../src/front-matter/slugify/to-ascii.ts";

await loadAscii(["zola"]);

// https://github.com/getzola/zola/blob/master/components/utils/src/slugs.rs: its own tests.
test.each([
  { text: "input", on: "input", safe: "input" },
  { text: "test ", on: "test", safe: "test" },
  { text: "tes t", on: "tes-t", safe: "tes t" },
  { text: "dot. ", on: "dot", safe: "dot" },
  { text: "日本", on: "ri-ben", safe: "日本" },
  { text: "héhé", on: "hehe", safe: "héhé" },
  { text: "test (hey)", on: "test-hey", safe: "test (hey)" },
  { text: "--A/B: <c>?--", on: "a-b-c", safe: "--AB c--" },
])("Zola writes $text as $on, or $safe", ({ text, on, safe }) => {
  expect(slugifiers.zola(text)).toBe(on);
  expect(slugifiers["zola-safe"](text)).toBe(safe);
});
