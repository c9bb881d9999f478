import { Temporal } from "temporal-polyfill";

/**
 * Reads a date as people write them: ISO 8601 (also with a space, without leading zeros, with `/`),
 * RFC 2822, `Jul 31 2024`, epoch seconds or milliseconds. What has no zone is read in `timezone`
 * (daylight saving as RFC 5545 §3.3.5: a time that is skipped moves forward, of a repeated one the
 * first counts); what has no time is midnight there.
 *
 * @param timezone an IANA name
 * @returns undefined for what is no date, or an impossible one such as 30 February.
 */
export function readDate(text: string, timezone: string): Date | undefined {
  const trimmed = text.trim();
  const date = readEpoch(trimmed) ?? readWall(trimmed, timezone);
  return date && isInRange(date) ? date : undefined;
}

// RFC 3339 §1: years have four digits. An offset can lead out of them.
function isInRange(date: Date): boolean {
  return date >= earliest && date <= latest;
}

const earliest = new Date("0000-01-01T00:00:00.000Z");
const latest = new Date("9999-12-31T23:59:59.999Z");

// 9 or 10 digits are seconds, 12 or 13 milliseconds (both 1973 to 2286); 14 would be a clock's time.
function readEpoch(text: string): Date | undefined {
  if (/^\d{9,10}$/.test(text)) return new Date(Number(text) * 1000);
  return /^\d{12,13}$/.test(text) ? new Date(Number(text)) : undefined;
}

function readWall(text: string, timezone: string): Date | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return toInstant(groups, timezone);
  }
  return undefined;
}

const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?`;
const zone = String.raw`(?:\s*(?<zone>Z|UTC?|GMT|[ECMP][SD]T|[+-]\d{2}(?::?\d{2})?)(?:\s*\([^)]*\))?)?`;
const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const monthName = String.raw`(?<name>${months})[a-z]*\.?`;
const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?`;

const patterns: readonly RegExp[] = [
  // ISO 8601 and its relatives: 2024-07-31T09:45:47-0400, 2019-01-11 22:13, 2016-1-29, 2020/12/21.
  String.raw`(?<year>\d{4})(?<dash>[-/])(?<month>\d{1,2})\k<dash>(?<day>\d{1,2})(?:(?:T|\s+)${clock}${zone})?`,
  // ISO 8601 basic: 20240731, 20240731T094547Z.
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?${zone})?`,
  // RFC 2822 §3.3 and §4.3: Wed, 31 Jul 2024 09:45:47 -0400, 31 Jul 24.
  String.raw`${weekday}(?<day>\d{1,2})\s+${monthName},?\s+(?<year>\d{4}|\d{2})(?:,?\s+${clock}${zone})?`,
  // Jul 31 2024, July 31, 2024 09:45.
  String.raw`${weekday}${monthName}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?:,?\s+${clock}${zone})?`,
].map((pattern) => new RegExp(`^${pattern}$`, "i"));

type Groups = Readonly<Record<string, string | undefined>>;

function toInstant(groups: Groups, timezone: string): Date | undefined {
  const wall = toWall(groups);
  if (!wall) return undefined;
  if (groups["zone"] === undefined) return fromWall(wall, timezone);
  const minutes = toOffsetMinutes(groups["zone"]);
  return minutes === undefined ? undefined : new Date(wall.getTime() - minutes * 60_000);
}

/** What a clock shows, as if it stood in UTC; undefined for a day or time that there is none of. */
function toWall(groups: Groups): Date | undefined {
  const number = (name: string) => Number(groups[name] ?? 0);
  const name = groups["name"]?.toLowerCase();
  const month = name === undefined ? number("month") : months.split("|").indexOf(name) + 1;
  const [hour, minute, second] = [number("hour"), number("minute"), number("second")];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const wall = new Date(0);
  wall.setUTCFullYear(toYear(groups["year"] ?? ""), month - 1, number("day"));
  wall.setUTCHours(hour, minute, second, toMilliseconds(groups["fraction"]));
  // 30 February would become 1 March.
  return wall.getUTCMonth() + 1 === month && wall.getUTCDate() === number("day") ? wall : undefined;
}

function toMilliseconds(fraction = ""): number {
  return Number(fraction.padEnd(3, "0").slice(0, 3));
}

// RFC 2822 §4.3: two digits up to 49 are of this century.
function toYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** The instant at which the clocks of a zone show a time. */
function fromWall(wall: Date, timezone: string): Date {
  if (timezone === "UTC") return wall;
  const plain = Temporal.PlainDateTime.from(wall.toISOString().slice(0, -1));
  return new Date(
    plain.toZonedDateTime(timezone, { disambiguation: "compatible" }).epochMilliseconds,
  );
}

// RFC 2822 §4.3: the North American zones; every other name is not to be trusted.
const namedZones: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

function toOffsetMinutes(text: string): number | undefined {
  const named = namedZones[text.toUpperCase()];
  if (named !== undefined) return named * 60;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  const [hours, minutes] = [Number(match?.[2]), Number(match?.[3] ?? 0)];
  if (!match || hours > 23 || minutes > 59) return undefined;
  return (match[1] === "-" ? -1 : 1) * (hours * 60 + minutes);
}

/** The offset that a date is written with, as `-04:00`; undefined where it has none. */
export function offsetOf(text: string): string | undefined {
  const trimmed = text.trim();
  const groups = patterns.map((pattern) => pattern.exec(trimmed)?.groups).find(Boolean);
  const minutes = groups?.["zone"] === undefined ? undefined : toOffsetMinutes(groups["zone"]);
  if (minutes === undefined) return undefined;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${twoDigits(hours)}:${twoDigits(rest)}`;
}

/** A number of at least two digits, as in dates: `07`. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
