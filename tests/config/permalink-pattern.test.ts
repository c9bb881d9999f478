import { expect, test } from "vitest";
import { parsePermalink, permalinkTokens } from "../../src/config/permalink-pattern.ts";

test.each([
  { when: "/:path/", parts: [{ text: "/" }, { token: "path" }, { text: "/" }] },
  {
    when: ":year-:i_month.html",
    parts: [{ token: "year" }, { text: "-" }, { token: "i_month" }, { text: ".html" }],
  },
  { when: ":section:title", parts: [{ token: "section" }, { token: "title" }] },
  { when: "/feed/", parts: [{ text: "/feed/" }] },
  { when: "/a:/:1/", parts: [{ text: "/a:/:1/" }] },
])("takes $when apart", ({ when, parts }) => {
  expect(parsePermalink(when)).toEqual(parts);
});

test.each([
  { when: "/:yeer/:slug/", token: "yeer" },
  { when: "/:Year/", token: "Year" },
  { when: "/:toString/", token: "toString" },
  { when: "/:slugs", token: "slugs" },
])("refuses $when, which has the unknown token $token", ({ when, token }) => {
  expect(() => parsePermalink(when)).toThrow(new RangeError(token));
});

test("the tokens are those of the public face", () => {
  expect(Object.keys(permalinkTokens)).toEqual([
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
    "i_month",
    "i_day",
    "title",
    "slug",
    "path",
    "section",
    "sections",
    "filename",
    "categories",
    "lang",
  ]);
});
