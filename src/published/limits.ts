/** How much a feed may take, all its pages together. */
export interface Limits {
  readonly bytes: number;
  /** Milliseconds until the last byte. */
  readonly total: number;
  /** Milliseconds without a byte. */
  readonly idle: number;
  /** The most redirects of one address. */
  readonly redirects: number;
  /** The most pages that are read; 1 for the named document alone. */
  readonly pages: number;
}

/** Room enough for every feed that people read. */
export const generousLimits: Limits = {
  bytes: 64 * 1024 * 1024,
  total: 30_000,
  idle: 10_000,
  redirects: 5,
  pages: 100,
};

/** What is left of the limits while pages are read. */
export interface Budget {
  readonly limits: Limits;
  /** Aborts when the time is over. */
  readonly signal: AbortSignal;
  /** Bytes that may still come. */
  bytes: number;
}

/** Opens the budget of one feed: its time begins now. */
export function openBudget(limits: Limits): Budget {
  return { limits, signal: AbortSignal.timeout(limits.total), bytes: limits.bytes };
}

/** A size as people read it: `64 MB`. */
export function toMegabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}
