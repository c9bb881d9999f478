import { resolve } from "node:path";
import { expect, test } from "vitest";
import { plainRules } from "../../src/config/conventions/plain.ts";
import { ConfigError, UsageError } from "../../src/config/errors.ts";
import type { Options } from "../../src/config/options.ts";
import { resolveConfig } from "../../src/config/resolve.ts";

const site = { url: "https://example.com/", title: "Example" };

test("what is not stated has the default of the public face", () => {
  expect(resolveConfig({ site }, "/site")).toEqual({
    site: {
      url: "https://example.com/",
      title: "Example",
      description: undefined,
      language: undefined,
      timezone: "UTC",
      authors: [],
      authorsByKey: new Map(),
      image: undefined,
      icon: undefined,
      copyright: undefined,
    },
    content: {
      folder: resolve("/site/content"),
      include: ["**/*.{md,markdown}"],
      exclude: [],
      permalinks: {
        byFolder: [{ folder: "", pattern: [{ text: "/" }, { token: "path" }, { text: "/" }] }],
      },
      convention: "plain",
      reason: undefined,
      base: "",
    },
    rules: plainRules,
    feed: {
      limit: 20,
      formats: ["rss", "atom", "json"],
      paths: { rss: "rss.xml", atom: "atom.xml", json: "feed.json" },
      content: "full",
      hubs: [],
      ttl: undefined,
      groups: [],
      archives: undefined,
      emptyGroups: "remove",
      tagAliases: [],
    },
    companions: {
      page: "subscribe.html",
      template: undefined,
      style: "feed.css",
      opml: undefined,
      includes: undefined,
      lists: [],
      links: undefined,
      hosting: undefined,
    },
    markdown: {
      parser: "remark",
      math: false,
      shortcodes: {},
      remarkPlugins: [],
      rehypePlugins: [],
      sanitize: { tagNames: [], attributes: {}, protocols: {} },
      source: false,
      excerptMarkers: [],
    },
    out: resolve("/site/dist"),
  });
});

test("what is stated is kept, its addresses made absolute", () => {
  const options: Options = {
    site: {
      url: "https://example.com/blog",
      title: "Example",
      description: "About",
      language: "pt-br",
      timezone: "Asia/Seoul",
      author: ["A", { name: "B", url: "https://b.example", avatar: "/b.png" }],
      authors: { c: { name: "C", email: "c@example.com" }, d: "D" },
      image: "/logo ü.png",
      icon: "https://cdn.example/icon.png",
      copyright: "CC0",
    },
    content: { folder: "posts", include: ["*.md"], exclude: ["x.md"], permalink: ":slug" },
    feed: {
      limit: "all",
      formats: ["json", "rss"],
      paths: { rss: "feeds/rss.xml" },
      content: "summary",
      hubs: ["https://hub.example/ü"],
      ttl: 60,
      groups: ["language+tag"],
      groupPaths: "/feeds/:group/:name/",
      groupTitles: ":name",
      emptyGroups: "keep",
      tagAliases: { js: "JavaScript" },
      markdown: true,
    },
    markdown: { math: true, shortcodes: { a: "b" } },
    out: "/srv/www",
  };
  expect(resolveConfig(options, "/site")).toEqual({
    site: {
      url: "https://example.com/blog/",
      title: "Example",
      description: "About",
      language: "pt-BR",
      timezone: "Asia/Seoul",
      authors: [
        { name: "A" },
        { name: "B", url: "https://b.example/", avatar: "https://example.com/blog/b.png" },
      ],
      authorsByKey: new Map([
        ["c", { name: "C", email: "c@example.com" }],
        ["d", { name: "D" }],
      ]),
      image: "https://example.com/blog/logo%20%C3%BC.png",
      icon: "https://cdn.example/icon.png",
      copyright: "CC0",
    },
    content: {
      folder: resolve("/site/posts"),
      include: ["*.md"],
      exclude: ["x.md"],
      permalinks: { byFolder: [{ folder: "", pattern: [{ token: "slug" }] }] },
      convention: "plain",
      reason: undefined,
      base: "",
    },
    rules: { ...plainRules, languages: { ...plainRules.languages, main: "pt-br" } },
    feed: {
      limit: Number.POSITIVE_INFINITY,
      formats: ["rss", "json"],
      paths: { rss: "feeds/rss.xml", atom: "atom.xml", json: "feed.json" },
      content: "summary",
      hubs: ["https://hub.example/%C3%BC"],
      ttl: 60,
      groups: [
        {
          by: "language+tag",
          fields: ["language", "tag"],
          path: "/feeds/:group/:name/",
          title: ":name",
          limit: Number.POSITIVE_INFINITY,
          least: 1,
          include: undefined,
          exclude: [],
        },
      ],
      archives: undefined,
      emptyGroups: "keep",
      tagAliases: [["js", "JavaScript"]],
    },
    companions: {
      page: "subscribe.html",
      template: undefined,
      style: "feed.css",
      opml: undefined,
      includes: undefined,
      lists: [],
      links: undefined,
      hosting: undefined,
    },
    markdown: {
      parser: "remark",
      math: true,
      shortcodes: { a: "b" },
      remarkPlugins: [],
      rehypePlugins: [],
      sanitize: { tagNames: [], attributes: {}, protocols: {} },
      source: true,
      excerptMarkers: [],
    },
    out: resolve("/srv/www"),
  });
});

test.each([
  { when: "https://example.com", url: "https://example.com/" },
  { when: "https://example.com/blog", url: "https://example.com/blog/" },
  { when: "https://example.com/?page=1#top", url: "https://example.com/" },
  { when: "HTTPS://Example.COM:443/Blog/", url: "https://example.com/Blog/" },
  { when: "https://例え.jp/ブログ", url: "https://xn--r8jz45g.jp/%E3%83%96%E3%83%AD%E3%82%B0/" },
])("the site $when is the folder $url", ({ when, url }) => {
  expect(resolveConfig({ site: { ...site, url: when } }, "/").site.url).toBe(url);
});

test.each([
  {
    when: "there is no address",
    options: { site: { title: "x" } },
    message:
      "Expected the address of the site: give `--site https://example.com/` or `site.url` in a config file",
  },
  {
    when: "there is no title",
    options: { site: { url: "https://example.com/" } },
    message:
      'Expected a title for the feed: give `--title "My site"` or `site.title` in a config file',
  },
])("says what is missing when $when", ({ options, message }) => {
  expect(() => resolveConfig(options, "/", { file: "c.json" })).toThrow(new UsageError(message));
});

test.each([
  {
    when: "has an unknown token",
    options: { site, content: { permalink: "/:yeer/" } },
    reason: "Expected a known token in `content.permalink`, not `:yeer`; did you mean `:year`?",
  },
  {
    when: "has a token that is like no other",
    options: { site, content: { permalink: "/:permalink/" } },
    reason:
      "Expected a known token in `content.permalink`, not `:permalink`; known are `:year`, `:month`, `:day`, `:hour`, `:minute`, `:second`, `:i_month`, `:i_day`, `:title`, `:slug`, `:path`, `:section`, `:sections`, `:filename`, `:categories`, `:lang`",
  },
  {
    when: "writes outside",
    options: { site, feed: { paths: { json: "../feed.json" } } },
    reason: "Expected a file below the output folder, not `../feed.json` for `feed.paths.json`",
  },
])("refuses a config that $when", ({ options, reason }) => {
  const mistake = new ConfigError("c.json", [{ reason }]);
  expect(() => resolveConfig(options, "/", { file: "c.json" })).toThrow(mistake);
});
