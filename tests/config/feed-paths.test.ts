import { expect, test } from "vitest";
import { resolvePaths } from "../../src/config/feed-paths.ts";
import type { FormatName } from "../../src/model.ts";

const all: readonly FormatName[] = ["rss", "atom", "json"];
const paths = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };

test.each([
  { when: "index.xml", path: "index.xml" },
  { when: "feeds/./rss.xml", path: "feeds/rss.xml" },
  { when: "a/../rss.xml", path: "rss.xml" },
  { when: "./rss.xml", path: "rss.xml" },
  { when: ".well-known/..rss", path: ".well-known/..rss" },
])("$when is the path $path", ({ when, path }) => {
  expect(resolvePaths({ ...paths, rss: when }, all, "")).toEqual({ ...paths, rss: path });
});

test.each(["/rss.xml", "../rss.xml", "a/../../rss.xml", "feeds/", "..", ".", "a\\b.xml", "a\0b"])(
  "%j is not below the output folder",
  (path) => {
    expect(() => resolvePaths({ ...paths, atom: path }, all, "c.json")).toThrow(
      `c.json: Expected a file below the output folder, not \`${path}\` for \`feed.paths.atom\``,
    );
  },
);

test.each([
  { when: "is the same", path: "rss.xml" },
  { when: "is the same but for its spelling", path: "./x/../rss.xml" },
  { when: "differs in upper case only", path: "RSS.xml" },
  { when: "would make a folder of the other", path: "rss.xml/feed.json" },
])("refuses a path that $when", ({ path }) => {
  expect(() => resolvePaths({ ...paths, json: path }, all, "c.json")).toThrow(
    `c.json: Expected a path that no other feed has, not \`${path}\` for \`feed.paths.json\``,
  );
});

test("a feed that stands where another has its folder is refused", () => {
  expect(() => resolvePaths({ ...paths, rss: "feed/rss.xml", atom: "feed" }, all, "")).toThrow(
    "Expected a path that no other feed has, not `feed` for `feed.paths.atom`",
  );
});

test("a format that is not written is in nobody's way", () => {
  const given = { ...paths, rss: "feed.json", atom: "../atom.xml" };
  expect(resolvePaths(given, ["rss"], "")).toEqual(given);
});

test("every mistake is told", () => {
  expect(() => resolvePaths({ ...paths, rss: "/a", json: "/b" }, all, "c.json")).toThrow(
    [
      "c.json: Expected a file below the output folder, not `/a` for `feed.paths.rss`",
      "c.json: Expected a file below the output folder, not `/b` for `feed.paths.json`",
    ].join("\n"),
  );
});
