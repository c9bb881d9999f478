import { expect, test } from "vitest";
import { checkOptions, nearest } from "../../src/config/check-options.ts";
import { ConfigError } from "../../src/config/errors.ts";

test("what is right comes back, without the spaces around it", () => {
  const options = {
    $schema: "./schema.json",
    site: {
      url: " https://example.com/ ",
      title: " Example ",
      author: ["A", { name: "B", email: "b@example.com", url: "https://b.example/", avatar: "/b" }],
      authors: { c: { name: "C" }, d: "D" },
      timezone: "Asia/Seoul",
    },
    feed: {
      limit: "all",
      groups: [
        "tag",
        "language+section+author+tag",
        { by: "tag", path: "t/:name", title: ":name", limit: "all", least: 2, exclude: ["a"] },
        { by: "author", limit: 3, include: ["A"] },
      ],
      groupPaths: "/:group/:name/",
      groupTitles: ":name",
      emptyGroups: "keep",
      tagAliases: { js: "JavaScript" },
      archives: { size: 20, path: "/old/:page/" },
      hubs: ["https://hub.example/"],
      ttl: 60,
    },
    ledger: false,
    cache: { maxSize: 5 },
  };
  expect(checkOptions(options, "c.json")).toEqual({
    ...options,
    site: { ...options.site, url: "https://example.com/", title: "Example" },
  });
});

test.each([
  { when: "sit", value: { sit: {} }, advice: "did you mean `site`?" },
  { when: "Site", value: { Site: {} }, advice: "did you mean `site`?" },
  {
    when: "languages",
    value: { languages: [] },
    advice:
      "known are `$schema`, `site`, `content`, `feed`, `markdown`, `podcast`, `ledger`, `cache`, `page`, `hosting`, `out`",
  },
  { when: "site.titel", value: { site: { titel: "x" } }, advice: "did you mean `site.title`?" },
  {
    when: "content.excludes",
    value: { content: { excludes: [] } },
    advice: "did you mean `content.exclude`?",
  },
  {
    when: "feed.path",
    value: { feed: { path: { rss: "x" } } },
    advice: "did you mean `feed.paths`?",
  },
  {
    when: "feed.paths.rrs",
    value: { feed: { paths: { rrs: "x" } } },
    advice: "did you mean `feed.paths.rss`?",
  },
  {
    when: "site.author.mail",
    value: { site: { author: { name: "x", mail: "y" } } },
    advice: "did you mean `site.author.email`?",
  },
  {
    when: "site.author.1.homepage",
    value: { site: { author: ["x", { name: "y", homepage: "z" }] } },
    advice: "known are `name`, `email`, `url`, `avatar`",
  },
  {
    when: "site.authors.x.nam",
    value: { site: { authors: { x: { name: "x", nam: "y" } } } },
    advice: "did you mean `site.authors.x.name`?",
  },
])("of the unknown key $when the nearest known one is named", ({ when, value, advice }) => {
  expect(() => checkOptions(value, "c.json")).toThrow(
    new ConfigError("c.json", [{ reason: `Expected a known key, not \`${when}\`; ${advice}` }]),
  );
});

const person = "a name or `{ name, email, url, avatar }`";
const groupName = "`tag`, `section`, `author`, `language`, or several of them joined by `+`";
const address = "an http(s) address such as `https://example.com/`";

