import { expect, test } from "vitest";
import { ConfigError } from "../../src/config/errors.ts";
import { resolveArchives } from "../../src/config/resolve-archives.ts";

test.each([
  { option: undefined, archives: undefined },
  { option: false, archives: undefined },
  { option: true, archives: { size: 50, path: "/archive/:page/" } },
  { option: {}, archives: { size: 50, path: "/archive/:page/" } },
  { option: { size: 7 }, archives: { size: 7, path: "/archive/:page/" } },
  { option: { path: "old-:page" }, archives: { size: 50, path: "old-:page" } },
])("of $option come $archives", ({ option, archives }) => {
  expect(resolveArchives(option, 20, "")).toEqual(archives);
});

test("refuses archives of a feed that has everything", () => {
  const reason = 'Expected a number as `feed.limit` beside `feed.archives`, not `"all"`';
  expect(() => resolveArchives(true, Number.POSITIVE_INFINITY, "c.json")).toThrow(
    new ConfigError("c.json", [{ reason }]),
  );
  expect(resolveArchives(false, Number.POSITIVE_INFINITY, "")).toBe(undefined);
});

test.each([
  { path: "/archive/" },
  { path: "../:page/" },
  { path: "a/../../:page" },
  { path: ":page/." },
  { path: "a\\:page" },
  { path: "a\0/:page" },
])("refuses the folder $path", ({ path }) => {
  const reason = `Expected a folder with \`:page\` in it below the output folder, not \`${path}\` for \`feed.archives.path\``;
  expect(() => resolveArchives({ path }, 20, "c.json")).toThrow(
    new ConfigError("c.json", [{ reason }]),
  );
});
