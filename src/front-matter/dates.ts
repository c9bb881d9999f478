import { addMessage } from "../message.ts";
import { readDate } from "./date.ts";
import { addError, type Fields, fieldValues, publishedFlag, scalarOf } from "./fields.ts";
import type { PathFacts } from "./path-facts.ts";
import type { Value } from "./value.ts";

const hint = "Write it as `2024-07-31` or `2024-07-31T09:45:47-04:00`";

/**
 * When an article was published: its date, else that of its path. An impossible date is an error
 * on the file: readers would show the moment of fetching instead.
 */
export function readPublished(fields: Fields, path: PathFacts, timezone: string): Date | undefined {
  const value = publishedOf(fields);
  if (value) {
    const date = value.kind === "scalar" ? readDate(value.text, timezone) : undefined;
    if (!date) addError(fields, "date", value, "Expected a date", hint);
    return date;
  }
  return path.date === undefined ? undefined : readDate(path.date, timezone);
}

/** Says that there is no date where one must be; a wrong one has its own message. */
export function requireDate(fields: Fields, path: PathFacts): void {
  if (publishedOf(fields)) return;
  const found = path.date === undefined ? "" : `, not \`${path.date}\` from the path`;
  addMessage(fields.file, {
    severity: "error",
    rule: "date",
    reason: `Expected a date${found}`,
    hint: "Give a `date` in front matter, or begin the file's name with one: `2024-07-31-title.md`",
    offset: 0,
  });
}

// `published: false` is a flag, not a date; `date: false` is a mistake.
function publishedOf(fields: Fields): Value | undefined {
  const flag = publishedFlag(fields);
  return fieldValues(fields, "published").find((value) => value !== flag);
}

/** When an article last changed; undefined where it does not say. */
export function readUpdated(
  fields: Fields,
  published: Date | undefined,
  timezone: string,
): Date | undefined {
  const value = scalarOf(fields, "updated", "a date");
  if (!value) return undefined;
  const date = readDate(value.text, timezone);
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
