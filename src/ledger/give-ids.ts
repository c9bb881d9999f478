import { type Candidate, statedIdOf } from "./candidate.ts";
import { idApart, idChanged, idTaken, type LedgerFinding } from "./findings.ts";
import type { Ledger } from "./ledger.ts";

/** An article's id, and what there is to say of it. */
export interface Given {
  readonly id: string;
  /** An error where the article may not be published. */
  readonly finding?: LedgerFinding | undefined;
}

/**
 * Gives every article its id: that of its line; without one the id that front matter states, else
 * the address. An address that was another article's before, whose id it still is, gets the day of
 * publication behind it.
 *
 * @param candidates by source, so that no other order decides
 */
export function giveIds(
  candidates: readonly Candidate[],
  lines: Ledger["entries"],
): ReadonlyMap<string, Given> {
  const strangers = candidates.filter(({ source }) => !lines.has(source));
  const known = strangers.length === 0 ? [] : [...lines.values()];
  const owners = new Map(known.map(({ id, source }) => [id, source]));
  const stated = new Map<string, Given>();
  for (const candidate of strangers) {
    const id = statedIdOf(candidate);
    if (id === undefined) continue;
    const owner = owners.get(id);
    const finding = owner === undefined ? undefined : idTaken(candidate.source, id, owner);
    if (!finding) owners.set(id, candidate.source);
    stated.set(candidate.source, { id, finding });
  }
  return new Map(
    candidates.map((candidate) => {
      const { source } = candidate;
      const line = lines.get(source);
      if (line) return [source, keepId(candidate, line.id)];
      return [source, stated.get(source) ?? newId(candidate, owners)];
    }),
  );
}

function keepId(candidate: Candidate, id: string): Given {
  const stated = statedIdOf(candidate);
  if (stated === undefined || stated === id) return { id };
  return { id, finding: idChanged(candidate.source, id, stated) };
}

function newId({ source, url, published }: Candidate, owners: Map<string, string>): Given {
  const owner = owners.get(url);
  const apart = `${url}${url.includes("#") ? "-" : "#"}${published.toISOString().slice(0, -14)}`;
  let id = owner === undefined ? url : apart;
  for (let count = 2; owners.has(id); count++) id = `${apart}-${count}`;
  owners.set(id, source);
  return owner === undefined ? { id } : { id, finding: idApart(source, id, owner) };
}
