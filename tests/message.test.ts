import { VFile } from "vfile";
import { expect, test } from "vitest";
import { addMessage, hasErrors, quote, severityOf, soften } from "../src/message.ts";

const text = "---\ntitle: x\ndate: yesterday\n---\n";

test.each([
  { when: "error", fatal: true },
  { when: "warning", fatal: false },
  { when: "info", fatal: undefined },
] as const)("puts an $when on a file, with its place, rule and hint", ({ when, fatal }) => {
  const file = new VFile({ path: "a.md", value: text });
  addMessage(file, {
    severity: when,
    rule: "date",
    reason: "Expected a date, not `yesterday`",
    hint: "Such as 2024-07-31",
    offset: text.indexOf("yesterday"),
  });
  expect(file.messages).toHaveLength(1);
  expect({ ...file.messages[0] }).toMatchObject({
    reason: "Expected a date, not `yesterday`",
    line: 3,
    column: 7,
    ruleId: "date",
    source: "feedwright",
    note: "Such as 2024-07-31",
    fatal,
  });
  expect(file.messages.map(severityOf)).toEqual([when]);
});

test.each([
  { when: "there is none", offset: undefined },
  { when: "it lies behind the end", offset: 1000 },
])("a message has no place where $when", ({ offset }) => {
  const file = new VFile({ path: "a.md", value: text });
  addMessage(file, { severity: "error", rule: "date", reason: "Expected a date", offset });
  expect(file.messages.map(({ line, column, note }) => [line, column, note])).toEqual([
    [undefined, undefined, undefined],
  ]);
});

test("errors are softened into warnings, and nothing else changes", () => {
  const file = new VFile({ path: "a.md", value: text });
  for (const severity of ["error", "warning", "info"] as const) {
    addMessage(file, { severity, rule: severity, reason: severity });
  }
  expect(hasErrors(file)).toBe(true);
  soften(file);
  expect(hasErrors(file)).toBe(false);
  expect(file.messages.map(severityOf)).toEqual(["warning", "warning", "info"]);
});

test("a file without messages has no errors", () => {
  expect(hasErrors(new VFile())).toBe(false);
});

test.each([
  { when: "x", quoted: "`x`" },
  { when: "", quoted: "``" },
  { when: " two\r\n\t lines ", quoted: "`two lines`" },
  { when: "x".repeat(60), quoted: `\`${"x".repeat(60)}\`` },
  { when: "x".repeat(61), quoted: `\`${"x".repeat(57)}…\`` },
  { when: `${"x".repeat(56)}😀${"x".repeat(9)}`, quoted: `\`${"x".repeat(56)}…\`` },
  { when: `${"x".repeat(55)}😀${"x".repeat(9)}`, quoted: `\`${"x".repeat(55)}😀…\`` },
])("quotes $when", ({ when, quoted }) => {
  expect(quote(when)).toBe(quoted);
});
