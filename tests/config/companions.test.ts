import { describe, expect, test } from "vitest";
import { checkOptions } from "../../src/config/check-options.ts";
import { resolveConfig } from "../../src/config/resolve.ts";
import type { Options } from "../../src/index.ts";

const site = { url: "https://example.com/", title: "Example" };

function companionsOf(options: Options) {
  return resolveConfig({ site, ...options }, "/site").companions;
}

const none = {
  page: undefined,
  template: undefined,
  style: undefined,
  opml: undefined,
  includes: undefined,
  lists: [],
  links: undefined,
  hosting: undefined,
};

const usual = { ...none, page: "subscribe.html", style: "feed.css" };

describe("the files beside the feeds", () => {
  test.each<readonly [string, Options, object]>([
    ["page and style, unasked", {}, usual],
    ["none", { page: false, feed: { style: false } }, none],
    ["the same, asked for", { page: true, feed: { style: true } }, usual],
    [
      "lists, asked for",
      { feed: { opml: true, links: true } },
      { ...usual, opml: "feeds.opml", links: "feeds.html" },
    ],
    [
      "other places",
      { page: "./a//b.html", feed: { style: "c.css", opml: "d.opml", links: "e.html" } },
      { ...none, page: "a/b.html", style: "c.css", opml: "d.opml", links: "e.html" },
    ],
    [
      "a list that includes one for each kind of group",
      { feed: { opmlIncludes: true, groups: ["tag", { by: "language+tag" }, { by: "tag" }] } },
      {
        ...usual,
        includes: "categories.opml",
        lists: [
          { by: "tag", path: "categories-tag.opml" },
          { by: "language+tag", path: "categories-language-tag.opml" },
        ],
      },
    ],
    [
      "lists beside a list elsewhere",
      { feed: { opmlIncludes: "a/./b.c.xml", groups: ["author"] } },
      { ...usual, includes: "a/b.c.xml", lists: [{ by: "author", path: "a/b.c-author.xml" }] },
    ],
    [
      "no style where only JSON is written",
      { feed: { formats: ["json"] } },
      { ...usual, style: undefined },
    ],
    [
      "a page from a template",
      { page: { template: "t.html" } },
      { ...usual, template: { path: "t.html", folder: "/site" } },
    ],
    ["a table without anything", { page: {} }, usual],
    ["a host", { hosting: "nginx" }, { ...usual, hosting: "nginx" }],
  ])("are %s", (_, options, expected) => {
    expect(companionsOf(options)).toEqual(expected);
  });

  test.each<readonly [Options, string]>([
    [{ page: "../a.html" }, "Expected a file below the output folder, not `../a.html` for `page`"],
    [{ page: "a/" }, "Expected a file below the output folder, not `a/` for `page`"],
    [{ page: "RSS.xml" }, "Expected a path that no other file has, not `RSS.xml` for `page`"],
    [
      { page: "a", feed: { style: "a/b.css" } },
      "Expected a path that no other file has, not `a/b.css` for `feed.style`",
    ],
    [
      { feed: { opml: "subscribe.html", links: "/x" } },
      [
        "Expected a path that no other file has, not `subscribe.html` for `feed.opml`",
        "Expected a file below the output folder, not `/x` for `feed.links`",
      ].join("\n"),
    ],
    [
      { feed: { opmlIncludes: "a.opml", groups: ["tag"], links: "A-tag.opml" } },
      "Expected a path that no other file has, not `a-tag.opml` for `feed.opmlIncludes`",
    ],
    [
      { page: "a-tag.opml", feed: { opmlIncludes: "a.opml", groups: ["tag"] } },
      "Expected a path that no other file has, not `a-tag.opml` for `feed.opmlIncludes`",
    ],
  ])("have places of their own: %j", (options, message) => {
    expect(() => companionsOf(options)).toThrow(message);
  });

  test("are told once, where a list that is elsewhere would include others", () => {
    const feed = { opmlIncludes: "../a.opml", groups: ["tag"] };
    expect(() => companionsOf({ feed })).toThrow(
      /^Expected a file below the output folder, not `\.\.\/a\.opml` for `feed\.opmlIncludes`$/,
    );
  });

  test.each<readonly [unknown, string]>([
    [{ page: 5 }, "Expected a path, `true`, `false` or `{ path, template }`, not `5` for `page`"],
    [
      { page: { tempalte: "a" } },
      "Expected a known key, not `page.tempalte`; did you mean `page.template`?",
    ],
    [{ feed: { opml: "" } }, "Expected a path, not an empty one for `feed.opml`"],
    [
      { hosting: "nginz" },
      "Expected `netlify`, `cloudflare`, `vercel`, `apache`, `nginx`, `caddy`, `github-pages`, not `nginz` for `hosting`",
    ],
  ])("are said in a known way: %j", (options, message) => {
    expect(() => checkOptions(options, "")).toThrow(message);
  });
});
