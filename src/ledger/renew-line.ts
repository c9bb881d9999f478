import { toOwnText } from "../own-text.ts";
import type { Candidate } from "./candidate.ts";
import type { LedgerEntry } from "./ledger.ts";
import { type Moments, settleUpdated } from "./updated.ts";

/** What a run knows besides its articles. */
export interface Circumstances extends Moments {
  /** Atom's form of an id, for the site of today. */
  readonly toAtomId: (article: { readonly id: string; readonly published: Date }) => string;
}

/**
 * The line of an article after this run. Atom's id is made once, by the site and the date of then.
 */
export async function renewLine(
  candidate: Candidate,
  line: LedgerEntry | undefined,
  circumstances: Circumstances,
): Promise<{ readonly line: LedgerEntry; readonly isShallow: boolean }> {
  const { updated, isShallow } = await settleUpdated(candidate, line, circumstances);
  const { source, id, url, digest } = candidate;
  const isDrawn = line?.digest === digest && line.sketch !== "";
  const isWanted = candidate.isCarried && !isDrawn;
  const facts = {
    source,
    id,
    url,
    published: line?.published || toTime(candidate.published),
    updated: updated && toTime(updated),
    digest,
    sketch: isWanted ? await candidate.sketch() : (line?.sketch ?? ""),
    atomId: line?.atomId ?? makeAtomId(candidate, line, circumstances),
  };
  // As they are where nothing was before: what a spread makes takes half as much again.
  if (!line) return { line: facts, isShallow };
  return { line: isPart(facts, line) ? line : { ...line, ...facts }, isShallow };
}

/** Whether a line stays as it is: most of most runs do, and nothing has to be worked out for them. */
export function isAsItWas(candidate: Candidate, line: LedgerEntry): boolean {
  const { url, digest, updated, isCarried } = candidate;
  const isWhole = line.published !== "" && (line.sketch !== "" || !isCarried);
  const isMade = line.atomId !== undefined || line.id === url;
  return isWhole && isMade && line.url === url && line.digest === digest && updated === undefined;
}

// ISO 8601 in UTC, without empty thousandths of a second.
function toTime(date: Date): string {
  return toOwnText(date.toISOString().replace(".000Z", "Z"));
}

// An address that is the article's own is good as it is.
function makeAtomId(
  { id, url, published }: Candidate,
  line: LedgerEntry | undefined,
  { toAtomId }: Circumstances,
): string | undefined {
  if (id === url) return undefined;
  const first = line?.published ? new Date(line.published) : published;
  const atomId = toAtomId({ id, published: first });
  return atomId === id ? undefined : atomId;
}

function isPart(facts: LedgerEntry, line: LedgerEntry): boolean {
  const { source, id, url, published, updated, digest, sketch, atomId } = line;
  return (
    facts.source === source &&
    facts.id === id &&
    facts.url === url &&
    facts.published === published &&
    facts.updated === updated &&
    facts.digest === digest &&
    facts.sketch === sketch &&
    facts.atomId === atomId
  );
}
