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

test("Apple has 19 categories, none twice", () => {
  expect(Object.keys(appleCategories)).toHaveLength(19);
  for (const names of Object.values(appleCategories)) {
    expect(new Set(names).size).toBe(names.length);
  }
});
