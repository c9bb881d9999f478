import { Temporal } from "temporal-polyfill";
import { encodeSegment, resolveBelow } from "../address.ts";
import type { PermalinkPart, PermalinkToken } from "../config/permalink-pattern.ts";
import type { PathFacts } from "./path-facts.ts";

/** What a permalink pattern is filled with. */
export interface PermalinkFacts {
  readonly path: PathFacts;
  readonly slug: string;
  readonly published: Date;
  readonly timezone: string;
  readonly categories: readonly string[];
  readonly language: string | undefined;
}

/**
 * Fills a pattern and resolves it below the site: `/:year/:slug/` becomes
 * `https://example.com/2024/hello/`. What the tokens stand for is percent-encoded, a segment at a
 * time; empty segments fall away.
 *
 * @param siteUrl ends with `/`
 */
export function fillPermalink(
  pattern: readonly PermalinkPart[],
  facts: PermalinkFacts,
  siteUrl: string,
): string | undefined {
  const date = Temporal.Instant.fromEpochMilliseconds(facts.published.getTime()).toZonedDateTimeISO(
    facts.timezone,
  );
  const filled = pattern.map((part) => {
    return "text" in part ? part.text : fillers[part.token](facts, date);
  });
  return resolveBelow(siteUrl, filled.join("").replace(/\/{2,}/g, "/"));
}

type Filler = (facts: PermalinkFacts, date: Temporal.ZonedDateTime) => string;

const fillers = {
  year: (_, date) => String(date.year).padStart(4, "0"),
  month: (_, date) => twoDigits(date.month),
  day: (_, date) => twoDigits(date.day),
  hour: (_, date) => twoDigits(date.hour),
  minute: (_, date) => twoDigits(date.minute),
  second: (_, date) => twoDigits(date.second),
  i_month: (_, date) => String(date.month),
  i_day: (_, date) => String(date.day),
  title: ({ slug }) => encodePath(slug.split("/")),
  slug: ({ slug }) => encodePath(slug.split("/")),
  path: ({ path, slug }) => encodePath([...path.folders, ...slug.split("/")]),
  section: ({ path }) => encodePath(path.folders.slice(0, 1)),
  sections: ({ path }) => encodePath(path.folders),
  filename: ({ path }) => encodePath([path.filename]),
  categories: ({ categories }) => encodePath(categories),
  lang: ({ language }) => encodePath([language ?? ""]),
} as const satisfies Record<PermalinkToken, Filler>;

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

function encodePath(segments: readonly string[]): string {
  return segments.map(encodeSegment).join("/");
}
