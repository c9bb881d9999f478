import { describe, expect, test } from "vitest";
import { publishedOf } from "../../src/front-matter/dates.ts";
import { settleFileTimes } from "../../src/front-matter/file-times.ts";
import type { FileTimes } from "../../src/front-matter/git-times.ts";
import { describeMessages, fieldsOf } from "../support/reading.ts";

const times: FileTimes = {
  created: new Date("2020-01-01T03:00:00Z"),
  modified: new Date("2021-01-01T12:00:00Z"),
};

async function settle(yaml: string, { date, isOn = true }: { date?: string; isOn?: boolean } = {}) {
  const fields = fieldsOf(yaml, "a.md", { dates: { fileTimes: isOn } });
  const path = { slug: "a", folders: [], filename: "a", date };
  const settled = await settleFileTimes(fields, path, async () => new Map([["a.md", times]]));
  const value = publishedOf(settled);
  return {
    date: value?.kind === "scalar" ? value.text : undefined,
    messages: describeMessages(fields.file),
  };
}

describe("settleFileTimes", () => {
  test.each([
    ["date: git Created", "2020-01-01T03:00:00.000Z"],
    ["date: GIT created", "2020-01-01T03:00:00.000Z"],
    ["date: git Last Modified", "2021-01-01T12:00:00.000Z"],
  ])("fills %s", async (yaml, date) => {
    expect(await settle(yaml)).toEqual({ date, messages: [] });
  });

  test.each([
    ["date: Created", "2020-01-01", "2:7", "a date, not `Created`"],
    ["date: Last Modified", "2021-01-01", "2:7", "a date, not `Last Modified`"],
    ["title: A", "2020-01-01", "1:1", "a date"],
  ])("fills %s with a warning", async (yaml, day, place, found) => {
    const { date, messages } = await settle(yaml);

    expect(date).toMatch(day);
    expect(messages).toEqual([
      `${place} warning date Expected ${found}; that of git counts: ${day}`,
    ]);
  });

  test.each([
    ["date: 2024-07-31", "2024-07-31"],
    ["date: git Createds", "git Createds"],
    ["date: [Created]", undefined],
  ])("leaves %s as it is", async (yaml, date) => {
    expect(await settle(yaml)).toEqual({ date, messages: [] });
  });

  test("leaves an article that its path dates", async () => {
    expect(await settle("title: A", { date: "2024-07-31" })).toEqual({
      date: undefined,
      messages: [],
    });
  });

  test("leaves the articles of other conventions", async () => {
    expect(await settle("date: Created", { isOn: false })).toEqual({
      date: "Created",
      messages: [],
    });
  });
});
