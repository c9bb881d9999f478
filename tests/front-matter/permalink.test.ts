import { describe, expect, test } from "vitest";
import { parsePermalink, type permalinkTokens } from "../../src/config/permalink-pattern.ts";
import { readPath } from "../../src/front-matter/path-facts.ts";
import { fillPermalink } from "../../src/front-matter/permalink.ts";

const facts = {
  path: readPath("news/Café & Co/2024-01-02-hello.md"),
  slug: "hello",
  published: new Date("2024-01-02T23:04:05Z"),
  timezone: "UTC",
  categories: ["C#", "a/b"],
  language: "pt-BR",
};

function fill(pattern: string, stated: Partial<typeof facts> = {}, site = "https://example.com/") {
  return fillPermalink(parsePermalink(pattern), { ...facts, ...stated }, site);
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
  } as const satisfies Record<keyof typeof permalinkTokens, string>;

  test.each(Object.entries(filled))("fills :%s with %s", (token, path) => {
    expect(fill(`/:${token}/`)).toBe(`https://example.com/${path}/`);
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
