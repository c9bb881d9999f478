import { type Candidate, statedIdOf } from "./candidate.ts";
import { idApart, idChanged, idTaken, type LedgerFinding } from "./findings.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";

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
 * @returns what each of them is given
 */
export function giveIds(
  candidates: readonly Candidate[],
  lines: Ledger["entries"],
): (candidate: Candidate) => Given {
  const strangers = candidates.filter(({ source }) => !lines.has(source));
  const known = strangers.length === 0 ? [] : [...lines.values()];
  const owners = new Map(known.map(({ id, source }) => [id, source]));
  const given = new Map<string, Given>();
  for (const candidate of strangers) {
    const id = statedIdOf(candidate);
    if (id === undefined) continue;
    const owner = owners.get(id);
    const finding = owner === undefined ? undefined : idTaken(candidate.source, id, owner);
    if (!finding) owners.set(id, candidate.source);
    given.set(candidate.source, { id, finding });
  }
  for (const candidate of strangers) {
    if (!given.has(candidate.source)) given.set(candidate.source, newId(candidate, owners));
  }
  return (candidate) =>
    given.get(candidate.source) ?? keepId(candidate, lines.get(candidate.source));
}

function keepId(candidate: Candidate, line: LedgerEntry | undefined): Given {
  const stated = statedIdOf(candidate);
  const id = line?.id ?? candidate.id;
  if (stated === undefined || stated === id) return { id };
  return { id, finding: idChanged(candidate.source, id, stated) };
}

function newId({ source, url, published }: Candidate, owners: Map<string, string>): Given {
  const owner = owners.get(url);
  if (owner === undefined) {
    owners.set(url, source);
    return { id: url };
  }
  const apart = `${url}${url.includes("#") ? "-" : "#"}${published.toISOString().slice(0, -14)}`;
  let id = apart;
  for (let count = 2; owners.has(id); count++) id = `${apart}-${count}`;
  owners.set(id, source);
  return { id, finding: idApart(source, id, owner) };
}
