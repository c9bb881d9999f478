import { describe, expect, test } from "vitest";
import type { DateRules } from "../../src/config/conventions/rules.ts";
import {
  readBound,
  readPublished,
  readUpdated,
  requireDate,
} from "../../src/front-matter/dates.ts";
import { readPlainPath as readPath } from "../support/conventions.ts";
import { describeMessages, fieldsOf } from "../support/reading.ts";

const day = new Date("2024-07-31T00:00:00Z");

describe("readPublished", () => {
  test.each([
    { when: "date", yaml: "date: 2024-07-31" },
    { when: "the first name before the others", yaml: "pubDate: 2020-01-01\ndate: 2024-07-31" },
    { when: "published, where it is a date", yaml: "published: 2024-07-31" },
    {
      when: "the next name, where published is a flag",
      yaml: "published: true\npubDate: 2024-07-31",
    },
    { when: "an epoch", yaml: "date: 1722384000" },
    { when: "the site's zone", yaml: "date: 2024-07-31 09:00", timezone: "Asia/Seoul" },
    { when: "the path, where there is no field", yaml: "title: a", path: "2024-07-31-a.md" },
    { when: "the path, where published is a flag", yaml: "published: yes", path: "2024-7-31-a.md" },
    { when: "the path, where the field is empty", yaml: "date:", path: "2024/07/31/a.md" },
    { when: "the field before the path", yaml: "date: 2024-07-31", path: "2020-01-01-a.md" },
  ])("reads $when", ({ yaml, path = "a.md", timezone = "UTC" }) => {
    const fields = fieldsOf(yaml, path);
    expect(readPublished(fields, readPath(path), timezone)).toEqual(day);
    expect(describeMessages(fields.file)).toEqual([]);
  });

  test("reads the path's date in the site's zone", () => {
    const date = readPublished(fieldsOf("title: a"), readPath("2024-07-31-a.md"), "Asia/Seoul");
    expect(date).toEqual(new Date("2024-07-30T15:00:00Z"));
  });

  test.each([
    ["date: yesterday", "2:7 error date Expected a date, not `yesterday`"],
    ["date: 2024-02-30", "2:7 error date Expected a date, not `2024-02-30`"],
    ["date: true", "2:7 error date Expected a date, not `true`"],
    ["date: 1", "2:7 error date Expected a date, not `1`"],
    ["pubDate: no", "2:10 error date Expected a date, not `no`"],
    ["published: [2024-07-31]", "2:12 error date Expected a date, not a list"],
    ["date: {year: 2024}", "2:7 error date Expected a date, not a table"],
  ])("says what is wrong with %j, and asks no path", (yaml, message) => {
    const fields = fieldsOf(yaml);
    const path = readPath("2024-07-31-a.md");
    expect(readPublished(fields, path, "UTC")).toBeUndefined();
    requireDate(fields, path);
    expect(describeMessages(fields.file)).toEqual([message]);
  });
});

describe("readPublished by a convention", () => {
  function read(yaml: string, dates: Partial<DateRules>, path = "2024-07-30-a.md") {
    const fields = fieldsOf(yaml, path, { dates });
    const date = readPublished(fields, readPath(path), "Asia/Seoul");
    return { date: date?.toISOString(), messages: describeMessages(fields.file) };
  }

  test.each([
    ["date: 2024-07-31 09:00:00", "2024-07-31T09:00:00.000Z"],
    ["date: 2024-07-31T09:00:00", "2024-07-31T09:00:00.000Z"],
    ["date: '2024-07-31 09:00:00'", "2024-07-31T00:00:00.000Z"],
    ["date: 2024-07-31 09:00", "2024-07-31T00:00:00.000Z"],
    ["date: 2024-07-31", "2024-07-30T15:00:00.000Z"],
    ["date: 2024-07-31 09:00:00 -0400", "2024-07-31T13:00:00.000Z"],
    ["title: a", "2024-07-29T15:00:00.000Z"],
  ])("reads %j where YAML's timestamps are UTC", (yaml, date) => {
    expect(read(yaml, { timestamps: "UTC" })).toEqual({ date, messages: [] });
  });

  test("takes the path's for an impossible one, with a warning", () => {
    expect(read("date: 2024-07-31 18:30:22 2024 -0800", { impossible: "path" })).toEqual({
      date: "2024-07-29T15:00:00.000Z",
      messages: [
        "2:7 warning date Expected a date, not `2024-07-31 18:30:22 2024 -0800`; that of the path counts",
      ],
    });
  });

  test("has nothing to take for it where the path has none", () => {
    expect(read("date: never", { impossible: "path" }, "a.md")).toEqual({
      date: undefined,
      messages: ["2:7 error date Expected a date, not `never`"],
    });
  });

  test.each([
    ["before", "2024-07-29T15:00:00.000Z"],
    ["after", "2024-07-30T15:00:00.000Z"],
    ["never", "2024-07-30T15:00:00.000Z"],
  ] as const)("takes the path's %s the field", (path, date) => {
    expect(read("date: 2024-07-31", { path }).date).toBe(date);
  });

  test.each([
    ["before", "2024-07-29T15:00:00.000Z"],
    ["after", "2024-07-29T15:00:00.000Z"],
    ["never", undefined],
  ] as const)("takes the path's %s no field", (path, date) => {
    expect(read("title: a", { path }).date).toBe(date);
  });
});

