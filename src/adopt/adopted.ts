import type { Ledger, LedgerEntry } from "../ledger/ledger.ts";
import type { FormatName } from "../model.ts";
import type { Candidate, Match } from "./matching.ts";

/** What a published feed says of an article's identity. */
export type Adopted = Pick<LedgerEntry, "source" | "id" | "url" | "published" | "atomId">;

/** The matches of one feed. */
export interface MatchedFeed {
  readonly format: FormatName;
  readonly matches: readonly Match<Candidate>[];
}

/**
 * Brings together what feeds of one site say: Atom's id stands apart where that of the other formats
 * is another. Of two feeds that disagree the first counts.
 */
export function toAdopted(feeds: readonly MatchedFeed[]): readonly Adopted[] {
  const bySource = new Map<string, Adopted>();
  const others = feeds.filter(({ format }) => format !== "atom");
  const atoms = feeds.filter(({ format }) => format === "atom");
  for (const { format, matches } of [...others, ...atoms]) {
    for (const match of matches) {
      const { source } = match.article;
      bySource.set(source, join(bySource.get(source), match, format));
    }
  }
  return [...bySource.values()];
}

function join(known: Adopted | undefined, match: Match<Candidate>, format: FormatName): Adopted {
  const { item, article } = match;
  if (known === undefined) {
    const published = (item.published ?? article.published).toISOString();
    return { source: article.source, id: item.id, url: item.url ?? article.url, published };
  }
  const isApart = format === "atom" && known.atomId === undefined && known.id !== item.id;
  return isApart ? { ...known, atomId: item.id } : known;
}

/** A ledger with adopted ids, and what is another now. */
export interface FilledLedger {
  readonly ledger: Ledger;
  /** Articles whose id was another before. */
  readonly replaced: readonly Replacement[];
  /** Adopted ids that another article holds, which keeps them. */
  readonly refused: readonly Refusal[];
}

interface Replacement {
  readonly source: string;
  readonly from: string;
  readonly to: string;
}

interface Refusal {
  readonly source: string;
  readonly id: string;
  readonly holder: string;
}

/** Enters what was adopted into a ledger: what subscribers have already seen counts. */
export function fillLedger({ entries }: Ledger, adopted: readonly Adopted[]): FilledLedger {
  const sources = new Set(adopted.map(({ source }) => source));
  const others = [...entries.values()].filter(({ source }) => !sources.has(source));
  const holders = new Map(others.map(({ id, source }) => [id, source]));
  const isFree = ({ id }: Adopted) => !holders.has(id);
  const filled = adopted.filter(isFree).map((one) => {
    return { digest: "", sketch: "", ...entries.get(one.source), ...one };
  });
  return {
    ledger: { entries: new Map([...entries, ...filled.map((one) => [one.source, one] as const)]) },
    replaced: filled.flatMap(({ source, id }) => {
      const from = entries.get(source)?.id;
      return from === undefined || from === id ? [] : [{ source, from, to: id }];
    }),
    refused: adopted.flatMap(({ source, id }) => {
      const holder = holders.get(id);
      return holder === undefined ? [] : [{ source, id, holder }];
    }),
  };
}
