import { type Finding, quote } from "../message.ts";
import type { Likely } from "./find-renamed.ts";

/** Something to say about an article's identity. */
export interface LedgerFinding extends Finding {
  readonly source: string;
}

/** The rules of what is said once, when the ledger changes; in a run that ends well `id` is one too. */
export const momentaryRules: ReadonlySet<string> = new Set([
  "renamed",
  "perhaps-renamed",
  "replaced",
  "shallow-clone",
  "id",
]);

/** An article is known again under another name. */
export function knownAgain(source: string, old: string): LedgerFinding {
  return {
    source,
    severity: "info",
    rule: "renamed",
    reason: `Known again: it was ${quote(old)}, and keeps its id`,
  };
}

/** An article may be another one under a new name: both choices, and how to say which. */
export function inDoubt(source: string, doubtful: readonly Likely[]): readonly LedgerFinding[] {
  const [best] = doubtful;
  if (!best) return [];
  const names = doubtful.map(({ line, likeness }) => {
    return `${quote(line.source)} (${Math.round(100 * likeness)} % alike)`;
  });
  const commands = doubtful.map(({ line }) => `\`${toCommand(line.source, source)}\``);
  return [
    {
      source,
      severity: "warning",
      rule: "perhaps-renamed",
      reason: `Expected a new article or a renamed one, not one that may be ${names.join(" or ")}, which is gone; it counts as new`,
      hint: `If it was renamed, run ${commands.join(" or ")} before it is published, and readers do not get it twice; if it is new, commit the ledger as it is`,
    },
  ];
}

/** A file has another article in it than before: what that means, and how to say that it has not. */
export function replacedBy(source: string, parked: string): LedgerFinding {
  return {
    source,
    severity: "warning",
    rule: "replaced",
    reason: `Expected ${quote(source)} to hold the article that it held, not another text with another address and date; it counts as new`,
    hint: `If it is the same article, run \`${toCommand(parked, source)}\`; if not, commit the ledger as it is`,
  };
}

/** Front matter states another id than readers know. */
export function idChanged(source: string, id: string, stated: string): LedgerFinding {
  return {
    source,
    severity: "error",
    rule: "id",
    reason: `Expected the id that readers know, ${quote(id)}, not ${quote(stated)}`,
    hint: "Take `id` out of the front matter or give it the known one; to deliver the article again on purpose, delete its line in the ledger and commit that",
    offset: 0,
  };
}

/** Front matter states the id of another article. */
export function idTaken(source: string, id: string, owner: string): LedgerFinding {
  return {
    source,
    severity: "error",
    rule: "duplicate-id",
    reason: `Expected an id of its own, not ${quote(id)}, which is that of ${quote(owner)}`,
    hint: "Give it another `id`, or none; of two files that are one article remove one",
    offset: 0,
  };
}

/** An article has the address that is another one's id. */
export function idApart(source: string, id: string, owner: string): LedgerFinding {
  return {
    source,
    severity: "info",
    rule: "id",
    reason: `Known to readers as ${quote(id)}, since its address is the id of ${quote(owner)}`,
  };
}

/** Articles changed, and git's history does not go back far enough to say when. */
export function shallowClone(sources: readonly string[]): readonly LedgerFinding[] {
  const [source] = sources;
  if (source === undefined) return [];
  const count = sources.length === 1 ? "an article" : `${sources.length} articles`;
  return [
    {
      source,
      severity: "warning",
      rule: "shallow-clone",
      reason: `Expected the whole history, not a shallow clone, to tell when ${count} changed; this run's time counts`,
      hint: "Fetch all of it: `fetch-depth: 0` for `actions/checkout`, `GIT_DEPTH: 0` in GitLab CI, `git fetch --unshallow` by hand",
    },
  ];
}

/** What a shell takes for `feedwright ledger link`. */
function toCommand(old: string, source: string): string {
  return `feedwright ledger link ${[old, source].map(toWord).join(" ")}`;
}

function toWord(path: string): string {
  return /^[\w./@%+,:=-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
