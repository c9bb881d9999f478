import { VFile } from "vfile";
import { expect, test } from "vitest";
import { addMessage } from "../src/message.ts";
import { messagesSince, repeatMessages } from "../src/said-message.ts";

/** Says of a file all that feedwright and plugins may say. */
function talk(file: VFile): void {
  addMessage(file, { severity: "error", rule: "date", reason: "Error", hint: "Do", offset: 4 });
  addMessage(file, { severity: "warning", rule: "title", reason: "Warning" });
  addMessage(file, { severity: "info", rule: "x", reason: "Info", point: { line: 3, column: 2 } });
  file.message("A plugin's");
  file.message("With a rule", { ruleId: "r" });
  file.message("With a source", { source: "s" });
  file.message("With both, and a stretch", {
    ruleId: "r",
    source: "s",
    place: { start: { line: 1, column: 2 }, end: { line: 3, column: 4 } },
  });
  const [lineAlone, columnAlone] = [file.message("Line"), file.message("Column")];
  lineAlone.line = 3;
  columnAlone.column = 3;
  file.info("For your information");
}

function said({ messages }: VFile) {
  return messages.map(({ reason, line, column, ruleId, source, fatal, note }) => {
    return { reason, line, column, ruleId, source, fatal, note };
  });
}

test("what was said is said again, as it was, after it was kept as JSON", () => {
  const [file, again] = ["a.md", "a.md"].map((path) => new VFile({ path, value: "one\ntwo\n" }));
  if (!file || !again) throw new TypeError("Expected two files");
  talk(file);
  repeatMessages(again, JSON.parse(JSON.stringify(messagesSince(file, 0))));
  expect(said(again)).toEqual(said(file));
  expect(said(again)).toHaveLength(10);
  expect(again.messages.map(({ file: path }) => path)).toEqual(Array(10).fill("a.md"));
});

test("the first messages may be left out", () => {
  const file = new VFile({ path: "a.md" });
  file.message("one");
  file.message("two");
  file.message("three");
  expect([0, 2, 3].map((count) => messagesSince(file, count).map(({ reason }) => reason))).toEqual([
    ["one", "two", "three"],
    ["three"],
    [],
  ]);
});
