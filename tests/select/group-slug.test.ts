import { expect, test } from "vitest";
import { toGroupSlug, withMark } from "../../src/select/group-slug.ts";
import { anyText } from "../support/any-text.ts";
import { fc } from "../support/fast-check.ts";

test.each([
  { name: "Web", slug: "web" },
  { name: "C++", slug: "c-plus-plus" },
  { name: "C#", slug: "c-sharp" },
  { name: "C", slug: "c" },
  { name: ".NET", slug: "dot-net" },
  { name: "net", slug: "net" },
  { name: "Node.js", slug: "node-js" },
  { name: "food & drink", slug: "food-and-drink" },
  { name: "100%", slug: "100-percent" },
  { name: "@home", slug: "at-home" },
  { name: "写真", slug: "写真" },
  { name: "한국어", slug: "한국어" },
  { name: "한국어".normalize("NFD"), slug: "한국어" },
  { name: "é", slug: "\u00e9" },
  { name: "e\u0301", slug: "\u00e9" },
  { name: "עברית שפה", slug: "עברית-שפה" },
  { name: "العَرَبِيَّة", slug: "العَرَبِيَّة" },
  { name: "हिन्दी", slug: "हिन्दी" },
  { name: "a/b", slug: "a-b" },
  { name: "a\\b", slug: "a-b" },
  { name: "../../etc/passwd", slug: "etc-passwd" },
  { name: "a\0b\u0007c\u007fd\u0085e", slug: "a-b-c-d-e" },
  { name: "  --a__b--  ", slug: "a-b" },
  { name: "a\u202eb\ufeffc", slug: "a-b-c" },
  { name: "CON.txt", slug: "con-txt" },
  { name: "console", slug: "console" },
  { name: "com10", slug: "com10" },
  { name: "👍 yes", slug: "yes" },
])("the folder of $name is $slug", ({ name, slug }) => {
  expect(toGroupSlug(name)).toBe(slug);
});

test.each([
  { name: ".", slug: /^[0-9a-f]{8}$/ },
  { name: "..", slug: /^[0-9a-f]{8}$/ },
  { name: "", slug: /^[0-9a-f]{8}$/ },
  { name: "👩‍👩‍👧🎉", slug: /^[0-9a-f]{8}$/ },
  { name: "\u0000\u0001", slug: /^[0-9a-f]{8}$/ },
  { name: "\ud800", slug: /^[0-9a-f]{8}$/ },
  { name: "CON", slug: /^con-[0-9a-f]{8}$/ },
  { name: "com1", slug: /^com1-[0-9a-f]{8}$/ },
  { name: "Lpt9", slug: /^lpt9-[0-9a-f]{8}$/ },
  { name: "nul ", slug: /^nul-[0-9a-f]{8}$/ },
  { name: "a".repeat(200), slug: /^a{120}-[0-9a-f]{8}$/ },
  { name: `${"a".repeat(119)} ${"b".repeat(80)}`, slug: /^a{119}-[0-9a-f]{8}$/ },
  { name: "글".repeat(200), slug: /^글{40}-[0-9a-f]{8}$/ },
])("the folder of $name has a mark, and always the same", ({ name, slug }) => {
  expect(toGroupSlug(name)).toMatch(slug);
  expect(toGroupSlug(name)).toBe(toGroupSlug(name));
});

test.each([
  { name: "CON", other: "con" },
  { name: "A".repeat(200), other: "a".repeat(200) },
  { name: "é".repeat(200), other: "e\u0301".repeat(200) },
])("the mark of $name is the same whatever its case is", ({ name, other }) => {
  expect(toGroupSlug(name)).toBe(toGroupSlug(other));
});

test("names that have a mark in place of letters have folders of their own", () => {
  const long = "a".repeat(200);
  const names = [".", "..", "...", "🎉", "👍", "", long, `${long}b`];
  expect(new Set(names.map(toGroupSlug)).size).toBe(names.length);
});

test("a mark stands behind a slug, or alone", () => {
  expect(withMark("a-b", "a b")).toMatch(/^a-b-[0-9a-f]{8}$/);
  expect(withMark("", "a b")).toBe(withMark("a-b", "a b").slice("a-b-".length));
  expect(withMark("a-b", "a b")).not.toBe(withMark("a-b", "a-b"));
});

test("whatever the name is, its folder is fit for every file system", () => {
  const words = ["CON", "..", "/", "\\", "J\u030c", "İ", "한", "👍", "+", "&", "é"];
  fc.assert(
    fc.property(
      anyText(...words),
      fc.constantFrom("", "x".repeat(130), "한".repeat(50)),
      (text, more) => {
        const slug = toGroupSlug(text + more);
        expect(slug).toMatch(/^[\p{L}\p{M}\p{Nd}]+(?:-[\p{L}\p{M}\p{Nd}]+)*$/u);
        expect(slug).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i);
        expect(slug).toBe(slug.toLowerCase());
        // macOS makes no difference between the forms of Unicode, and gives back its own.
        expect(slug).toBe(slug.normalize("NFC"));
        expect(Buffer.byteLength(slug)).toBeLessThan(130);
      },
    ),
    { numRuns: 2000 },
  );
});
