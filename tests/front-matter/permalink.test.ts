import { describe, expect, test } from "vitest";
import { plainRules } from "../../src/config/conventions/plain.ts";
import { type PermalinkToken, parsePermalink } from "../../src/config/permalink-pattern.ts";
import { fillPermalink } from "../../src/front-matter/permalink.ts";
import { readPlainPath as readPath } from "../support/conventions.ts";

const facts = {
  path: { ...readPath("news/Café & Co/2024-01-02-hello.md"), collection: "notes" },
  slug: "hello",
  published: new Date("2024-01-02T23:04:05Z"),
  timezone: "UTC",
  categories: ["C#", "a/b"],
  categoryPath: ["a", "C#"],
  language: "pt-BR",
  title: "Hello, World",
  author: "Ann Bee",
  rules: plainRules.address,
  field: () => undefined,
};

function fill(pattern: string, stated: Partial<typeof facts> = {}, site = "https://example.com/") {
  return fillPermalink(parsePermalink(pattern), { ...facts, ...stated }, site);
}

// As a convention gives them: each token by its own name.
function namesOf<Name extends string>(table: Readonly<Record<Name, string>>) {
  const isName = (key: string): key is Name => Object.hasOwn(table, key);
  const names = Object.keys(table).filter(isName);
  return Object.fromEntries(names.map((name) => [name, name]));
}

describe("fillPermalink", () => {
  const filled = {
    year: "2024",
    month: "01",
    day: "02",
    hour: "23",
    minute: "04",
    second: "05",
    i_month: "1",
    i_day: "2",
    title: "hello",
    slug: "hello",
    path: "news/Caf%C3%A9%20&%20Co/hello",
    section: "news",
    sections: "news/Caf%C3%A9%20&%20Co",
    filename: "2024-01-02-hello",
    categories: "C%23/a%2Fb",
    lang: "pt-BR",
    short_year: "24",
    short_month: "Jan",
    long_month: "January",
    y_day: "002",
    w_year: "2024",
    week: "01",
    w_day: "2",
    short_day: "Tue",
    long_day: "Tuesday",
    collection: "notes",
    stem: "news/Caf%C3%A9%20&%20Co/2024-01-02-hello",
    plain_slug: "hello",
    plain_name: "2024-01-02-hello",
    headline: "Hello,%20World",
    category: "C%23",
    category_path: "a/C%23",
    slug_name: "hello",
    hash: "86070050a146",
    timestamp: "1704236645",
    written_lang: "pt-BR",
    author: "Ann%20Bee",
    slugified_categories: "C%23/a%2Fb",
    slug_or_headline: "Hello,%20World",
    i_y_day: "2",
    sunday_day: "2",
    html: ".html",
  } as const satisfies Record<PermalinkToken, string>;

  test.each(Object.entries(filled))("fills :%s with %s", (token, path) => {
    const tokens: Readonly<Record<string, PermalinkToken>> = namesOf(filled);
    const pattern = parsePermalink(`/:${token}/`, { tokens, fieldTokens: false });
    expect(fillPermalink(pattern, facts, "https://example.com/")).toBe(
      `https://example.com/${path}/`,
    );
  });

  test.each([
    ["/:year/:month/:day/:title.html", "https://example.com/2024/01/02/hello.html"],
    ["/:year-:i_month/:slug", "https://example.com/2024-1/hello"],
    ["post.php?p=:slug#top", "https://example.com/post.php?p=hello#top"],
    ["/글/:slug/", "https://example.com/%EA%B8%80/hello/"],
    [":slug", "https://example.com/hello"],
  ])("fills %s", (pattern, url) => {
    expect(fill(pattern)).toBe(url);
  });

  test("takes the date in the site's zone", () => {
    const pattern = "/:year/:month/:day/:hour/:minute/:second/";
    expect(fill(pattern, { timezone: "Asia/Seoul" })).toBe(
      "https://example.com/2024/01/03/08/04/05/",
    );
    expect(fill(pattern, { timezone: "America/New_York" })).toBe(
      "https://example.com/2024/01/02/18/04/05/",
    );
  });

  test.each([
    ["한국어", "%ED%95%9C%EA%B5%AD%EC%96%B4"],
    ["日本 語", "%E6%97%A5%E6%9C%AC%20%E8%AA%9E"],
    ["e\u0301", "%C3%A9"],
    ["C#?%", "C%23%3F%25"],
    ["%2e%2e", "%252e%252e"],
    ["a\\b", "a%5Cb"],
    ["a:b", "a:b"],
    ["a/b", "a/b"],
    ["😀", "%F0%9F%98%80"],
  ])("writes the slug %j as %s", (slug, written) => {
    expect(fill("/:slug/", { slug })).toBe(`https://example.com/${written}/`);
    expect(fill(":slug/", { slug })).toBe(`https://example.com/${written}/`);
  });

  test.each([
    {
      when: "no folders",
      stated: { path: readPath("hello.md") },
      pattern: "/:sections/:section/:slug/",
    },
    { when: "no categories", stated: { categories: [] }, pattern: "/:categories/:slug/" },
    { when: "no language", stated: { language: undefined }, pattern: "/:lang/:slug/" },
  ])("drops the segments of $when", ({ stated, pattern }) => {
    const url = fillPermalink(
      parsePermalink(pattern),
      { ...facts, ...stated },
      "https://example.com/",
    );
    expect(url).toBe("https://example.com/hello/");
  });

  test("stays below a site with a path", () => {
    expect(fill("/:slug/", {}, "https://example.com/my/blog/")).toBe(
      "https://example.com/my/blog/hello/",
    );
  });
});
