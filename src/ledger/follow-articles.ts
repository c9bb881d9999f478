import type { Candidate } from "./candidate.ts";
import { findRenamed, type Likely, type Recognised } from "./find-renamed.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { moveLines, parkLine } from "./move-lines.ts";
import { isTelling, likeness } from "./sketch.ts";

/** The ledger with its lines where their articles are today. */
export interface Followed {
  readonly lines: ReadonlyMap<string, LedgerEntry>;
  /** Where the lines of renamed articles stood, by the new source. */
  readonly from: ReadonlyMap<string, string>;
  /** The lines that an article without one may have, by its source. */
  readonly doubts: ReadonlyMap<string, readonly Likely[]>;
  /** Articles that took the file of another, by their source: where that one's line is now. */
  readonly replaced: ReadonlyMap<string, string>;
}

/**
 * Lets the lines of renamed articles follow them: first where there is no doubt, then the alike.
 * Where a file has another text, address and date, another article took its name, and is new.
 */
export async function followArticles(
  candidates: readonly Candidate[],
  ledger: Ledger,
  present: ReadonlySet<string>,
): Promise<Followed> {
  const moved = await moveLines(candidates, ledger, present);
  const lines = new Map(moved.lines);
  const replaced = await partReplaced(candidates, lines);
  const recognised = await recognise(candidates, lines, present);
  const from = new Map(moved.from);
  const doubts = new Map<string, readonly Likely[]>();
  for (const [source, { line, candidates: likely }] of recognised) {
    if (likely.length > 0) doubts.set(source, likely);
    if (!line) continue;
    lines.delete(line.source);
    lines.set(source, { ...line, source });
    from.set(source, line.source);
  }
  return { lines, from, doubts, replaced };
}

async function partReplaced(
  candidates: readonly Candidate[],
  lines: Map<string, LedgerEntry>,
): Promise<ReadonlyMap<string, string>> {
  const replaced = new Map<string, string>();
  for (const candidate of candidates) {
    const { source } = candidate;
    const line = lines.get(source);
    if (!line || !mayBeAnother(candidate, line) || !(await isUnlike(candidate, line))) continue;
    lines.delete(source);
    replaced.set(source, parkLine(lines, line));
  }
  return replaced;
}

// One of them alone is an edit. A text too short to have a sketch is never another.
function mayBeAnother(candidate: Candidate, line: LedgerEntry): boolean {
  const { digest, url, published, id } = candidate;
  if (line.digest === digest || line.url === url || line.id === id) return false;
  if (Date.parse(line.published) === published.getTime()) return false;
  return isTelling(line.sketch);
}

async function isUnlike(candidate: Candidate, line: LedgerEntry): Promise<boolean> {
  return likeness(line.sketch, await candidate.sketch()) < unlike;
}

// Two texts in one language have this much in common by chance, and by the signs of Markdown.
const unlike = 0.1;

// Sketches take time, and most runs need none.
async function recognise(
  candidates: readonly Candidate[],
  lines: Ledger["entries"],
  present: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Recognised>> {
  const strangers = candidates.filter(({ source }) => !lines.has(source));
  const gone = strangers.length === 0 ? [] : [...lines.values()].filter(isGoneFrom(present));
  if (gone.length === 0) return new Map();
  const newcomers = await Promise.all(
    strangers.map(async (candidate) => ({ candidate, sketch: await candidate.sketch() })),
  );
  return findRenamed(newcomers, gone);
}

function isGoneFrom(present: ReadonlySet<string>): (line: LedgerEntry) => boolean {
  return ({ source }) => !present.has(source);
}
