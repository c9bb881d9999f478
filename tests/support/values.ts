/**
 * Whether an address is absolute and one that a browser opens over the network.
 * RFC 3986 §4.3 (https://www.rfc-editor.org/rfc/rfc3986#section-4.3).
 */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^/?#]/i.test(value) && isAddress(value);
}

/**
 * Whether an address is absolute, of any scheme, and without what no address may hold.
 * RFC 3987 §2.2 (https://www.rfc-editor.org/rfc/rfc3987#section-2.2).
 */
export function isAddress(value: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value) &&
    !/%(?![0-9a-f]{2})/i.test(value) &&
    URL.canParse(value)
  );
}

/**
 * Whether a language tag has the form of BCP 47 and begins with an ISO 639 code; the case of its
 * letters is free. RFC 5646 §2.1 (https://www.rfc-editor.org/rfc/rfc5646#section-2.1).
 */
export function isLanguageTag(value: string): boolean {
  return /^[a-z]{2,3}(-|$)/i.test(value) && isLocale(value);
}

function isLocale(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Whether a media type has a type and a subtype: RFC 2045 §5.1. */
export function isMediaType(value: string): boolean {
  return /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;\s*[\w!#$&^.+-]+=("[^"]*"|[^\s";]+))*$/.test(value);
}

/** Whether a text is an e-mail address, alone or before a name in parentheses, as RSS writes it. */
export function isEmail(value: string): boolean {
  return /^[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+( \(.+\))?$/.test(value);
}

/** Whether a text is an integer of at least `least`, written without sign and leading zeros. */
export function isInteger(value: string, least: number): boolean {
  return /^(0|[1-9]\d*)$/.test(value) && Number(value) >= least;
}

const weekdays = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const rfc822 =
  /^(\w{3}), (\d{2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) (?:GMT|[+-](?:0\d|1[0-4])[0-5]\d)$/;
const rfc3339 =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Whether a date is one of RFC 822 §5 with the four-digit year of the RSS profile, the right
 * weekday, and a zone that every reader knows
 * (https://www.rssboard.org/rss-profile#data-types-datetime).
 */
export function isRfc822Date(value: string): boolean {
  const [, weekday = "", day, month = "", year, time] = rfc822.exec(value) ?? [];
  const monthNumber = String(months.indexOf(month) + 1).padStart(2, "0");
  const date = calendarDate(`${year}-${monthNumber}-${day}T${time}`);
  return date !== undefined && weekdays[date.getUTCDay()] === weekday;
}

/**
 * Whether a date is one of RFC 3339 §5.6 as Atom wants it: with a capital `T` and an offset or a
 * capital `Z` (https://www.rfc-editor.org/rfc/rfc4287#section-3.3).
 */
export function isRfc3339Date(value: string): boolean {
  return calendarDate(rfc3339.exec(value)?.[1]) !== undefined;
}

/** The date that a text like `2024-01-31T12:00:00` gives, undefined for one as the 30 February. */
function calendarDate(text: string | undefined): Date | undefined {
  const date = new Date(`${text}Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString() === `${text}.000Z`;
  return exists ? date : undefined;
}
