import { expect, test } from "vitest";
import { isLanguage, isTimeZone, isWebAddress, toLanguage } from "../../src/config/checks.ts";

test.each([
  "https://example.com",
  "http://localhost:8080/blog/",
  "HTTPS://EXAMPLE.COM/",
  "https://例え.jp/ブログ",
  "https://[::1]/",
])("%s is a web address", (value) => {
  expect(isWebAddress(value)).toBe(true);
});

test.each([
  "example.com",
  "//example.com/",
  "/blog/",
  "https:///example.com",
  "https:example.com",
  "https://",
  "https://exa mple.com/",
  "ftp://example.com/",
  "javascript:alert(1)//https://example.com/",
  "mailto:me@example.com",
  "",
])("%j is no web address", (value) => {
  expect(isWebAddress(value)).toBe(false);
});

test.each([
  { when: "en", language: "en" },
  { when: "pt-br", language: "pt-BR" },
  { when: "ZH-hant-tw", language: "zh-Hant-TW" },
  { when: "yue", language: "yue" },
  { when: "iw", language: "he" },
  { when: "english", language: undefined },
  { when: "en_US", language: undefined },
  { when: "e", language: undefined },
  { when: "en-", language: undefined },
  { when: "x-klingon", language: undefined },
  { when: "", language: undefined },
])("of $when the canonical language is $language", ({ when, language }) => {
  expect(toLanguage(when)).toBe(language);
  expect(isLanguage(when)).toBe(language !== undefined);
});

test.each([
  { when: "UTC", isKnown: true },
  { when: "Asia/Seoul", isKnown: true },
  { when: "America/Argentina/Buenos_Aires", isKnown: true },
  { when: "Asia/Atlantis", isKnown: false },
  { when: "+09:00", isKnown: false },
  { when: "-0400", isKnown: false },
  { when: "KST", isKnown: false },
  { when: "", isKnown: false },
])("a zone $when: $isKnown", ({ when, isKnown }) => {
  expect(isTimeZone(when)).toBe(isKnown);
});
