import { nearest } from "../config/check-options.ts";
import { UsageError } from "../config/errors.ts";
import { quote } from "../message.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";

/** A ledger in which a line moved, and the line that had to make room for it. */
export interface Linked {
  readonly ledger: Ledger;
  readonly moved: LedgerEntry;
  readonly dropped: LedgerEntry | undefined;
}

/**
 * Says that an article is another one under a new name: the line of the old name moves to the new
 * one, whose own line goes.
 *
 * @param old the source of an article whose file is gone
 * @throws UsageError where the old name has no line, or is the new one.
 */
export function linkLine({ entries }: Ledger, old: string, source: string): Linked {
  const line = entries.get(old);
  if (!line) {
    const near = nearest(old, [...entries.keys()]);
    const advice = near ? `; did you mean ${quote(near)}?` : "";
    throw new UsageError(`Expected an article of the ledger, not ${quote(old)}${advice}`);
  }
  if (old === source) throw new UsageError(`Expected two names, not ${quote(old)} twice`);
  const moved = { ...line, source };
  const next = new Map(entries).set(source, moved);
  next.delete(old);
  return { ledger: { entries: next }, moved, dropped: entries.get(source) };
}
