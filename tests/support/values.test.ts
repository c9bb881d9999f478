import { describe, expect, test } from "vitest";
import {
  isAddress,
  isEmail,
  isInteger,
  isLanguageTag,
  isMediaType,
  isRfc822Date,
  isRfc3339Date,
  isWebAddress,
} from "./values.ts";

interface Table {
  readonly holds: (value: string) => boolean;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const tables: Readonly<Record<string, Table>> = {
  isWebAddress: {
    holds: isWebAddress,
    good: ["https://example.org", "http://example.org/a?b=c#d", "https://example.org/%C3%A9/é"],
    bad: [
      "",
      "/a",
      "//example.org/",
      "example.org",
      "https:",
      "https:///",
      "https://a/b c",
      "mailto:a@b.example",
    ],
  },
  isAddress: {
    holds: isAddress,
    good: ["mailto:a@b.example", "tag:example.org,2024:a", "urn:uuid:0", "https://example.org/"],
    bad: ["", "a", "urn:", "https://example.org/a b", "https://example.org/%zz", "http://a:b/"],
  },
  isLanguageTag: {
    holds: isLanguageTag,
    good: ["en", "en-us", "en-US", "zh-Hant-TW", "gsw", "de-CH-1996"],
    bad: ["", "english", "en_US", "e", "en-", "en-US-US", "-en"],
  },
  isMediaType: {
    holds: isMediaType,
    good: ["audio/mpeg", "image/svg+xml", "text/plain; charset=utf-8"],
    bad: ["", "audio", "audio/", "/mpeg", "audio/mpeg/x", "audio mpeg/x"],
  },
  isEmail: {
    holds: isEmail,
    good: ["a@example.org", "a@example.org (A B)"],
    bad: ["", "A B", "a@b", "a@example.org (", "A B <a@example.org>", "@example.org"],
  },
  "isInteger of at least 1": {
    holds: (value) => isInteger(value, 1),
    good: ["1", "60"],
    bad: ["", "0", "-1", "1.5", "01", "1e3", "one"],
  },
  isRfc822Date: {
    holds: isRfc822Date,
    good: [
      "Mon, 01 Jan 2024 00:00:00 GMT",
      "Tue, 02 Jul 2024 00:00:00 GMT",
      "Wed, 07 Aug 2024 00:00:00 GMT",
      "Thu, 29 Feb 2024 23:59:59 +0200",
      "Fri, 01 Mar 2024 00:00:00 -0930",
      "Sat, 30 Nov 2024 00:00:00 GMT",
      "Sun, 29 Dec 2024 00:00:00 GMT",
    ],
    bad: [
      "",
      "Tue, 01 Jan 2024 00:00:00 GMT",
      "Mon, 01 Jan 24 00:00:00 GMT",
      "Fri, 30 Feb 2024 00:00:00 GMT",
      "Mon, 01 Jan 2024 24:00:00 GMT",
      "Mon, 01 Jan 2024 00:60:00 GMT",
      "Mon, 01 Jan 2024 00:00:60 GMT",
      "Mon, 01 Jxn 2024 00:00:00 GMT",
      "Mon, 01 Jan 2024 00:00:00 CET",
      "2024-01-01T00:00:00Z",
    ],
  },
  isRfc3339Date: {
    holds: isRfc3339Date,
    good: ["2024-01-01T00:00:00Z", "2024-02-29T23:59:59.123+05:30", "0099-12-31T00:00:00-23:59"],
    bad: [
      "",
      "2024-01-01",
      "2024-01-01T00:00:00",
      "2024-01-01t00:00:00z",
      "2024-01-01 00:00:00Z",
      "2023-02-29T00:00:00Z",
      "2024-13-01T00:00:00Z",
      "2024-01-01T24:00:00Z",
      "2024-01-01T00:00:00+24:00",
      "2024-01-01T00:00:00+0200",
    ],
  },
};

describe.each(Object.entries(tables))("%s", (_, { holds, good, bad }) => {
  test.each(good)("holds for %j", (value) => {
    expect(holds(value)).toBe(true);
  });
  test.each(bad)("does not hold for %j", (value) => {
    expect(holds(value)).toBe(false);
  });
});
