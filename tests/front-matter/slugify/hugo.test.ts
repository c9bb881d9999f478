import { expect, test } from "vitest";
import { slugifiers } from "../../../src/front-matter/slugify/slugify.ts";

// As Hugo 0.111.3 writes slugs; white space around one is cut off before.
test.each([
  { text: "Rock & Roll", slug: "rock-roll" },
  { text: "a — b", slug: "a-b" },
  { text: "a—b", slug: "ab" },
  { text: "a - b -- c", slug: "a-b--c" },
  { text: " (in)  brackets! ", slug: "in-brackets" },
  { text: "C++ v1.10_x~y@z #1", slug: "c++-v1.10_x~y@z-#1" },
  { text: "100% of %41", slug: "100-of-%41" },
  { text: "Ünïcödé 日本", slug: "ünïcödé-日本" },
])("Hugo writes $text as $slug", ({ text, slug }) => {
  expect(slugifiers.hugo(text)).toBe(slug);
});

test.each([
  { name: "hugo-cased", slug: "C++-Ünit" },
  { name: "hugo-unaccented", slug: "c++-unit" },
  { name: "hugo-cased-unaccented", slug: "C++-Unit" },
  { name: "hugo-pattern", slug: "c-ünit" },
  { name: "hugo-pattern-cased", slug: "C-Ünit" },
  { name: "hugo-pattern-unaccented", slug: "c-unit" },
  { name: "hugo-pattern-cased-unaccented", slug: "C-Unit" },
] as const)("$name gives $slug", ({ name, slug }) => {
  expect(slugifiers[name]("C++ & Ünit")).toBe(slug);
});
