/** Whether a text is an absolute http(s) address. */
export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:\/\/[^/]/i.test(value.trim());
}

/** Whether a text is a BCP 47 language tag. */
export function isLanguage(value: string): boolean {
  return toLanguage(value) !== undefined;
}

/** The canonical form of a BCP 47 tag, as in `pt-BR`; undefined where it is none. */
export function toLanguage(value: string): string | undefined {
  // RFC 5646 §2.2.1: every registered language has two or three letters; `english` only looks well.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(value)) return undefined;
  try {
    return Intl.getCanonicalLocales(value)[0];
  } catch {
    return undefined;
  }
}

/** Whether this machine knows the IANA time zone. */
export function isTimeZone(value: string): boolean {
  // Offsets such as `+09:00` are no names: they know no daylight saving.
  if (/^[+-]/.test(value)) return false;
  // Asking takes longer than all other checks together.
  if (value === "UTC") return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
