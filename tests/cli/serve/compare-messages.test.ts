import { expect, test } from "vitest";
import type { ReportedMessage } from "../../../src/cli/outcome.ts";
import { compareMessages } from "../../../src/cli/serve/compare-messages.ts";

const one: ReportedMessage = {
  file: "a.md",
  line: 1,
  column: 1,
  severity: "error",
  rule: "date",
  reason: "Expected a date",
  hint: null,
};
const lower = { ...one, line: 9 };
const other = { ...one, reason: "Expected another" };
const elsewhere = { ...one, file: "b.md" };
const milder: ReportedMessage = { ...one, severity: "warning" };

test.each([
  { when: "nothing", before: [], now: [], come: [], gone: [] },
  { when: "the same", before: [one], now: [one], come: [], gone: [] },
  { when: "the same, lower down", before: [one], now: [lower], come: [], gone: [] },
  { when: "a new one", before: [one], now: [one, other], come: [other], gone: [] },
  { when: "one less", before: [one, other], now: [other], come: [], gone: [one] },
  { when: "in another file", before: [one], now: [elsewhere], come: [elsewhere], gone: [one] },
  { when: "as a warning", before: [one], now: [milder], come: [milder], gone: [one] },
  { when: "a second like it", before: [one], now: [one, lower], come: [lower], gone: [] },
  { when: "one of two alike", before: [one, lower], now: [lower], come: [], gone: [lower] },
])("$when", ({ before, now, come, gone }) => {
  expect(compareMessages(before, now)).toEqual({ come, gone });
});
