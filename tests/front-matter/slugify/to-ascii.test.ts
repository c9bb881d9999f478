import { expect, test } from "vitest";
import { loadAscii, toAscii } from "../../../src/front-matter/slugify/to-ascii.ts";

test("the table of scripts is loaded for those who write ASCII, once", async () => {
  expect(toAscii("ASCII ~")).toBe("ASCII ~");
  expect(loadAscii(["none", "hexo", "jekyll", "pelican-unicode", "zola-safe"])).toBeUndefined();
  expect(() => toAscii("é")).toThrow(TypeError);
  await loadAscii(["none", "zola"]);
  expect(toAscii("é Привет\n")).toBe("e Privet\n");
  expect(loadAscii(["zola"])).toBeUndefined();
});
