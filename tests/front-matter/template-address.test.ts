import { describe, expect, test } from "vitest";
import { fillTemplate } from "../../src/front-matter/template-address.ts";

const fields = new Map([
  ["title", "Größe & C++: It's 100% fun"],
  ["plain", "C++ & Co. - 100% (fun)!"],
  ["page.fileSlug", "first"],
  ["spaced", " A b "],
  ["greek", "αβγ"],
  ["empty", ""],
]);

const facts = {
  published: new Date("2024-02-09T23:04:05Z"),
  field: (name: string) => fields.get(name),
};

// Each was given by Eleventy 3.1.8 itself.
describe("fillTemplate", () => {
  test.each([
    ["/a/b.html", "/a/b.html"],
    ["/{{ page.fileSlug }}/", "/first/"],
    ["/{{page.fileSlug}}-{{- page.fileSlug -}}/", "/first-first/"],
    ["/{{ title | slugify }}/", "/groesse-and-c-its-100-fun/"],
    ["/{{ plain | slug }}/", "/c++-and-co.-100percent-(fun)!/"],
    ["/{{ spaced | strip | downcase }}/", "/a b/"],
    ["/{{ spaced | trim | lower }}/", "/a b/"],
    [`/{{ page.date | date: "%Y/%m/%d" }}/`, "/2024/02/09/"],
    ["/{{ date | date: '%y-%-m-%-d %j %H%M%S' | slugify }}/", "/24-2-9-040-230405/"],
    ["/{{ page.date | date: '%B-%b' | downcase }}/", "/february-feb/"],
  ])("fills %s", (text, filled) => {
    expect(fillTemplate(text, facts)).toBe(filled);
  });

  test.each([
    "/{{ unknown }}/",
    "/{{ empty }}/",
    "/{{ title | own }}/",
    "/{{ page.date }}/",
    "/{{ page.date | date }}/",
    "/{{ page.date | date: '%Q' }}/",
    "/{{ page.date | own: '%Y' }}/",
    "/{{ greek | slug }}/",
    "/{{ title.length }}/",
    "/{% if title %}a{% endif %}/",
    "/{# a #}/",
  ])("leaves %s to the generator", (text) => {
    expect(fillTemplate(text, facts)).toBeUndefined();
  });
});
