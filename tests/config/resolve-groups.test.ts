import { expect, test } from "vitest";
import { ConfigError } from "../../src/config/errors.ts";
import { resolveGroups } from "../../src/config/resolve-groups.ts";

const plain = {
  by: "tag",
  fields: ["tag"],
  path: "/:group/:name/",
  title: ":name – :site",
  limit: 20,
  least: 1,
  include: undefined,
  exclude: [],
};

test("without groups there are none", () => {
  expect(resolveGroups({}, 20, "")).toEqual([]);
});

test.each([
  { when: "a name has the defaults", feed: { groups: ["tag"] }, group: plain },
  {
    when: "several names are in the order in which they are written",
    feed: { groups: ["tag+language"] },
    group: { ...plain, by: "tag+language", fields: ["tag", "language"] },
  },
  {
    when: "what is said of all groups counts for each",
    feed: { groups: ["tag"], groupPaths: "t/:name", groupTitles: ":name" },
    group: { ...plain, path: "t/:name", title: ":name" },
  },
  {
    when: "what is said of one group covers it",
    feed: {
      groups: [
        {
          by: "tag",
          path: "/:name",
          title: ":group",
          limit: 5,
          least: 3,
          include: ["a"],
          exclude: ["b"],
        },
      ],
      groupPaths: "t/:name",
      groupTitles: ":name",
    },
    group: {
      ...plain,
      path: "/:name",
      title: ":group",
      limit: 5,
      least: 3,
      include: ["a"],
      exclude: ["b"],
    },
  },
  {
    when: "all articles are no limit",
    feed: { groups: [{ by: "tag", limit: "all" as const }] },
    group: { ...plain, limit: Number.POSITIVE_INFINITY },
  },
])("$when", ({ feed, group }) => {
  expect(resolveGroups(feed, 20, "")).toEqual([group]);
});

test.each([
  { path: "/tags/" },
  { path: "/:group/" },
  { path: "../:name/" },
  { path: "a/../../:name" },
  { path: "/./:name" },
  { path: ":name/.." },
  { path: "a\\:name" },
  { path: "a\0/:name" },
])("refuses the folder $path", ({ path }) => {
  const reason = `Expected a folder with \`:name\` in it below the output folder, not \`${path}\` for \`feed.groupPaths\``;
  const mistake = new ConfigError("c.json", [{ reason }]);
  expect(() => resolveGroups({ groups: ["tag"], groupPaths: path }, 20, "c.json")).toThrow(mistake);
  expect(() => resolveGroups({ groups: [{ by: "tag", path }] }, 20, "c.json")).toThrow(mistake);
});
