import { expect, test } from "vitest";
import { slugifiers } from "../../../src/front-matter/slugify/slugify.ts";

test.each([
  ["none", "Ä b/C", "Ä b/C"],
  ["lower", "Ä b", "ä b"],
  ["jekyll", "The _config.yml & Ünï 日本 file!", "the-config-yml-ünï-日本-file"],
  ["jekyll", "--a--", "a"],
  ["jekyll-pretty", "The _config.yml file [1]", "The-_config.yml-file-1"],
  ["jekyll-pretty", "C++ & C#", "C++-&-C"],
] as const)("%s makes of %j: %j", (name, text, slug) => {
  expect(slugifiers[name](text)).toBe(slug);
});
