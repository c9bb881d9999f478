import { describe, expect, test } from "vitest";
import { plainRules } from "../../src/config/conventions/plain.ts";
import type { FieldName, SomeRules } from "../../src/config/conventions/rules.ts";
import {
  addError,
  fieldOf,
  fieldValues,
  flagOf,
  hasMember,
  isText,
  itemsOf,
  memberOf,
  publishedFlag,
  scalarOf,
  textOf,
} from "../../src/front-matter/fields.ts";
import type { Value } from "../../src/front-matter/value.ts";
import { toPlain } from "../support/plain-value.ts";
import { describeMessages, fieldsOf } from "../support/reading.ts";

function plainOf(value: Value | undefined) {
  return value && toPlain(value);
}

// The names that the issue lists, each in a spelling that people use.
const spellings: readonly (readonly [FieldName, readonly string[]])[] = [
  ["title", ["title", "Title", "TITLE"]],
  [
    "published",
    [
      "date",
      "Date",
      "published",
      "pubDate",
      "PUBDATE",
      "publishDate",
      "published_at",
      "publish-date",
    ],
  ],
  ["updated", ["updated", "lastmod", "last_modified_at", "LastModifiedAt", "modified"]],
  ["summary", ["description", "Summary", "excerpt"]],
  ["authors", ["author", "Authors"]],
  ["authorUrl", ["author_url", "authorURL"]],
  ["authorAvatar", ["author_image_url", "authorImageURL"]],
  ["tags", ["tags", "categories", "Category", "KEYWORDS"]],
  ["categories", ["categories", "category"]],
  ["draft", ["draft", "Draft"]],
  ["publish", ["publish", "Publish"]],
  ["unlisted", ["unlisted"]],
  ["feed", ["feed"]],
  ["slug", ["slug", "Slug"]],
  ["permalink", ["permalink", "url", "URL"]],
  ["id", ["id", "guid", "GUID"]],
  ["language", ["lang", "language"]],
  ["image", ["image", "cover"]],
  ["enclosure", ["enclosure"]],
  ["audio", ["audio"]],
  ["video", ["Video"]],
  ["duration", ["duration", "itunes_duration"]],
  ["season", ["season", "itunes_season"]],
  ["episode", ["episode", "itunes_episode"]],
  ["episodeType", ["episodeType", "episode_type", "itunes_episode_type"]],
  ["explicit", ["explicit", "itunes_explicit"]],
  ["persons", ["persons", "person", "people"]],
  ["transcript", ["transcript", "transcripts"]],
  ["chapters", ["chapters"]],
  ["comments", ["comments"]],
  ["externalUrl", ["external_url", "linkurl", "link"]],
  ["from", []],
  ["until", []],
];

describe("fieldOf", () => {
  test.each(spellings)("finds %s by each of its names", (name, keys) => {
    const found = keys.map((key) => plainOf(fieldOf(fieldsOf(`${key}: a`), name)));
    expect(found).toEqual(keys.map(() => "text a"));
  });

  test("is tested for every field", () => {
    expect(spellings.map(([name]) => name)).toEqual(Object.keys(plainRules.fields));
  });

  test.each(["titles", "my_title", "dates", "lastmodified"])("knows nothing of %s", (key) => {
    const fields = fieldsOf(`${key}: a`);
    const names = spellings.map(([name]) => name);
    expect(names.filter((name) => fieldOf(fields, name))).toEqual([]);
  });

  test.each(["a:", "a: ''", "a: '  '", "a: ~", "a: null"])("takes %j for not given", (yaml) => {
    expect(fieldOf(fieldsOf(yaml.replace("a", "title")), "title")).toBeUndefined();
  });

  test("takes the last of equal keys", () => {
    expect(plainOf(fieldOf(fieldsOf("title: a\nTitle: b"), "title"))).toBe("text b");
  });
});

describe("fieldValues", () => {
  test("gives all in the order of the names, without empty ones", () => {
    const fields = fieldsOf("keywords: d\ncategory:\ncategories: [b]\ntags: a");
    expect(fieldValues(fields, "tags").map(toPlain)).toEqual(["text a", ["text b"], "text d"]);
  });
});

describe("textOf", () => {
  test.each([
    ["a\u0001 b", '"a\\u0001 b"', "a b"],
    ["lines", "|\n  a\n  b", "a b"],
    ["a number", "1.10", "1.10"],
    ["a date", "2024-07-31", "2024-07-31"],
    ["characters that feeds cannot carry, alone", '"\\u0001"', undefined],
  ])("reads %s as a line", (_, yaml, text) => {
    const fields = fieldsOf(`title: ${yaml}`);
    expect(textOf(fields, "title")).toBe(text);
    expect(describeMessages(fields.file)).toEqual([]);
  });
});