describe("readBound", () => {
  const rules = { fields: { until: ["expirydate"] } };

  test("reads a moment in the site's zone", () => {
    const fields = fieldsOf("expiryDate: 2024-07-31 09:00", "a.md", rules);
    expect(readBound(fields, "until", "Asia/Seoul")).toEqual(day);
  });

  test("says what is none", () => {
    const fields = fieldsOf("expiryDate: soon", "a.md", rules);
    expect(readBound(fields, "until", "UTC")).toBeUndefined();
    expect(describeMessages(fields.file)).toEqual(["2:13 error date Expected a date, not `soon`"]);
  });
});

describe("requireDate", () => {
  test.each([
    { when: "there is none", yaml: "title: a", path: "a.md", found: "" },
    { when: "there is a flag", yaml: "published: true", path: "a.md", found: "" },
    {
      when: "the path's is impossible",
      yaml: "title: a",
      path: "2024-13-01-a.md",
      found: ", not `2024-13-01` from the path",
    },
  ])("says so where $when", ({ yaml, path, found }) => {
    const fields = fieldsOf(yaml, path);
    expect(readPublished(fields, readPath(path), "UTC")).toBeUndefined();
    requireDate(fields, readPath(path));
    expect(describeMessages(fields.file)).toEqual([`1:1 error date Expected a date${found}`]);
  });
});

describe("readUpdated", () => {
  test.each([
    ["updated: 2024-07-31", day],
    ["lastmod: 2024-07-31T00:00:00Z", day],
    ["last_modified_at: Wed, 31 Jul 2024 00:00:00 GMT", day],
    ["modified: 2024-08-01", new Date("2024-08-01T00:00:00Z")],
    ["updated: {date: 2024-07-31, author: A}", day],
    ["updated: {author: A}", undefined],
    ["title: a", undefined],
    ["updated:", undefined],
  ])("reads %j", (yaml, date) => {
    const fields = fieldsOf(yaml);
    expect(readUpdated(fields, day, "UTC")).toEqual(date);
    expect(describeMessages(fields.file)).toEqual([]);
  });

  test("reads it where the publication is not known", () => {
    expect(readUpdated(fieldsOf("updated: 2024-07-31"), undefined, "UTC")).toEqual(day);
  });

  test.each([
    ["updated: soon", "2:10 error updated Expected a date, not `soon`"],
    ["updated: false", "2:10 error updated Expected a date, not `false`"],
    ["lastmod: [a]", "2:10 error updated Expected a date, not a list"],
    ["updated: {a: b}", "2:10 error updated Expected a date, not a table"],
    ["updated: {date: [a]}", "2:17 error updated Expected a date, not a list"],
    [
      "updated: 2024-07-30",
      "2:10 warning updated Expected an update after the publication; it is left out",
    ],
  ])("leaves %j out and says why", (yaml, message) => {
    const fields = fieldsOf(yaml);
    expect(readUpdated(fields, day, "UTC")).toBeUndefined();
    expect(describeMessages(fields.file)).toEqual([message]);
  });
});
