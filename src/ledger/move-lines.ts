import { type Candidate, statedIdOf } from "./candidate.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { doubtful, isTelling, likeness } from "./sketch.ts";

/** Lines by their source of today, and what moved. */
export interface Moved {
  readonly lines: ReadonlyMap<string, LedgerEntry>;
  /** Where the lines of renamed articles stood, by the new source. */
  readonly from: ReadonlyMap<string, string>;
}

/**
 * Lets lines follow their articles where there is no doubt: the id that front matter states, or just
 * the same title, body and enclosures. They follow along whole rows of names (a new first chapter
 * gives every file its neighbour's name) and where two files change places. No line is lost: one that
 * has to make room stays under a name of no file (`parkLine`).
 *
 * @param present every file of the content folder, of whatever status
 */
export async function moveLines(
  candidates: readonly Candidate[],
  { entries }: Ledger,
  present: ReadonlySet<string>,
): Promise<Moved> {
  const claims = findClaims(candidates, entries);
  const held = await findHeld(claims, candidates, { entries, present });
  const from = settleClaims(claims, held);
  if (from.size === 0) return { lines: entries, from };
  const lines = new Map(entries);
  const taken = new Set(from.values());
  for (const source of taken) lines.delete(source);
  for (const [source, old] of from) {
    const own = entries.get(source);
    if (own && !taken.has(source)) parkLine(lines, own);
    const line = entries.get(old);
    if (line) lines.set(source, { ...line, source });
  }
  return { lines, from };
}

/**
 * Keeps a line whose name another article took, under a name that no article has: `a.md~`. So its id
 * is given to none, and its article is known when it returns.
 *
 * @returns that name
 */
export function parkLine(lines: Map<string, LedgerEntry>, line: LedgerEntry): string {
  let source = `${line.source}~`;
  while (lines.has(source)) source += "~";
  lines.set(source, { ...line, source });
  return source;
}

/** Which article's line each source claims. */
type Claims = ReadonlyMap<string, string>;

function findClaims(candidates: readonly Candidate[], entries: Ledger["entries"]): Claims {
  if (entries.size === 0) return new Map();
  const restless = candidates.filter(
    ({ source, digest }) => entries.get(source)?.digest !== digest,
  );
  const stating = candidates.filter((one) => {
    const id = statedIdOf(one);
    return id !== undefined && id !== entries.get(one.source)?.id;
  });
  if (restless.length === 0 && stating.length === 0) return new Map();
  const free = findFree(restless, candidates, entries);
  const byDigest = findPairs(restless, free, {
    ofCandidate: ({ digest }) => digest,
    ofLine: ({ digest }) => digest || undefined,
  });
  const byId = findPairs(stating, [...entries.values()], {
    ofCandidate: statedIdOf,
    ofLine: ({ id }) => id,
  });
  // What front matter says counts more than what the text looks like.
  return new Map([...byDigest, ...byId]);
}

// The lines of a text that a restless file has, but for those whose own file has it still. An edit has
// a text that no line has: then nothing else is to be looked up.
function findFree(
  restless: readonly Candidate[],
  candidates: readonly Candidate[],
  entries: Ledger["entries"],
): readonly LedgerEntry[] {
  const texts = new Set(restless.map(({ digest }) => digest));
  const alike = [...entries.values()].filter(({ digest }) => texts.has(digest));
  if (alike.length === 0) return alike;
  const resting = new Set(candidates.map(({ source }) => source));
  for (const { source } of restless) resting.delete(source);
  return alike.filter(({ source }) => !resting.has(source));
}

interface Keys {
  readonly ofCandidate: (candidate: Candidate) => string | undefined;
  readonly ofLine: (line: LedgerEntry) => string | undefined;
}

// Pairs of which neither side has another choice.
function findPairs(
  candidates: readonly Candidate[],
  lines: readonly LedgerEntry[],
  { ofCandidate, ofLine }: Keys,
): readonly (readonly [string, string])[] {
  if (candidates.length === 0) return [];
  const claimants = indexOnce(candidates, ofCandidate);
  const claimed = indexOnce(lines, ofLine);
  return [...claimants].flatMap(([key, source]) => {
    const old = claimed.get(key);
    return source === undefined || old === undefined ? [] : [[source, old] as const];
  });
}

// The source for each key; undefined where several have it.
function indexOnce<Item extends { readonly source: string }>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): ReadonlyMap<string, string | undefined> {
  const sources = new Map<string, string | undefined>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) sources.set(key, sources.has(key) ? undefined : item.source);
  }
  return sources;
}

interface Surroundings extends Ledger {
  readonly present: ReadonlySet<string>;
}

// Lines whose own file still has their article, edited perhaps: a copy of it is another article. A
// file that is no article holds none: it has no id to lose.
async function findHeld(
  claims: Claims,
  candidates: readonly Candidate[],
  { entries, present }: Surroundings,
): Promise<ReadonlySet<string>> {
  if (claims.size === 0) return new Set();
  const candidateBySource = new Map(candidates.map((one) => [one.source, one]));
  const held = new Set<string>();
  for (const old of claims.values()) {
    const line = entries.get(old);
    const owner = candidateBySource.get(old);
    if (!line || !owner || !present.has(old)) continue;
    if (await isStill(owner, line)) held.add(old);
  }
  return held;
}

async function isStill(candidate: Candidate, line: LedgerEntry): Promise<boolean> {
  if (candidate.digest === line.digest || statedIdOf(candidate) === line.id) return true;
  return !isTelling(line.sketch) || likeness(line.sketch, await candidate.sketch()) >= doubtful;
}

// A line that its file holds goes only where that file takes another line; each goes once.
function settleClaims(claims: Claims, held: ReadonlySet<string>): Claims {
  const accepted = new Map<string, string>();
  const taken = new Set<string>();
  for (const [source, old] of claims) {
    if (!taken.has(old)) accepted.set(source, old);
    taken.add(old);
  }
  for (let before = -1; before !== accepted.size; ) {
    before = accepted.size;
    for (const [source, old] of accepted) {
      if (held.has(old) && !accepted.has(old)) accepted.delete(source);
    }
  }
  return accepted;
}