describe("scalarOf", () => {
  test.each([
    {
      when: "a list",
      yaml: "[a]",
      found: "a list",
      hint: "Write the language as `en`, `ko` or `pt-BR`",
    },
    {
      when: "a table",
      yaml: "{a: b}",
      found: "a table",
      hint: "Write the language as `en`, `ko` or `pt-BR`",
    },
    {
      when: "true",
      yaml: "true",
      found: "`true`",
      hint: "Put it in quotes if it is meant as text",
    },
    {
      when: "False",
      yaml: "False",
      found: "`False`",
      hint: "Put it in quotes if it is meant as text",
    },
  ])("says that $when is wrong", ({ yaml, found, hint }) => {
    const fields = fieldsOf(`id: a\nlang:   ${yaml}`);
    expect(scalarOf(fields, "language", "a language")).toBeUndefined();
    expect(describeMessages(fields.file)).toEqual([
      `3:9 error language Expected a language, not ${found}`,
    ]);
    expect(fields.file.messages[0]?.note).toBe(hint);
  });

  test("is silent about what is not given", () => {
    const fields = fieldsOf("title: a");
    expect(scalarOf(fields, "language", "a language")).toBeUndefined();
    expect(describeMessages(fields.file)).toEqual([]);
  });
});

describe("flagOf", () => {
  test.each([
    ["true", true],
    ["TRUE", true],
    ["'true'", true],
    ["yes", true],
    ["On", true],
    ["1", true],
    ["false", false],
    ["No", false],
    ["off", false],
    ["0", false],
    ["maybe", undefined],
    ["2", undefined],
    ["", undefined],
    ["[true]", undefined],
    ["{true: true}", undefined],
  ])("reads %j as %s", (yaml, flag) => {
    expect(flagOf(fieldsOf(`draft: ${yaml}`).members.get("draft")?.value)).toBe(flag);
  });
});

describe("publishedFlag", () => {
  test.each([
    ["published: false", "boolean false"],
    ["Published: yes", "text yes"],
    ["published: 2024-07-31", undefined],
    ["date: false", undefined],
    ["publish: false", undefined],
  ])("finds in %j: %s", (yaml, flag) => {
    expect(plainOf(publishedFlag(fieldsOf(yaml)))).toBe(flag);
  });
});

describe("itemsOf", () => {
  test.each([
    ["[a, b]", ["text a", "text b"]],
    ["[a, ~, '']", ["text a"]],
    ["[]", []],
    ["a", ["text a"]],
    ["{a: b}", [{ a: "text b" }]],
  ])("gives the items of %s", (yaml, items) => {
    const value = fieldOf(fieldsOf(`tags: ${yaml}`), "tags");
    expect(value && itemsOf(value).map(toPlain)).toEqual(items);
  });
});

describe("memberOf", () => {
  const person = fieldOf(
    fieldsOf("author: {Name: '', name: a, URL: ~, image_url: b, link: c}"),
    "authors",
  );
  const mapping =
    person?.kind === "mapping" ? person : { kind: "mapping" as const, members: [], offset: 0 };

  test.each([
    { names: ["name"], found: "text a" },
    { names: ["url"], found: undefined },
    { names: ["url", "link"], found: "text c" },
    { names: ["imageurl", "link"], found: "text b" },
    { names: ["link", "imageurl"], found: "text c" },
  ])("finds the first of $names that says something", ({ names, found }) => {
    expect(plainOf(memberOf(mapping, ...names))).toBe(found);
  });

  test("hasMember finds empty ones too", () => {
    expect([hasMember(mapping, "url"), hasMember(mapping, "email", "url")]).toEqual([true, true]);
    expect(hasMember(mapping, "email")).toBe(false);
  });
});

test.each([
  ["a", true],
  ["1", true],
  ["'true'", true],
  ["true", false],
  ["[a]", false],
  ["{a: b}", false],
])("isText of %s is %s", (yaml, expected) => {
  const value = fieldOf(fieldsOf(`title: ${yaml}`), "title");
  expect(value && isText(value)).toBe(expected);
});

test("addError says what was found, where, and what to do", () => {
  const fields = fieldsOf(`title: ${"a".repeat(100)}`);
  const title = fieldOf(fields, "title");
  if (title) addError(fields, "title", title, "Expected less", "Write less");
  expect(describeMessages(fields.file)).toEqual([
    `2:8 error title Expected less, not \`${"a".repeat(57)}…\``,
  ]);
  expect(fields.file.messages[0]?.note).toBe("Write less");
});

describe("gatherFields by a convention", () => {
  function gathered(yaml: string, rules: SomeRules) {
    const { members, file } = fieldsOf(yaml, "posts/a.md", rules);
    const values = [...members].map(([name, { value }]) => `${name}: ${plainOf(value)}`);
    return { values: values.toSorted(), messages: file.messages.map(({ reason }) => reason) };
  }

  test("takes fields from tables that stand for them, where the front matter has none", () => {
    const yaml = "title: a\nextra: {title: b, image: c}\nparams: {image: d, slug: e}";
    expect(gathered(yaml, { tables: ["extra", "params"] }).values).toEqual(
      expect.arrayContaining(["image: text c", "slug: text e", "title: text a"]),
    );
  });

  test("takes for said what the site's config says of a folder, the last one first", () => {
    const covers = (path: string) => path.startsWith("posts/");
    const defaults = [
      { covers, values: { author: "x", layout: "post", draft: false } },
      { covers, values: { author: "y" } },
      { covers: () => false, values: { author: "z" } },
    ];
    expect(gathered("layout: b", { defaults }).values).toEqual([
      "author: text y",
      "draft: boolean false",
      "layout: text b",
    ]);
  });

  test("says nothing of doubled keys where the generator does not", () => {
    const yaml = "title: a\nTitle: b";
    expect(gathered(yaml, { doubledKeys: "silent" })).toEqual({
      values: ["title: text b"],
      messages: [],
    });
    expect(gathered(yaml, {}).messages).toHaveLength(1);
  });
});
