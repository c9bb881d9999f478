import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toActionOutputs, writeActionOutputs } from "../../../src/cli/reporters/github-outputs.ts";
import { readActionOutputs } from "../../support/action-outputs.ts";
import { feedOf, messageOf, outcomeOf } from "../../support/outcome.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const manner = {
  quiet: false,
  verbose: false,
  color: false,
  folder: "content",
  out: "dist",
  timezone: "UTC",
};

test.each([
  { when: "nothing", told: {}, changed: "false", errors: "0", feeds: "" },
  {
    when: "feeds that stay",
    told: { feeds: [feedOf({ status: "unchanged" })] },
    changed: "false",
    errors: "0",
    feeds: "dist/rss.xml",
  },
  {
    when: "feeds, one of which is written",
    told: { feeds: [feedOf({ status: "unchanged" }), feedOf({ path: "news/atom.xml" })] },
    changed: "true",
    errors: "0",
    feeds: "dist/rss.xml\ndist/news/atom.xml",
  },
  {
    when: "feeds that go",
    told: { feeds: [feedOf({ status: "removed" }), feedOf({ status: "would-remove" })] },
    changed: "true",
    errors: "0",
    feeds: "",
  },
  {
    when: "a feed that would be written",
    told: { feeds: [feedOf({ status: "would-write" })] },
    changed: "true",
    errors: "0",
    feeds: "dist/rss.xml",
  },
  {
    when: "messages",
    told: { messages: [messageOf(), messageOf({ severity: "warning" }), messageOf()] },
    changed: "false",
    errors: "2",
    feeds: "",
  },
] as const)("tells later steps of $when", ({ told, changed, errors, feeds }) => {
  const outputs = toActionOutputs(outcomeOf(told), manner, (path) => `dist/${path}`);
  expect(outputs).toEqual({ changed, errors, feeds });
});

test("new items are told where the feeds were compared", () => {
  const subscribers = { newItems: 3, markdown: "" };
  const outputs = toActionOutputs(outcomeOf(), { ...manner, subscribers }, (path) => path);
  expect(outputs).toMatchObject({ "new-items": "3" });
});

test.each([
  { when: "a line", value: "dist/rss.xml" },
  { when: "nothing", value: "" },
  { when: "lines", value: "dist/rss.xml\ndist/atom.xml" },
  { when: "a carriage return", value: "a\rb" },
  { when: "lines that look like outputs", value: "a\nerrors=0\nEOF\nb<<EOF" },
  { when: "a line that looks like a document", value: "a<<EOF" },
])("the runner reads $when as it was written", async ({ value }) => {
  const folder = await makeFolder({ output: "before=1" });
  const env = { GITHUB_OUTPUT: join(folder, "output") };
  const stream = { write: () => true };
  const io = { env, stdout: stream, stderr: stream, cwd: folder, now: () => new Date(0) };
  writeActionOutputs({ feeds: value, after: "2" }, io);
  const text = await readFile(join(folder, "output"), "utf8");
  expect(readActionOutputs(text)).toEqual({ before: "1", feeds: value, after: "2" });
});
