import { describe, expect, test } from "vitest";
import {
  encodeSegment,
  isAbsolute,
  isFromRoot,
  isWeb,
  resolveAddress,
  resolveBelow,
  resolveReference,
} from "../src/address.ts";
import { anyText } from "./support/any-text.ts";
import { assert, property, webUrl } from "./support/fast-check.ts";

describe("resolveAddress", () => {
  const base = "https://example.com/blog/post/";

  test.each([
    ["a.png", "https://example.com/blog/post/a.png"],
    ["../a.png", "https://example.com/blog/a.png"],
    ["/a.png", "https://example.com/a.png"],
    ["//cdn.example/a.png", "https://cdn.example/a.png"],
    ["?a=b", "https://example.com/blog/post/?a=b"],
    ["#c", "https://example.com/blog/post/#c"],
    [" http://other.example ", "http://other.example/"],
    ["HTTPS://EXAMPLE.COM/A", "https://example.com/A"],
    ["https://bücher.example/ä?ö#ü", "https://xn--bcher-kva.example/%C3%A4?%C3%B6#%C3%BC"],
    ["https://example.com/a b", "https://example.com/a%20b"],
    ["https://example.com/%41%zz%", "https://example.com/%41%25zz%25"],
    ['https://example.com/[a]|^`{}"<>', "https://example.com/%5Ba%5D%7C%5E%60%7B%7D%22%3C%3E"],
    ["https://example.com/?[a]|^`{}\\%", "https://example.com/?%5Ba%5D%7C%5E%60%7B%7D%5C%25"],
    ["https://example.com/#[a]|^`{}\\%", "https://example.com/#%5Ba%5D%7C%5E%60%7B%7D%5C%25"],
    ["https://example.com/#a#b", "https://example.com/#a%23b"],
    ["https://example.com\\a\\b", "https://example.com/a/b"],
    ["http://[::1]/a", "http://[::1]/a"],
    ["https://example.com:443/", "https://example.com/"],
    ["\u00A0https://example.com/\u3000", "https://example.com/"],
    ["mailto:a@example.com", "mailto:a@example.com"],
    ["mailto:a@example.com?subject=[b]", "mailto:a@example.com?subject=%5Bb%5D"],
    ["tag:example.com,2024:[a]", "tag:example.com,2024:[a]"],
  ])("resolves %s", (reference, address) => {
    expect(resolveAddress(reference, base)).toBe(address);
  });

  test.each(["https://", "http://a b/", "https://example.com:x/", "//"])(
    "finds no address in %s",
    (reference) => {
      expect(resolveAddress(reference, base)).toBeUndefined();
    },
  );

  test("finds no address in a relative reference without a base", async () => {
    expect(resolveAddress("a.png")).toBeUndefined();
  });

  // RFC 3986, appendix A: unreserved, escapes, sub-delims and the rest of what an http URI may hold.
  test("gives URIs alone", async () => {
    const uri =
      /^https:\/\/example\.com\/(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*)?$/i;
    await assert(
      property(anyText("%", "#", "?", "/", "[", "|"), (text) => {
        expect(resolveAddress(`https://example.com/${text.trim()}`)).toMatch(uri);
      }),
    );
  });

  test("changes no address that it gave", async () => {
    await assert(
      property(webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const address = resolveAddress(url);
        expect(resolveAddress(String(address))).toBe(address);
      }),
    );
  });
});

describe("resolveReference", () => {
  test.each([
    { when: "a path from the root", reference: "/a.png", url: "https://example.com/blog/a.png" },
    { when: "a path", reference: "a.png", url: "https://example.com/blog/post/a.png" },
    { when: "a host", reference: "//cdn.example/a", url: "https://cdn.example/a" },
    { when: "an address", reference: "http://other.example/a", url: "http://other.example/a" },
  ])("resolves $when", ({ reference, url }) => {
    const base = "https://example.com/blog/post/";
    expect(resolveReference(reference, "https://example.com/blog/", base)).toBe(url);
  });

  test("resolves below the site where nothing else is given", () => {
    expect(resolveReference("a.png", "https://example.com/blog/")).toBe(
      "https://example.com/blog/a.png",
    );
  });

  test.each(["javascript:alert(1)", "data:text/html,a", "mailto:a@example.com", "https://"])(
    "refuses %s",
    (reference) => {
      expect(resolveReference(reference, "https://example.com/")).toBeUndefined();
    },
  );
});

describe("resolveBelow", () => {
  test.each([
    ["/a/b/", "https://example.com/blog/a/b/"],
    ["a", "https://example.com/blog/a"],
    ["///a", "https://example.com/blog/a"],
    ["", "https://example.com/blog/"],
    ["C: a", "https://example.com/blog/C:%20a"],
    ["javascript:alert(1)", "https://example.com/blog/javascript:alert(1)"],
    ["한국어", "https://example.com/blog/%ED%95%9C%EA%B5%AD%EC%96%B4"],
    ["e\u0301", "https://example.com/blog/%C3%A9"],
    ["a\u0000\uD83Db", "https://example.com/blog/ab"],
    ["a?b#c", "https://example.com/blog/a?b#c"],
  ])("puts %j below the site", (path, address) => {
    expect(resolveBelow("https://example.com/blog/", path)).toBe(address);
  });
});

test.each([
  ["/a", true],
  ["/", true],
  ["//a", false],
  ["a/b", false],
  ["https://example.com/", false],
  ["", false],
])("isFromRoot of %j is %s", (reference, expected) => {
  expect(isFromRoot(reference)).toBe(expected);
});

test.each([
  ["https://example.com/", true],
  ["mailto:a", true],
  ["X-1+a.b:c", true],
  ["//a", true],
  ["/a", false],
  ["1:2", false],
  ["a/b:c", false],
  ["", false],
])("isAbsolute of %j is %s", (reference, expected) => {
  expect(isAbsolute(reference)).toBe(expected);
});

test.each([
  ["http://example.com/", true],
  ["HTTPS://example.com/", true],
  ["ftp://example.com/", false],
  ["https:", false],
  ["/https://example.com/", false],
])("isWeb of %j is %s", (address, expected) => {
  expect(isWeb(address)).toBe(expected);
});

describe("encodeSegment", async () => {
  test.each([
    ["hello", "hello"],
    ["C# notes", "C%23%20notes"],
    ["a/b?c%d", "a%2Fb%3Fc%25d"],
    ["a\\b[c]|d", "a%5Cb%5Bc%5D%7Cd"],
    ["-._~!$&'()*+,;=:@", "-._~!$&'()*+,;=:@"],
    ["%2e%2e", "%252e%252e"],
    ["日本語", "%E6%97%A5%E6%9C%AC%E8%AA%9E"],
    ["😀", "%F0%9F%98%80"],
    ["e\u0301", "%C3%A9"],
    ["a\uD83D\u0000b", "ab"],
  ])("writes %j as %s", (segment, encoded) => {
    expect(encodeSegment(segment)).toBe(encoded);
  });

  test("is undone by decoding", async () => {
    await assert(
      property(anyText("%", "#", "/"), (text) => {
        const segment = text.replace(/[^\u0020-\u007E]/g, "");
        expect(decodeURIComponent(encodeSegment(segment))).toBe(segment);
      }),
    );
  });
});
