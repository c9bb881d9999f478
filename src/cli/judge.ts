import type { Result, Survey } from "../generate.ts";
import type { Outcome } from "./outcome.ts";
import type { Settings } from "./settings.ts";

/** Whether the articles may go into feeds: none is invalid, and there are not too many warnings. */
export function isSound(
  { files, decisions, findings = [] }: Survey & Partial<Pick<Result, "findings">>,
  { run, maxWarnings }: Settings,
): boolean {
  const isInvalid = decisions.some(({ status }) => status === "invalid");
  if (isInvalid && !run.skipInvalid) return false;
  const warnings = files.flatMap(({ messages }) => messages.filter(({ fatal }) => fatal === false));
  const others = findings.filter(({ severity }) => severity === "warning");
  return warnings.length + others.length <= maxWarnings;
}

/** Why the articles may not go into feeds; undefined where they may. */
export function explain({ messages }: Outcome, { maxWarnings }: Settings): string | undefined {
  if (messages.some(({ severity }) => severity === "error")) {
    return "mend the articles, or leave them out with `--skip-invalid`";
  }
  const warnings = messages.filter(({ severity }) => severity === "warning").length;
  return warnings > maxWarnings
    ? `expected at most ${maxWarnings} warnings, not ${warnings} (\`--max-warnings\`)`
    : undefined;
}
