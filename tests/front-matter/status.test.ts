import { describe, expect, test } from "vitest";
import type { SomeRules } from "../../src/config/conventions/rules.ts";
import { readStatus } from "../../src/front-matter/status.ts";
import { readPlainPath } from "../support/conventions.ts";
import { describeMessages, fieldsOf } from "../support/reading.ts";

describe("readStatus", () => {
  test.each([
    ["title: a", "published"],
    ["draft: true", "draft"],
    ["Draft: yes", "draft"],
    ["DRAFT: 1", "draft"],
    ["draft: false", "published"],
    ["draft:", "published"],
    ["published: false", "draft"],
    ["Published: no", "draft"],
    ["published: true", "published"],
    ["published: 2024-07-31", "published"],
    ["date: false", "published"],
    ["publish: false", "draft"],
    ["publish: true", "published"],
    ["unlisted: true", "unlisted"],
    ["unlisted: false", "published"],
    ["feed: false", "unlisted"],
    ["feed: true", "published"],
    ["feed: {excerpt_only: true}", "published"],
    ["draft: true\nunlisted: true", "draft"],
    ["draft: false\npublished: false", "draft"],
    ["unlisted: true\npublish: false", "draft"],
  ])("makes of %j: %s", (yaml, status) => {
    const fields = fieldsOf(yaml);
    expect(readStatus(fields, readPlainPath("a.md"))).toBe(status);
    expect(describeMessages(fields.file)).toEqual([]);
  });

  test.each([
    ["draft: maybe", "2:8 error draft Expected `true` or `false`, not `maybe`"],
    ["draft: [true]", "2:8 error draft Expected `true` or `false`, not a list"],
    ["publish: 2024-07-31", "2:10 error publish Expected `true` or `false`, not `2024-07-31`"],
    ["publish: {a: b}", "2:10 error publish Expected `true` or `false`, not a table"],
    ["unlisted: 2", "2:11 error unlisted Expected `true` or `false`, not `2`"],
    ["feed: rss", "2:7 error feed Expected `true` or `false`, not `rss`"],
    ["feed: [false]", "2:7 error feed Expected `true` or `false`, not a list"],
  ])("says what is wrong with %j", (yaml, message) => {
    const fields = fieldsOf(yaml);
    expect(readStatus(fields, readPlainPath("a.md"))).toBe("published");
    expect(describeMessages(fields.file)).toEqual([message]);
  });

  test("reads all flags, whatever the first one says", () => {
    const fields = fieldsOf("draft: true\nfeed: x\nunlisted: y\npublish: z");
    expect(readStatus(fields, readPlainPath("a.md"))).toBe("draft");
    expect(describeMessages(fields.file)).toHaveLength(3);
  });

  const rules: SomeRules = {
    statuses: [
      { path: ["redirect_to"], status: "ignored", what: "a redirect" },
      { path: ["build", "list"], values: ["never", "false"], status: "unlisted" },
      { path: ["status"], values: ["draft"], status: "draft" },
    ],
  };

  test.each([
    ["redirectTo: /a/", "ignored", ["1:1 info ignored Expected an article, not a redirect"]],
    ["redirect_to: [/a/]", "ignored", ["1:1 info ignored Expected an article, not a redirect"]],
    ["redirect_to:", "published", []],
    ["build: {list: never}", "unlisted", []],
    ["build: {List: false}", "unlisted", []],
    ["build: {list: always}", "published", []],
    ["build: never", "published", []],
    ["status: Draft", "draft", []],
    ["status: [draft]", "published", []],
    ["status: Draft\nunlisted: true", "draft", []],
  ])("makes of %j by a convention: %s", (yaml, status, messages) => {
    const fields = fieldsOf(yaml, "a.md", rules);
    expect(readStatus(fields, readPlainPath("a.md"))).toBe(status);
    expect(describeMessages(fields.file)).toEqual(messages);
  });

  test("makes a draft of what lies where drafts do", () => {
    const path = { ...readPlainPath("a.md"), isDraft: true };
    expect(readStatus(fieldsOf("title: a"), path)).toBe("draft");
  });
});
