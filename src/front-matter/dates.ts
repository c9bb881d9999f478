import type { DateRules, PathFacts } from "../config/conventions/rules.ts";
import { addMessage, quote } from "../message.ts";
import { readDate } from "./date.ts";
import {
  addError,
  type Fields,
  fieldOf,
  fieldValues,
  hasMember,
  memberOf,
  publishedFlag,
  scalarOf,
} from "./fields.ts";
import type { Value } from "./value.ts";

const hint = "Write it as `2024-07-31` or `2024-07-31T09:45:47-04:00`";

const gitHint = `${hint}; a file's own times are those of git, which must have all of its history`;

/**
 * When an article was published: its date, else that of its path, or the other way round where the
 * convention has it so. An impossible date is an error on the file: readers would show the moment
 * of fetching instead.
 */
export function readPublished(fields: Fields, path: PathFacts, timezone: string): Date | undefined {
  const { dates } = fields.rules;
  const fromPath = path.date === undefined ? undefined : readDate(path.date, timezone);
  if (dates.path === "before" && fromPath) return fromPath;
  const value = publishedOf(fields);
  if (!value) return dates.path === "never" ? undefined : fromPath;
  const date = readMoment(value, dates, timezone);
  if (date) return date;
  if (dates.impossible === "path" && fromPath) return warnOfPath(fields, value, fromPath);
  addError(fields, "date", value, "Expected a date", dates.fileTimes ? gitHint : hint);
  return undefined;
}

/** A date or time as the convention reads it; undefined for what is none. */
function readMoment(value: Value, rules: DateRules, timezone: string): Date | undefined {
  if (value.kind !== "scalar") return undefined;
  const isTimestamp = value.type === "date" && rules.timestamps === "UTC";
  return readDate(rules.tidy(value.text), isTimestamp ? "UTC" : timezone);
}

function warnOfPath({ file }: Fields, value: Value, date: Date): Date {
  addMessage(file, {
    severity: "warning",
    rule: "date",
    reason: `Expected a date, not ${quote(value.kind === "scalar" ? value.text : value.kind)}; that of the path counts`,
    hint,
    offset: value.offset,
  });
  return date;
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

/** The value that is to be the date: `published: false` is a flag, `date: false` a mistake. */
export function publishedOf(fields: Fields): Value | undefined {
  const flag = publishedFlag(fields);
  return fieldValues(fields, "published").find((value) => value !== flag);
}

/** When an article last changed; undefined where it does not say. */
export function readUpdated(
  fields: Fields,
  published: Date | undefined,
  timezone: string,
): Date | undefined {
  const stated = fieldOf(fields, "updated");
  // `last_update: { date, author }`: https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog#last_update
  const value =
    stated?.kind === "mapping" && hasMember(stated, "date", "author")
      ? memberOf(stated, "date")
      : scalarOf(fields, "updated", "a date");
  if (!value) return undefined;
  const date = readMoment(value, fields.rules.dates, timezone);
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

/** The moments between which an article is shown, where the convention has fields for them. */
export function readBound(
  fields: Fields,
  name: "from" | "until",
  timezone: string,
): Date | undefined {
  const value = scalarOf(fields, name, "a date");
  const date = value && readMoment(value, fields.rules.dates, timezone);
  if (value && !date) addError(fields, "date", value, "Expected a date", hint);
  return date;
}
