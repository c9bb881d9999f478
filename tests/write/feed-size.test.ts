import { expect, test } from "vitest";
import type { Entry, FeedEntry, OutputFile } from "../../src/model.ts";
import { warnOfSize } from "../../src/write/feed-size.ts";
import { feedEntry } from "../support/feed-entry.ts";
import { outputOf } from "../support/output-file.ts";

function output(bytes: number, path = "rss.xml"): OutputFile {
  return outputOf(path, "x".repeat(bytes));
}

function weighing(bytes: number, source = "a.md", stated: Partial<Entry> = {}): FeedEntry {
  return feedEntry({ source, html: "x".repeat(bytes), ...stated });
}

/** What is said of the entries, by file. */
function messagesOf(outputs: readonly OutputFile[], entries: readonly FeedEntry[]) {
  warnOfSize(outputs, entries);
  return entries.flatMap(({ file }) =>
    file.messages.map(({ reason, note, fatal, ruleId, line }) => {
      return { file: file.path, reason, note, fatal, ruleId, line };
    }),
  );
}

const advice = "Publish fewer articles (`feed.limit`) or summaries (`feed.content`)";

test.each([
  { when: "250 KB", outputs: [output(250_000)] },
  { when: "nothing", outputs: [] },
  { when: "many that are large only together", outputs: [output(200_000), output(200_000, "b")] },
])("says nothing of feeds of $when", ({ outputs }) => {
  expect(messagesOf(outputs, [weighing(1)])).toEqual([]);
});

test.each([
  { when: 250_001, limit: "250 KB", size: "251 KB" },
  { when: 1_000_000, limit: "250 KB", size: "1000 KB" },
  { when: 1_000_001, limit: "1 MB", size: "1001 KB" },
  { when: 12_345_678, limit: "1 MB", size: "12346 KB" },
])("warns of a feed of $when bytes on its only article", ({ when, limit, size }) => {
  expect(messagesOf([output(when)], [weighing(2_000)])).toEqual([
    {
      file: "a.md",
      reason: `Expected feeds of at most ${limit}, not ${size} (\`rss.xml\`); this article's 2 KB weigh most`,
      note: advice,
      fatal: false,
      ruleId: "feed-size",
      line: undefined,
    },
  ]);
});

test("warns once, of the largest file, on the heaviest article, and names the next two", () => {
  const entries = [
    weighing(3_000, "third.md"),
    weighing(9_001, "first.md"),
    weighing(2_000, "fourth.md"),
    weighing(4_000, "second.md"),
  ];
  const outputs = [output(260_000), output(300_000, "feed.json"), output(255_000, "atom.xml")];
  expect(messagesOf(outputs, entries)).toMatchObject([
    {
      file: "first.md",
      reason:
        "Expected feeds of at most 250 KB, not 300 KB (`feed.json`); this article's 10 KB weigh most",
      note: `Then come \`second.md\` with 4 KB and \`third.md\` with 3 KB. ${advice}`,
    },
  ]);
});

test("of two articles of one weight the first by name is meant", () => {
  const entries = [weighing(2_000, "b.md"), weighing(2_000, "a.md")];
  expect(messagesOf([output(300_000)], entries)).toMatchObject([
    { file: "a.md", note: `Then come \`b.md\` with 2 KB. ${advice}` },
  ]);
});

test("bytes count, not characters, and those of the Markdown too", () => {
  const entries = [
    weighing(5_000, "plain.md"),
    weighing(2_000, "both.md", { markdown: "é".repeat(2_000) }),
  ];
  const large = outputOf("rss.xml", "é".repeat(125_001));
  expect(messagesOf([large], entries)).toMatchObject([
    {
      file: "both.md",
      reason:
        "Expected feeds of at most 250 KB, not 251 KB (`rss.xml`); this article's 6 KB weigh most",
      note: `Then come \`plain.md\` with 5 KB. ${advice}`,
    },
  ]);
});
