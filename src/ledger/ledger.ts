/**
 * What is remembered of an article. Dates are ISO 8601 in UTC. Fields that this version does not know
 * stay in the object, and in the file.
 */
export interface LedgerEntry {
  /** Path below the content folder, with `/`. */
  readonly source: string;
  /** Never changes, whatever becomes of address, file name and domain. */
  readonly id: string;
  /** The last address. */
  readonly url: string;
  /** The first date of publication; a feed carries the one that the article states. Empty: not known. */
  readonly published: string;
  /** When what readers notice changed last; undefined where it never did. */
  readonly updated?: string | undefined;
  /** Of what readers notice: title, body, enclosures. Empty: not known, so that nothing changed. */
  readonly digest: string;
  /** By which a renamed and edited article is known again. Empty: not known. */
  readonly sketch: string;
  /** Atom's id where it is another: a `tag:` URI holds host and year, and outlives both. */
  readonly atomId?: string | undefined;
}

/** Every article that ever stood in a feed, by its source; those that are gone too. */
export interface Ledger {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
}

/** The ledger of a site that has none yet: every article's id is its address. */
export const emptyLedger: Ledger = { entries: new Map() };

/** A ledger of these lines. */
export function toLedger(entries: readonly LedgerEntry[]): Ledger {
  return { entries: new Map(entries.map((entry) => [entry.source, entry])) };
}

/** A ledger without the lines that are new for some sources: what was never published needs none. */
export function withoutNew(ledger: Ledger, before: Ledger, sources: Iterable<string>): Ledger {
  const entries = new Map(ledger.entries);
  for (const source of sources) if (!before.entries.has(source)) entries.delete(source);
  if (entries.size === ledger.entries.size) return ledger;
  const isSame = [...entries].every(([source, line]) => before.entries.get(source) === line);
  return isSame && entries.size === before.entries.size ? before : { entries };
}

/** By code units, which no locale changes. */
export function bySource(
  left: { readonly source: string },
  right: { readonly source: string },
): number {
  if (left.source === right.source) return 0;
  return left.source < right.source ? -1 : 1;
}
