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

/** The name of a token, without its colon. */
export type PermalinkToken = keyof typeof permalinkTokens;

/** A pattern in pieces: text that stays, and tokens. */
export type PermalinkPart = { readonly text: string } | { readonly token: PermalinkToken };

/**
 * Takes a permalink pattern apart.
 *
 * @throws RangeError with the unknown token as its message.
 */
export function parsePermalink(pattern: string): readonly PermalinkPart[] {
  return pattern
    .split(/(:[a-z_]+)/i)
    .filter((piece) => piece !== "")
    .map((piece) => (/^:[a-z_]/i.test(piece) ? toToken(piece.slice(1)) : { text: piece }));
}

function toToken(name: string): PermalinkPart {
  if (!isToken(name)) throw new RangeError(name);
  return { token: name };
}

function isToken(name: string): name is PermalinkToken {
  return Object.hasOwn(permalinkTokens, name);
}
