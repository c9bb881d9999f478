import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { encodeSegment, resolveBelow } from "../address.ts";
import type { AddressRules, PathFacts } from "../config/conventions/rules.ts";
import type { PermalinkPart, PermalinkToken } from "../config/permalink-pattern.ts";
import { twoDigits } from "./date.ts";
import { slugifiers } from "./slugify/slugify.ts";

/** What a permalink pattern is filled with. */
export interface PermalinkFacts {
  readonly path: PathFacts;
  /** As the article states it, or of its path or title; not yet made fit for an address. */
  readonly slug: string;
  /** The slug that the article states; undefined where it states none. */
  readonly statedSlug?: string | undefined;
  readonly title: string | undefined;
  readonly published: Date;
  /** The zone whose days count: an IANA name or an offset. */
  readonly timezone: string;
  readonly categories: readonly string[];
  /** The last path of categories, from the top. */
  readonly categoryPath?: readonly string[] | undefined;
  readonly author: string | undefined;
  readonly language: string | undefined;
  readonly rules: AddressRules;
  /** The value of a field of front matter. */
  readonly field: (name: string) => string | undefined;
}

/**
 * Fills a pattern: `/:year/:slug/` becomes `/2024/hello/`. What the tokens stand for is
 * percent-encoded, a segment at a time; empty segments fall away.
 */
export function fillPattern(pattern: readonly PermalinkPart[], facts: PermalinkFacts): string {
  const date = dayOf(facts);
  const filled = pattern.map((part) => {
    if ("text" in part) return part.text;
    if ("slice" in part && part.slice) return encodePath(sectionsOf(facts).slice(...part.slice));
    return "token" in part
      ? fillers[part.token](facts, date)
      : encodePath([facts.field(part.field) ?? ""]);
  });
  return filled.join("").replace(/\/{2,}/g, "/");
}

/**
 * Fills a pattern and resolves it below the site.
 *
 * @param siteUrl ends with `/`
 */
export function fillPermalink(
  pattern: readonly PermalinkPart[],
  facts: PermalinkFacts,
  siteUrl: string,
): string | undefined {
  const hasLanguage = pattern.some((part) => "token" in part && part.token === "lang");
  const prefix =
    facts.path.prefix === undefined || hasLanguage ? "" : `/${encodeSegment(facts.path.prefix)}/`;
  return resolveBelow(siteUrl, `${prefix}${fillPattern(pattern, facts)}`.replace(/\/{2,}/g, "/"));
}

// Most patterns hold no date, and working one out in its zone takes longer than all the rest.
function dayOf({ published, timezone }: PermalinkFacts): Day {
  let date: Temporal.ZonedDateTime | undefined;
  return () => {
    date ??= Temporal.Instant.fromEpochMilliseconds(published.getTime()).toZonedDateTimeISO(
      timezone,
    );
    return date;
  };
}

type Day = () => Temporal.ZonedDateTime;

type Filler = (facts: PermalinkFacts, date: Day) => string;

