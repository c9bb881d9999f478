import { describe, expect, test } from "vitest";
import { readOwnAddress } from "../../src/front-matter/own-address.ts";
import { readTags } from "../../src/front-matter/tags.ts";
import { readPlainPath as readPath } from "../support/conventions.ts";
import { configOf, describeMessages, fieldsOf } from "../support/reading.ts";

interface Given {
  readonly path?: string;
  readonly site?: string;
  readonly permalink?: string;
}

function read(yaml: string, { path = "news/2024-07-31-hello.md", site, permalink }: Given = {}) {
  const fields = fieldsOf(yaml, path);
  const url = readOwnAddress(fields, {
    path: readPath(path),
    published: new Date("2024-07-31T00:00:00Z"),
    title: undefined,
    author: undefined,
    categories: readTags(fields, "categories"),
    language: undefined,
    config: configOf({
      site: { url: site ?? "https://example.com/blog" },
      content: { permalink },
    }),
  });
  return { url, messages: describeMessages(fields.file) };
}

describe("readOwnAddress", () => {
  test.each([
    ["permalink: /a/b/", "https://example.com/blog/a/b/"],
    ["permalink: a.html", "https://example.com/blog/a.html"],
    ["URL: bstr", "https://example.com/blog/bstr"],
    ["permalink: /한국어/", "https://example.com/blog/%ED%95%9C%EA%B5%AD%EC%96%B4/"],
    ['permalink: "/e\\u0301/"', "https://example.com/blog/%C3%A9/"],
    ["permalink: /a b/100%/[c]", "https://example.com/blog/a%20b/100%25/%5Bc%5D"],
    ["permalink: '/a?b=c#d'", "https://example.com/blog/a?b=c#d"],
    ["permalink: 2024:a", "https://example.com/blog/2024:a"],
    ["url: https://other.example/a", "https://other.example/a"],
    ["url: http://BÜCHER.example", "http://xn--bcher-kva.example/"],
    ["url: //other.example/a", "https://other.example/a"],
    ["permalink: /a/\nurl: /b/\nslug: c", "https://example.com/blog/a/"],
    ["permalink: ''\nurl: /b/", "https://example.com/blog/b/"],
    ["permalink: 2024", "https://example.com/blog/2024"],
    ["slug: c", "https://example.com/blog/news/c/"],
    ["slug: /c/d/", "https://example.com/blog/news/c/d/"],
    ["slug: 안녕 세계", "https://example.com/blog/news/%EC%95%88%EB%85%95%20%EC%84%B8%EA%B3%84/"],
    ["slug: 'C#?%2F'", "https://example.com/blog/news/C%23%3F%252F/"],
    ['slug: "e\\u0301\\u0001"', "https://example.com/blog/news/%C3%A9/"],
    ["slug: ...", "https://example.com/blog/news/.../"],
    ["slug: 1.10", "https://example.com/blog/news/1.10/"],
    ["slug:", "https://example.com/blog/news/hello/"],
    ["title: a", "https://example.com/blog/news/hello/"],
  ])("reads %j", (yaml, url) => {
    expect(read(yaml)).toEqual({ url, messages: [] });
  });

  test.each([
    { path: "index.md", url: "https://example.com/index/" },
    { path: "a/index.md", url: "https://example.com/a/" },
    { path: "a/2024-07-31-b/index.md", url: "https://example.com/a/b/" },
    { path: "2024/07/31/a.md", url: "https://example.com/2024/07/31/a/" },
    { path: "a/Cafe\u0301 #1.md", url: "https://example.com/a/Caf%C3%A9%20%231/" },
  ])("makes an address of $path", ({ path, url }) => {
    expect(read("title: a", { path, site: "https://example.com/" })).toEqual({ url, messages: [] });
  });

  test("fills the pattern with categories", () => {
    const permalink = "/:categories/:year/:slug.html";
    expect(read("categories: [a b, c]", { permalink })).toEqual({
      url: "https://example.com/blog/a%20b/c/2024/hello.html",
      messages: [],
    });
  });

  const permalinkWanted = "Expected a path below the site or an http(s) address";

  test.each([
    [
      "permalink: javascript:alert(1)",
      `2:12 error permalink ${permalinkWanted}, not \`javascript:alert(1)\``,
    ],
    [
      "url: 'mailto:a@example.com'",
      `2:6 error permalink ${permalinkWanted}, not \`mailto:a@example.com\``,
    ],
    ["url: 'http://a b/'", `2:6 error permalink ${permalinkWanted}, not \`http://a b/\``],
    ["permalink: false", `2:12 error permalink ${permalinkWanted}, not \`false\``],
    ["permalink: [a]", `2:12 error permalink ${permalinkWanted}, not a list`],
    ["permalink: {a: b}", `2:12 error permalink ${permalinkWanted}, not a table`],
  ])("says what is wrong with %j", (yaml, message) => {
    expect(read(yaml).messages).toEqual([message]);
  });

  test.each([
    ["slug: ..", "2:7 error slug Expected a slug without `.`, `..` and empty parts, not `..`"],
    [
      "slug: a/../../b",
      "2:7 error slug Expected a slug without `.`, `..` and empty parts, not `a/../../b`",
    ],
    [
      "slug: 'a\\.\\b'",
      "2:7 error slug Expected a slug without `.`, `..` and empty parts, not `a\\.\\b`",
    ],
    ["slug: a//b", "2:7 error slug Expected a slug without `.`, `..` and empty parts, not `a//b`"],
    ["slug: /", "2:7 error slug Expected a slug without `.`, `..` and empty parts, not `/`"],
    ["slug: true", "2:7 error slug Expected text, not `true`"],
    ["slug: [a]", "2:7 error slug Expected text, not a list"],
  ])("says what is wrong with %j", (yaml, message) => {
    expect(read(yaml)).toEqual({
      url: "https://example.com/blog/news/hello/",
      messages: [message],
    });
  });

  test.each([
    { when: "a category", yaml: "categories: ['..', '..']", permalink: "/:categories/:slug/" },
    { when: "the pattern", yaml: "title: a", permalink: "/../:slug/" },
  ])("says that $when leads out of the site", ({ yaml, permalink }) => {
    expect(read(yaml, { permalink })).toEqual({
      url: undefined,
      messages: [
        "1:1 error permalink Expected an address below the site, not `https://example.com/hello/`",
      ],
    });
  });
});
