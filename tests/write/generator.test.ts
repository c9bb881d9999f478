import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generator } from "../../src/write/generator.ts";

test("says what wrote the feed, in the package's version", () => {
  const path = new URL("../../package.json", import.meta.url);
  const { name, version } = JSON.parse(readFileSync(path, "utf8"));
  expect(generator).toEqual({ name, url: `https://www.npmjs.com/package/${name}`, version });
});
