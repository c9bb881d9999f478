import type { Config } from "../config/resolve.ts";
import { addMessage } from "../message.ts";
import type { Article } from "../model.ts";
import { newestOf } from "../select/newest.ts";
import type { Decision } from "../select/publishable.ts";
import { toAtomId } from "../write/atom-id.ts";
import { toCandidate } from "./candidate.ts";
import { createCommitTimes } from "./commit-times.ts";
import { mostCarried } from "./create-drawer.ts";
import type { LedgerFinding } from "./findings.ts";
import type { Ledger } from "./ledger.ts";
import { type Settled, settleIdentities } from "./settle-identities.ts";

/** Articles with their identities, and the ledger of this run. */
export interface Identified {
  readonly decisions: readonly Decision[];
  readonly ledger: Ledger;
}

/**
 * Gives every article that may stand in a feed its identity: the id that never changes, and the time
 * of the last change that readers notice. What there is to say goes to the files.
 */
export async function identify(
  decisions: readonly Decision[],
  ledger: Ledger,
  { config, now }: { readonly config: Config; readonly now: Date },
): Promise<Identified> {
  const articles = decisions.flatMap(({ article }) => article ?? []);
  const carried = new Set(newestOf(articles, mostCarried(config.feed)));
  // Drafts and articles of the future too: a file may become one, and give its name to another.
  const candidates = decisions.flatMap(({ article, status, reading }) => {
    const known = article ?? reading.article;
    const isPublished = status === "published" && reading.status === "published";
    return known ? [toCandidate(known, { isPublished, isCarried: carried.has(known) })] : [];
  });
  const settled = await settleIdentities(candidates, ledger, {
    present: new Set(decisions.map(({ reading }) => reading.source)),
    now,
    committed: createCommitTimes(config.content.folder),
    toAtomId: (article) => toAtomId(article, config.site.url),
  });
  tell(decisions, settled.findings);
  return {
    decisions: decisions.map((one) => {
      const article = one.article && withIdentity(one.article, settled);
      return article === one.article ? one : { ...one, article };
    }),
    ledger: settled.ledger,
  };
}

function tell(decisions: readonly Decision[], findings: readonly LedgerFinding[]): void {
  if (findings.length === 0) return;
  const files = new Map(decisions.map(({ reading }) => [reading.source, reading.file]));
  for (const { source, ...finding } of findings) {
    const file = files.get(source);
    if (file) addMessage(file, finding);
  }
}

function withIdentity(article: Article, { identities }: Settled): Article {
  const { id = article.id, atomId, updated } = identities.get(article.source) ?? {};
  const isSame = id === article.id && atomId === undefined && updated === article.updated;
  return isSame ? article : { ...article, id, atomId, updated };
}