test.each([
  { value: 1, reason: "Expected a table of settings, not `1`" },
  { value: null, reason: "Expected a table of settings, not `null`" },
  { value: () => 1, reason: "Expected a table of settings, not `[Function: value]`" },
  { value: { site: "x" }, reason: "Expected a table of settings, not `x` for `site`" },
  {
    value: { site: { url: "example.com" } },
    reason: `Expected ${address}, not \`example.com\` for \`site.url\``,
  },
  { value: { site: { url: 1 } }, reason: `Expected ${address}, not \`1\` for \`site.url\`` },
  { value: { site: { title: " " } }, reason: "Expected a text, not an empty one for `site.title`" },
  { value: { site: { title: 7n } }, reason: "Expected a text, not `7n` for `site.title`" },
  {
    value: { site: { language: "english" } },
    reason:
      "Expected a BCP 47 language, such as `en` or `pt-BR`, not `english` for `site.language`",
  },
  {
    value: { site: { timezone: "+09:00" } },
    reason: "Expected an IANA time zone, such as `Asia/Seoul`, not `+09:00` for `site.timezone`",
  },
  {
    value: { site: { author: 1 } },
    reason: "Expected an author or a list of authors, not `1` for `site.author`",
  },
  {
    value: { site: { author: ["x", 1] } },
    reason: `Expected ${person}, not \`1\` for \`site.author.1\``,
  },
  { value: { site: { author: {} } }, reason: "Expected a value for `site.author.name`" },
  {
    value: { site: { author: { name: "x", email: "x" } } },
    reason: "Expected an e-mail address, not `x` for `site.author.email`",
  },
  {
    value: { site: { authors: "x" } },
    reason: "Expected a table of authors by key, not `x` for `site.authors`",
  },
  {
    value: { content: { include: [] } },
    reason: "Expected at least one glob, not `[]` for `content.include`",
  },
  {
    value: { content: { exclude: "drafts" } },
    reason: "Expected a list of globs, not `drafts` for `content.exclude`",
  },
  {
    value: { content: { convention: "hugp" } },
    reason:
      "Expected `auto`, `plain`, `jekyll`, `hugo`, `zola`, `eleventy`, `astro`, `docusaurus`, `hexo`, `pelican`, not `hugp` for `content.convention`",
  },
  {
    value: { feed: { limit: 0 } },
    reason: "Expected a whole number from 1, not `0` for `feed.limit`",
  },
  {
    value: { feed: { limit: "20" } },
    reason: "Expected a whole number from 1, or `all`, not `20` for `feed.limit`",
  },
  {
    value: { feed: { formats: ["xml"] } },
    reason: "Expected `rss`, `atom` or `json`, not `xml` for `feed.formats.0`",
  },
  {
    value: { feed: { formats: [] } },
    reason: "Expected at least one of `rss`, `atom`, `json`, not `[]` for `feed.formats`",
  },
  {
    value: { feed: { content: "half" } },
    reason: "Expected `full` or `summary`, not `half` for `feed.content`",
  },
  {
    value: { feed: { groups: "tag" } },
    reason: "Expected a list of groups, not `tag` for `feed.groups`",
  },
  {
    value: { feed: { groups: [1] } },
    reason: `Expected ${groupName}, or a table with \`by\`, not \`1\` for \`feed.groups.0\``,
  },
  {
    value: { feed: { groups: ["tags"] } },
    reason: `Expected ${groupName}, not \`tags\` for \`feed.groups.0\``,
  },
  {
    value: { feed: { groups: ["tag+tag"] } },
    reason: `Expected ${groupName}, not \`tag+tag\` for \`feed.groups.0\``,
  },
  {
    value: { feed: { groups: ["tag+"] } },
    reason: `Expected ${groupName}, not \`tag+\` for \`feed.groups.0\``,
  },
  {
    value: { feed: { groups: ["tag", { by: "tag+year" }] } },
    reason: `Expected ${groupName}, not \`tag+year\` for \`feed.groups.1.by\``,
  },
  {
    value: { feed: { groups: [{}] } },
    reason: "Expected a value for `feed.groups.0.by`",
  },
  {
    value: { feed: { groups: [{ by: "tag", least: 0 }] } },
    reason: "Expected a whole number from 1, not `0` for `feed.groups.0.least`",
  },
  {
    value: { feed: { groups: [{ by: "tag", limit: "5" }] } },
    reason: "Expected a whole number from 1, or `all`, not `5` for `feed.groups.0.limit`",
  },
  {
    value: { feed: { groups: [{ by: "tag", include: "a" }] } },
    reason: "Expected a list of names, not `a` for `feed.groups.0.include`",
  },
  {
    value: { feed: { groups: [{ by: "tag", exclude: [1] }] } },
    reason: "Expected a name, not `1` for `feed.groups.0.exclude.0`",
  },
  {
    value: { feed: { groups: [{ by: "tag", titel: "x" }] } },
    reason: "Expected a known key, not `feed.groups.0.titel`; did you mean `feed.groups.0.title`?",
  },
  {
    value: { feed: { groupPaths: "" } },
    reason: "Expected a text, not an empty one for `feed.groupPaths`",
  },
  {
    value: { feed: { groupTitles: 1 } },
    reason: "Expected a text, not `1` for `feed.groupTitles`",
  },
  {
    value: { feed: { emptyGroups: true } },
    reason: "Expected `remove` or `keep`, not `true` for `feed.emptyGroups`",
  },
  {
    value: { feed: { tagAliases: "js" } },
    reason: "Expected a table of tags, not `js` for `feed.tagAliases`",
  },
  {
    value: { feed: { tagAliases: ["js"] } },
    reason: "Expected a table of tags, not `[ 'js' ]` for `feed.tagAliases`",
  },
  { value: [], reason: "Expected a table of settings, not `[]`" },
  { value: { feed: [] }, reason: "Expected a table of settings, not `[]` for `feed`" },
  {
    value: { page: [] },
    reason: "Expected a path, `true`, `false` or `{ path, template }`, not `[]` for `page`",
  },
  {
    value: { site: { author: ["x", []] } },
    reason: `Expected ${person}, not \`[]\` for \`site.author.1\``,
  },
  {
    value: { site: { authors: { x: [] } } },
    reason: `Expected ${person}, not \`[]\` for \`site.authors.x\``,
  },
  {
    value: { podcast: { owner: [] } },
    reason: "Expected `{ name, email }`, not `[]` for `podcast.owner`",
  },
  {
    value: { markdown: { sanitize: { attributes: [] } } },
    reason: "Expected lists of attributes by element, not `[]` for `markdown.sanitize.attributes`",
  },
  {
    value: { feed: { tagAliases: { js: 1 } } },
    reason: "Expected a tag, not `1` for `feed.tagAliases.js`",
  },
  {
    value: { feed: { archives: "yes" } },
    reason:
      "Expected `true`, `false` or a table with `size` and `path`, not `yes` for `feed.archives`",
  },
  {
    value: { feed: { archives: { size: 0 } } },
    reason: "Expected a whole number from 1, not `0` for `feed.archives.size`",
  },
  {
    value: { feed: { archives: { path: "" } } },
    reason: "Expected a text, not an empty one for `feed.archives.path`",
  },
  {
    value: { feed: { archives: { pages: 5 } } },
    reason: "Expected a known key, not `feed.archives.pages`; known are `size`, `path`",
  },
  {
    value: { ledger: "no" },
    reason: "Expected `true`, `false` or a name such as `blog.lock.json`, not `no` for `ledger`",
  },
  {
    value: { cache: { maxSize: 0.5 } },
    reason: "Expected a whole number of megabytes, not `0.5` for `cache.maxSize`",
  },
  {
    value: { feed: { hubs: ["x"] } },
    reason: `Expected ${address}, not \`x\` for \`feed.hubs.0\``,
  },
  {
    value: { feed: { ttl: 1.5 } },
    reason: "Expected a whole number of minutes, not `1.5` for `feed.ttl`",
  },
  { value: { out: "" }, reason: "Expected a text, not an empty one for `out`" },
])("$reason", ({ value, reason }) => {
  expect(() => checkOptions(value, "c.json")).toThrow(new ConfigError("c.json", [{ reason }]));
});

test("every mistake is told, each on its line", () => {
  const value = { sit: 1, site: { titel: "x", language: "?" }, out: 1 };
  expect(() => checkOptions(value, "c.json")).toThrow(
    new ConfigError("c.json", [
      {
        reason: "Expected a BCP 47 language, such as `en` or `pt-BR`, not `?` for `site.language`",
      },
      { reason: "Expected a known key, not `site.titel`; did you mean `site.title`?" },
      { reason: "Expected a text, not `1` for `out`" },
      { reason: "Expected a known key, not `sit`; did you mean `site`?" },
    ]),
  );
});

test.each([
  { when: "titel", name: "title" },
  { when: "TITLE", name: "title" },
  { when: "lang", name: undefined },
  { when: "descripton", name: "description" },
  { when: "", name: undefined },
])("nearest to $when is $name", ({ when, name }) => {
  expect(nearest(when, ["title", "description"])).toBe(name);
});

test("nothing is near where there is nothing", () => {
  expect(nearest("x", [])).toBe(undefined);
});
