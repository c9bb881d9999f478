import { describe, expect, test } from "vitest";
import { slugifyAsPelican } from "../../../src/front-matter/slugify/pelican.ts";
import { loadAscii } from "../../../src/front-matter/slugify/to-ascii.ts";

await loadAscii(["pelican"]);

// What Pelican 4.8.0 makes of the same texts.
describe("slugifyAsPelican", () => {
  test.each([
    ["Hello World", "hello-world"],
    ["  C++ & <em>C#</em>!  ", "c-c"],
    ["a -- b — c", "a-b-c"],
    ["-- a", "-a"],
    ["snake_case", "snake_case"],
    ["Ünïcödé Straße", "unicode-strasse"],
    ["½ “naïve” ’tis", "12-naive-tis"],
    ["Привет, мир", "privet-mir"],
    ["北京 2008", "bei-jing-2008"],
    ["🎉 Party © 2024", "party-c-2024"],
    ["Part<!-- > -->y", "party"],
  ])("makes of %j %j", (text, slug) => {
    expect(slugifyAsPelican({ cased: false, unicode: false })(text)).toBe(slug);
  });

  test.each([
    { options: { cased: true, unicode: false }, slug: "Urban-Bei-Jing-12" },
    { options: { cased: false, unicode: true }, slug: "ürban-北京-12" },
    { options: { cased: true, unicode: true }, slug: "Ürban-北京-12" },
  ])("keeps case and letters with $options", ({ options, slug }) => {
    expect(slugifyAsPelican(options)("Ürban 北京 ½")).toBe(slug);
  });
});
