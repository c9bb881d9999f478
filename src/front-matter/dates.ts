import { addMessage } from "../message.ts";
import { readDate } from "./date.ts";
import { addError, type Fields, fieldOf, fieldValues, flagOf, scalarOf } from "./fields.ts";
import type { PathFacts } from "./path-facts.ts";

const hint = "Write it as `2024-07-31` or `2024-07-31T09:45:47-04:00`";

/**
 * When an article was published: its date, else that of its path. An impossible date is an error
 * on the file: readers would show the moment of fetching instead.
 */
export function readPublished(fields: Fields, path: PathFacts, timezone: string): Date | undefined {
  // `published: false` is a flag, not a date.
  const value = fieldValues(fields, "published").find((one) => flagOf(one) === undefined);
  if (value) {
    const date = value.kind === "scalar" ? readDate(value.text, timezone) : undefined;
    if (!date) addError(fields, "date", value, "Expected a date", hint);
    return date;
  }
  return path.date === undefined ? undefined : readDate(path.date, timezone);
}

/** Says that there is no date where one must be; a wrong one has its own message. */
export function requireDate(fields: Fields, path: PathFacts): void {
  if (!fieldValues(fields, "published").some((one) => flagOf(one) === undefined)) {
    addMissing(fields, path);
  }
}

/** When an article last changed; undefined where it does not say. */
export function readUpdated(
  fields: Fields,
  published: Date | undefined,
  timezone: string,
): Date | undefined {
  const scalar = scalarOf(fields, "updated", "a date");
  const value = fieldOf(fields, "updated");
  if (!scalar || !value) return undefined;
  const date = readDate(scalar.text, timezone);
  if (!date) {
    addError(fields, "updated", value, "Expected a date", hint);
  } else if (published && date < published) {
    addMessage(fields.file, {
      severity: "warning",
      rule: "updated",
      reason: "Expected an update after the publication; it is left out",
      hint: "Correct one of the two dates",
      offset: value.offset,
    });
    return undefined;
  }
  return date;
}

function addMissing(fields: Fields, path: PathFacts): void {
  const found = path.date === undefined ? "" : `, not \`${path.date}\` from the path`;
  addMessage(fields.file, {
    severity: "error",
    rule: "date",
    reason: `Expected a date${found}`,
    hint: "Give a `date` in front matter, or begin the file's name with one: `2024-07-31-title.md`",
    offset: 0,
  });
}
