import type { Candidate } from "./candidate.ts";
import type { LedgerEntry } from "./ledger.ts";

/** When git says that a file was changed last; `shallow` where a part of the history is missing. */
export type CommitTime = Date | "shallow" | undefined;

/** What decides on the moment of a change. */
export interface Moments {
  readonly now: Date;
  /** The time of the commit in which a file got its text of today; undefined for an uncommitted one. */
  readonly committed: (source: string) => Promise<CommitTime>;
}

/**
 * When what readers notice of an article last changed: what front matter says; else it moves only
 * when the digest does, to the time of the commit, or to `now` where there is none or it lies before
 * what is known already. It never goes back.
 */
export async function settleUpdated(
  { source, digest, updated, published }: Candidate,
  line: LedgerEntry | undefined,
  { now, committed }: Moments,
): Promise<{ readonly updated: Date | undefined; readonly isShallow: boolean }> {
  const known = line?.updated === undefined ? undefined : new Date(line.updated);
  const isSame = !line || line.digest === "" || line.digest === digest;
  if (updated || isSame) return { updated: updated ?? known, isShallow: false };
  const time = await committed(source);
  const isShallow = time === "shallow";
  const earliest = known ?? published;
  const isFitting = time instanceof Date && time > earliest && time <= now;
  const moment = isFitting ? time : new Date(Math.floor(now.getTime() / 1000) * 1000);
  return { updated: known && known > moment ? known : moment, isShallow };
}
