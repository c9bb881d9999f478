import { type Candidate, toCandidate } from "../../src/ledger/candidate.ts";
import { emptyLedger, type Ledger } from "../../src/ledger/ledger.ts";
import type { Circumstances } from "../../src/ledger/renew-line.ts";
import { type Settled, settleIdentities } from "../../src/ledger/settle-identities.ts";
import type { Article } from "../../src/model.ts";
import { article } from "../support/article.ts";

/** A candidate that states only what a test is about. Its address is that of its name. */
export function candidate(stated: Partial<Article> & { readonly draft?: boolean } = {}): Candidate {
  const { draft = false, ...fields } = stated;
  const source = fields.source ?? "a.md";
  const url = fields.url ?? `https://example.com/${source.replace(/\.md$/, "")}/`;
  const one = article({ source, url, id: url, ...fields });
  return toCandidate(one, { isPublished: !draft, isCarried: true });
}

/** A run among nothing special, but for what is stated. */
export async function settle(
  candidates: readonly Candidate[],
  ledger: Ledger = emptyLedger,
  stated: Partial<Circumstances & { readonly present: ReadonlySet<string> }> = {},
): Promise<Settled> {
  return await settleIdentities(candidates, ledger, {
    present: new Set(candidates.map(({ source }) => source)),
    now: new Date("2025-01-01T00:00:00Z"),
    committed: async () => undefined,
    toAtomId: ({ id }) => id,
    ...stated,
  });
}

/** Words that no other number has: a text of its own. */
export function textOf(seed: number, words = 150): string {
  let state = seed * 7919 + 17;
  const next = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return vocabulary[state % vocabulary.length] ?? "";
  };
  return `${Array.from({ length: words }, next).join(" ")}.\n`;
}

const vocabulary = Array.from({ length: 1009 }, (_, index) => `w${(index * index).toString(36)}`);
