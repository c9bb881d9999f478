import type { Candidate } from "./candidate.ts";
import { inDoubt, knownAgain, type LedgerFinding, replacedBy, shallowClone } from "./findings.ts";
import { followArticles } from "./follow-articles.ts";
import { giveIds } from "./give-ids.ts";
import { bySource, type Ledger, type LedgerEntry } from "./ledger.ts";
import { type Circumstances, isAsItWas, renewLine } from "./renew-line.ts";

/** Who an article is to its readers. */
interface Identity {
  readonly id: string;
  /** Atom's id where it is another. */
  readonly atomId?: string | undefined;
  /** When what readers notice changed last; undefined where it never did. */
  readonly updated?: Date | undefined;
}

/** The identities by source, the ledger of this run, and what there is to say. */
export interface Settled {
  readonly identities: ReadonlyMap<string, Identity>;
  /** The very ledger that was given where nothing changed. */
  readonly ledger: Ledger;
  readonly findings: readonly LedgerFinding[];
}

/**
 * Settles who each article is. What stands in the ledger keeps its id, whatever became of address,
 * domain and file name; what is new gets the id that front matter states, else its address. A file
 * under the same path is the same article, however much of it is new. Lines of articles that are gone
 * stay, so that one that returns is known.
 *
 * An article that was perhaps renamed counts as new, with a warning: hiding a new article from its
 * readers could not be made good, while `ledger link` mends the other mistake before anything is
 * published.
 *
 * The date of publication is the author's: the one that the article states stands in feeds, and an
 * edited one makes no article new, since it is no part of its id; the ledger keeps the first.
 *
 * The same arguments give the same result; the order of the articles does not matter.
 *
 * @param present every file of the content folder, of whatever status: their lines are not gone
 */
export async function settleIdentities(
  candidates: readonly Candidate[],
  ledger: Ledger,
  { present, ...circumstances }: Circumstances & { readonly present: ReadonlySet<string> },
): Promise<Settled> {
  const sorted = candidates.toSorted(bySource);
  const { lines, from, doubts, replaced } = await followArticles(sorted, ledger, present);
  const idOf = giveIds(sorted, lines);
  const next = new Map(lines);
  const identities = new Map<string, Identity>();
  const found: LedgerFinding[] = [];
  const undated: string[] = [];
  for (const candidate of sorted) {
    const { source } = candidate;
    const { id, finding } = idOf(candidate);
    if (finding) found.push(finding);
    const known = lines.get(source);
    const { line, isShallow } =
      known && isAsItWas(candidate, known)
        ? { line: known, isShallow: false }
        : await renewLine({ ...candidate, id }, known, circumstances);
    if (isShallow) undated.push(source);
    const isGood = finding?.severity !== "error";
    if (line !== known && candidate.isPublished && isGood) next.set(source, line);
    identities.set(source, toIdentity(line, candidate));
  }
  const findings = [
    ...[...from].map(([source, old]) => knownAgain(source, old)),
    ...found,
    ...[...doubts].flatMap(([source, likely]) => inDoubt(source, likely)),
    ...[...replaced].map(([source, parked]) => replacedBy(source, parked)),
    ...shallowClone(undated),
  ].toSorted(bySource);
  return { identities, ledger: isSame(next, ledger) ? ledger : { entries: next }, findings };
}

function toIdentity({ id, atomId, updated }: LedgerEntry, candidate: Candidate): Identity {
  const moment = updated === undefined ? undefined : new Date(updated);
  return { id, atomId, updated: candidate.updated ?? moment };
}

function isSame(next: Ledger["entries"], { entries }: Ledger): boolean {
  for (const [source, line] of next) if (entries.get(source) !== line) return false;
  return next.size === entries.size;
}
