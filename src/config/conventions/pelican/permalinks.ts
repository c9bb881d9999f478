import type { Table } from "../../../table.ts";
import type { SlugifierName } from "../rules.ts";

/**
 * Writes `ARTICLE_URL` as a pattern: `{date:%Y}/{slug}.html` becomes `/:year/:slug.html`.
 * https://docs.getpelican.com/en/4.8.0/settings.html#url-settings
 */
export function patternOf(url: string): string {
  return `/${url.replace(/\{\{|\}\}|:|\{([a-z_]+)(?::([^{}]*))?\}/gi, toToken)}`;
}

function toToken(whole: string, name: string | undefined, format: string | undefined): string {
  if (name === undefined) return whole === ":" ? "\\:" : whole.slice(1);
  if (name === "date") return (format ?? "").replace(/%(-?[a-z])/gi, (_, code) => dateToken(code));
  // As the article writes it: `pt-br` stays that.
  return /^(?:slug|category|author)$/.test(name) ? `:${name}` : `:_${name}`;
}

function dateToken(code: string): string {
  const token = dateTokens.get(code);
  return token === undefined ? "" : `:${token}`;
}

/** https://docs.python.org/3/library/datetime.html#format-codes */
const dateTokens: ReadonlyMap<string, string> = new Map([
  ["Y", "year"],
  ["y", "short_year"],
  ["m", "month"],
  ["-m", "i_month"],
  ["b", "short_month"],
  ["B", "long_month"],
  ["d", "day"],
  ["-d", "i_day"],
  ["j", "y_day"],
  ["a", "short_day"],
  ["A", "long_day"],
  ["u", "w_day"],
  ["H", "hour"],
  ["M", "minute"],
  ["S", "second"],
  ["G", "w_year"],
  ["V", "week"],
]);

/** How slugs are made, by `SLUGIFY_USE_UNICODE` and `SLUGIFY_PRESERVE_CASE`. */
export function slugifierOf(table: Table): SlugifierName {
  const unicode = table["SLUGIFY_USE_UNICODE"] === true;
  const cased = table["SLUGIFY_PRESERVE_CASE"] === true;
  if (unicode) return cased ? "pelican-unicode-cased" : "pelican-unicode";
  return cased ? "pelican-cased" : "pelican";
}