const fillers = {
  year: (_, date) => String(date().year).padStart(4, "0"),
  month: (_, date) => twoDigits(date().month),
  day: (_, date) => twoDigits(date().day),
  hour: (_, date) => twoDigits(date().hour),
  minute: (_, date) => twoDigits(date().minute),
  second: (_, date) => twoDigits(date().second),
  i_month: (_, date) => String(date().month),
  i_day: (_, date) => String(date().day),
  short_year: (_, date) => twoDigits(date().year % 100),
  short_month: ({ rules }, date) => spell(nameOfMonth(date()).slice(0, 3), rules),
  long_month: ({ rules }, date) => spell(nameOfMonth(date()), rules),
  y_day: (_, date) => String(date().dayOfYear).padStart(3, "0"),
  w_year: (_, date) => String(date().yearOfWeek ?? date().year),
  week: (_, date) => twoDigits(date().weekOfYear ?? 0),
  w_day: (_, date) => String(date().dayOfWeek),
  short_day: ({ rules }, date) => spell(nameOfDay(date()).slice(0, 3), rules),
  long_day: ({ rules }, date) => spell(nameOfDay(date()), rules),
  title: (facts) => encodePath(slugOf(facts)),
  slug: (facts) => encodePath(slugOf(facts)),
  path: (facts) => encodePath([...foldersOf(facts), ...slugOf(facts)]),
  section: (facts) => encodePath(foldersOf(facts).slice(0, 1)),
  sections: (facts) => encodePath(sectionsOf(facts)),
  filename: ({ path }) => encodePath([path.filename]),
  categories: ({ categories, rules }) =>
    encodePath([...new Set(categories.map(slugifiers[rules.slugify.category]))]),
  category: ({ categories: [first = ""], rules }) =>
    encodePath([slugifiers[rules.slugify.category](first)]),
  slugified_categories: ({ categories, rules }) =>
    encodePath([...new Set(categories.map(slugifiers[rules.slugify.title]))]),
  author: ({ author = "", rules }) => encodePath([slugifiers[rules.slugify.title](author)]),
  category_path: ({ categoryPath = [], rules }) => encodePath(categorySlugs(categoryPath, rules)),
  slug_name: ({ slug }) => encodePath(slug.split("/").slice(-1)),
  hash: ({ slug, published }) =>
    createHash("sha1")
      .update(slug + toSeconds(published))
      .digest("hex")
      .slice(0, 12),
  timestamp: ({ published }) => String(toSeconds(published)),
  lang: ({ language }) => encodePath([language ?? ""]),
  written_lang: ({ field, language }) => encodePath([field("lang") ?? language ?? ""]),
  collection: ({ path }) => encodePath([path.collection ?? ""]),
  stem: ({ path }) => encodePath([...path.folders, path.filename]),
  plain_slug: ({ slug, rules }) => encodePath(slugifiers[rules.slugify.title](slug).split("/")),
  plain_name: ({ path, rules }) => encodePath([slugifiers[rules.slugify.title](path.filename)]),
  headline: ({ title, slug, rules }) =>
    encodePath(slugifiers[rules.slugify.title](title ?? slug).split("/")),
  slug_or_headline: ({ statedSlug, title = "", rules }) =>
    encodePath(slugifiers[rules.slugify.title](statedSlug ?? title).split("/")),
  i_y_day: (_, date) => String(date().dayOfYear),
  sunday_day: (_, date) => String(date().dayOfWeek % 7),
  html: () => ".html",
} as const satisfies Record<PermalinkToken, Filler>;

function slugOf({ slug, rules }: PermalinkFacts): readonly string[] {
  return slug.split("/").map(slugifiers[rules.slugify.slug]);
}

function foldersOf({ path, rules }: PermalinkFacts): readonly string[] {
  return path.folders.map(slugifiers[rules.slugify.folder]);
}

function sectionsOf({ path, rules }: PermalinkFacts): readonly string[] {
  return (path.sections ?? path.folders).map(slugifiers[rules.slugify.folder]);
}

function categorySlugs(path: readonly string[], rules: AddressRules): readonly string[] {
  if (path.length === 0) return [rules.noCategory];
  const slugify = slugifiers[rules.slugify.category];
  return path.map((name) => slugify(rules.categoryNames.get(name) ?? name));
}

function toSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

// English, as generators write them; no locale of the machine has a say.
const months =
  "January February March April May June July August September October November December".split(
    " ",
  );
const days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

function spell(name: string, { dateNames }: AddressRules): string {
  return dateNames === "lower" ? name.toLowerCase() : name;
}

function nameOfMonth({ month }: Temporal.ZonedDateTime): string {
  return months[month - 1] ?? "";
}

function nameOfDay({ dayOfWeek }: Temporal.ZonedDateTime): string {
  return days[dayOfWeek - 1] ?? "";
}

function encodePath(segments: readonly string[]): string {
  return segments.map(encodeSegment).join("/");
}
