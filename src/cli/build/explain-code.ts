import { explain } from "../judge.ts";
import type { Outcome } from "../outcome.ts";
import type { Settings } from "../settings.ts";

/** Why the exit code of a build is 1. */
export function explainCode(outcome: Outcome, settings: Settings): string {
  const reason = explain(outcome, settings);
  if (reason !== undefined) return `nothing was written; ${reason}`;
  const files = [...outcome.feeds, ...(outcome.ledger ? [outcome.ledger] : [])];
  const changed = files.filter(({ status }) => status.startsWith("would"));
  return `out of date: ${changed.map(({ path }) => path).join(", ")}; run \`feedwright build\``;
}
