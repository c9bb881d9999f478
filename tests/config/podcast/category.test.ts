import { expect, test } from "vitest";
import { appleCategories } from "../../../src/config/podcast/apple-categories.ts";
import { toCategory } from "../../../src/config/podcast/category.ts";

test.each([
  ["Technology", { name: "Technology" }],
  [" true crime ", { name: "True Crime" }],
  ["Arts > Books", { name: "Arts", subcategory: "Books" }],
  ["society & culture>philosophy", { name: "Society & Culture", subcategory: "Philosophy" }],
  ["Books", undefined],
  ["Arts > Karate", undefined],
  ["Arts > ", undefined],
  ["Arts > Books > Poems", undefined],
  ["constructor", undefined],
  ["", undefined],
])("%j is %j", (text, category) => {
  expect(toCategory(text)).toEqual(category);
});

// 110 in all: https://podcasters.apple.com/support/1691-apple-podcasts-categories
test("Apple has 19 categories and 91 below them, none twice", () => {
  expect(Object.keys(appleCategories)).toHaveLength(19);
  expect(Object.values(appleCategories).flat()).toHaveLength(91);
  for (const names of Object.values(appleCategories)) {
    expect(new Set(names).size).toBe(names.length);
  }
});
