import slugify from "@sindresorhus/slugify";
import { Temporal } from "temporal-polyfill";
import { toLine } from "../xml-text.ts";
import { twoDigits } from "./date.ts";

/** What a template is filled with. */
export interface TemplateFacts {
  readonly published: Date;
  /** The value of a field, such as `title` or `page.fileSlug`. */
  readonly field: (name: string) => string | undefined;
}

/**
 * Fills what an address holds between `{{` and `}}`: a field or a date, and filters that Liquid and
 * Nunjucks share. https://www.11ty.dev/docs/permalinks/#use-data-variables-in-permalink
 *
 * @returns undefined where something else stands there, which only the generator can fill.
 */
export function fillTemplate(text: string, facts: TemplateFacts): string | undefined {
  if (/\{[%#]/.test(text)) return undefined;
  const pieces = text.split(/\{\{-?(.*?)-?\}\}/s).map((piece, index) => {
    return index % 2 === 0 ? piece : evaluate(piece, facts);
  });
  return pieces.includes(undefined) ? undefined : pieces.join("");
}

function evaluate(expression: string, facts: TemplateFacts): string | undefined {
  const [name = "", ...filters] = expression.split("|").map((part) => part.trim());
  const isDate = name === "page.date" || name === "date";
  const [, , format] = isDate ? (formatting.exec(filters[0] ?? "") ?? []) : [];
  if (isDate && format === undefined) return undefined;
  const value = format === undefined ? facts.field(name) : formatDate(facts.published, format);
  if (!value) return undefined;
  return filters.slice(isDate ? 1 : 0).reduce<string | undefined>((result, filter) => {
    return result === undefined ? undefined : textFilters.get(filter)?.(result);
  }, value);
}

// https://liquidjs.com/filters/date.html
const formatting = /^date:\s*(["'])(.*)\1$/;

function formatDate(date: Date, format: string): string | undefined {
  const day = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO("UTC");
  const pieces = format.split(/(%-?[a-zA-Z])/).map((piece) => {
    return piece.startsWith("%") ? directives.get(piece)?.(day) : piece;
  });
  return pieces.includes(undefined) ? undefined : pieces.join("");
}

type Directive = (day: Temporal.ZonedDateTime) => string;

const directives: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ["%Y", ({ year }) => String(year).padStart(4, "0")],
  ["%y", ({ year }) => twoDigits(year % 100)],
  ["%m", ({ month }) => twoDigits(month)],
  ["%-m", ({ month }) => String(month)],
  ["%d", ({ day }) => twoDigits(day)],
  ["%-d", ({ day }) => String(day)],
  ["%j", ({ dayOfYear }) => String(dayOfYear).padStart(3, "0")],
  ["%H", ({ hour }) => twoDigits(hour)],
  ["%M", ({ minute }) => twoDigits(minute)],
  ["%S", ({ second }) => twoDigits(second)],
  ["%B", (day) => day.toLocaleString("en", { month: "long" })],
  ["%b", (day) => day.toLocaleString("en", { month: "short" })],
]);

type TextFilter = (text: string) => string | undefined;

// https://www.11ty.dev/docs/filters/slugify/, https://www.11ty.dev/docs/filters/slug/
const textFilters: ReadonlyMap<string, TextFilter> = new Map<string, TextFilter>([
  ["slugify", (text) => slugify(text, { decamelize: false })],
  ["slug", slug],
  ["downcase", (text) => text.toLowerCase()],
  ["lower", (text) => text.toLowerCase()],
  ["strip", (text) => text.trim()],
  ["trim", (text) => text.trim()],
]);

// The deprecated filter has another library's rules, which are simple for Latin letters alone.
function slug(text: string): string | undefined {
  const words = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[$%&<>|]/g, (sign) => signs.get(sign) ?? "");
  if (/[^\0-~]/.test(words)) return undefined;
  return toLine(words.replace(/-/g, " ").replace(/[^\w\s$*+~.()'"!:@]+/g, ""))
    .replaceAll(" ", "-")
    .toLowerCase();
}

const signs: ReadonlyMap<string, string> = new Map([
  ["$", "dollar"],
  ["%", "percent"],
  ["&", "and"],
  ["<", "less"],
  [">", "greater"],
  ["|", "or"],
]);
