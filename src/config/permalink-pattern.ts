/** The tokens of a permalink pattern, and what each stands for. */
export const permalinkTokens = {
  year: "four digits",
  month: "two digits",
  day: "two digits",
  hour: "two digits",
  minute: "two digits",
  second: "two digits",
  i_month: "month without leading zero",
  i_day: "day without leading zero",
  title: "the article's slug",
  slug: "the article's slug",
  path: "folders and slug",
  section: "first folder",
  sections: "all folders",
  filename: "the file's name as on disk, without ending",
  categories: "the article's categories, one below the other",
  lang: "the article's language",
} as const;

/** What generators have tokens for besides; their conventions give these the names. */
const generatorTokens = {
  short_year: "two digits",
  short_month: "`Jan`",
  long_month: "`January`",
  y_day: "day of the year, three digits",
  w_year: "year of the ISO week",
  week: "ISO week, two digits",
  w_day: "day of the week, 1 for Monday",
  short_day: "`Mon`",
  long_day: "`Monday`",
  collection: "the name of the article's collection",
  stem: "folders and the file's name, as on disk",
  plain_slug: "the slug, made as titles are",
  plain_name: "the file's name, made as titles are",
  headline: "the article's title, made fit for an address",
  slug_or_headline: "the slug that the article states, else its title, made as titles are",
  i_y_day: "day of the year without leading zeros",
  sunday_day: "day of the week, 0 for Sunday",
  category: "the article's first category",
  category_path: "the article's last path of categories",
  slug_name: "the last part of the slug",
  hash: "twelve digits made of slug and date",
  timestamp: "seconds since 1970",
  written_lang: "the article's language, as it is written",
  author: "the article's first author",
  slugified_categories: "the categories, made as titles are",
  html: "`.html`",
} as const;

/** The tokens of dates that generators spell as we do. */
export const dateTokens = {
  short_year: "short_year",
  short_month: "short_month",
  long_month: "long_month",
  y_day: "y_day",
  w_year: "w_year",
  week: "week",
  w_day: "w_day",
  short_day: "short_day",
  long_day: "long_day",
} as const satisfies Readonly<Record<string, PermalinkToken>>;

/** The name of a token, without its colon. */
export type PermalinkToken = keyof typeof permalinkTokens | keyof typeof generatorTokens;

/** A pattern in pieces: text that stays, tokens, and fields of front matter. */
export type PermalinkPart =
  | { readonly text: string }
  | { readonly token: PermalinkToken; readonly slice?: Slice | undefined }
  | { readonly field: string };

/** Which of several folders count, as in `:sections[1:]`: the arguments of `Array.slice`. */
type Slice = readonly [from: number, to: number | undefined];

/** What a convention adds to the tokens. */
export interface TokenNames {
  /** Names of its own for tokens; they cover the common ones. */
  readonly tokens: Readonly<Record<string, PermalinkToken>>;
  /** Whether an unknown token is a field of front matter. */
  readonly fieldTokens: boolean;
  /** Writes the generator's patterns as ours. */
  readonly translate?: (pattern: string) => string;
}

/**
 * Takes a permalink pattern apart.
 *
 * @throws RangeError with the unknown token as its message.
 */
export function parsePermalink(
  pattern: string,
  names: TokenNames = { tokens: {}, fieldTokens: false },
): readonly PermalinkPart[] {
  return (names.translate?.(pattern) ?? pattern)
    .split(/(\\:|:sections\[[^\]]*\]|:[a-z_]+)/i)
    .filter((piece) => piece !== "")
    .flatMap((piece) => toPiece(piece, names));
}

function toPiece(piece: string, names: TokenNames): readonly PermalinkPart[] {
  if (piece === "\\:") return [{ text: ":" }];
  if (piece.endsWith("]")) return [{ token: "sections", slice: readSlice(piece) }];
  return /^:[a-z_]/i.test(piece) ? toParts(piece.slice(1), names) : [{ text: piece }];
}

// https://gohugo.io/configuration/permalinks/#tokens; that the end of `[1:2]` counts too, as it says
// there, is not so.
function readSlice(piece: string): Slice {
  const [from = "", to] = piece.slice(":sections[".length, -1).split(":");
  const start = toIndex(from) ?? 0;
  if (to !== undefined) return [start, toIndex(to)];
  return [start, start === -1 ? undefined : start + 1];
}

function toIndex(bound: string): number | undefined {
  return bound === "last" ? -1 : /^\d+$/.test(bound) ? Number(bound) : undefined;
}

function toParts(name: string, names: TokenNames): readonly PermalinkPart[] {
  const token = findToken(name, names);
  if (token) return [{ token }];
  // In `:month_:day` the `_` belongs to no token.
  if (name.endsWith("_")) return [...toParts(name.slice(0, -1), names), { text: "_" }];
  if (names.fieldTokens) return [{ field: name }];
  throw new RangeError(name);
}

function findToken(name: string, { tokens }: TokenNames): PermalinkToken | undefined {
  if (Object.hasOwn(tokens, name)) return tokens[name];
  return isToken(name) ? name : undefined;
}

function isToken(name: string): name is keyof typeof permalinkTokens {
  return Object.hasOwn(permalinkTokens, name);
}
