import { describe, expect, test } from "vitest";
import {
  isOneOf,
  prefixOf,
  takeApart,
  takeDate,
} from "../../../src/config/conventions/path-parts.ts";

describe("takeApart", () => {
  const isLanguage = (name: string) => ["ko", "pt-br"].includes(name.toLowerCase());

  test.each([
    ["a.md", { folders: [], name: "a", filename: "a", language: undefined }],
    ["x/y/a.md", { folders: ["x", "y"], name: "a", filename: "a", language: undefined }],
    ["x/a/index.md", { folders: ["x"], name: "a", filename: "index", language: undefined }],
    ["x/a/index.ko.md", { folders: ["x"], name: "a", filename: "index.ko", language: "ko" }],
    ["x/a.pt-BR.md", { folders: ["x"], name: "a", filename: "a.pt-BR", language: "pt-BR" }],
    ["a.fr.md", { folders: [], name: "a.fr", filename: "a.fr", language: undefined }],
    ["ko.md", { folders: [], name: "ko", filename: "ko", language: undefined }],
    ["index.md", { folders: [], name: "index", filename: "index", language: undefined }],
  ])("takes %s apart", (path, parts) => {
    expect(takeApart(path, isLanguage)).toEqual(parts);
  });
});

describe("takeDate", () => {
  test.each([
    ["2024-07-31-a", { date: "2024-07-31", slug: "a" }],
    ["2016-1-9_a b", { date: "2016-1-9", slug: "a b" }],
    ["2024-07-31", { date: "2024-07-31", slug: "2024-07-31" }],
    ["a-2024-07-31", { date: undefined, slug: "a-2024-07-31" }],
  ])("takes the date off %s", (name, taken) => {
    expect(takeDate(name)).toEqual(taken);
  });
});

describe("isOneOf", () => {
  test("knows the site's languages in any case", () => {
    const isLanguage = isOneOf({ names: ["pt-BR"], main: undefined, prefix: "others" });
    expect([isLanguage("pt-br"), isLanguage("pt"), isLanguage("")]).toEqual([true, false, false]);
  });
});

describe("prefixOf", () => {
  test.each([
    ["ko", "en", "others", "ko"],
    ["en", "en", "others", undefined],
    ["en", "en-US", "others", undefined],
    ["en-GB", "en-US", "others", "en-GB"],
    [undefined, "en", "others", undefined],
    [undefined, "en", "all", "en"],
    ["ko", undefined, "others", "ko"],
    [undefined, undefined, "all", undefined],
  ] as const)(
    "of %s in a site in %s with a prefix for %s: %s",
    (language, main, prefix, begins) => {
      expect(prefixOf(language, { names: [], main, prefix })).toBe(begins);
    },
  );
});
