import type { Change } from "../../diff/change.ts";
import { describeChange, groupChanges, type NamedComparison } from "../diff/describe-change.ts";
import type { ReportedMessage } from "../outcome.ts";

/** Says of a file that it is not what a build would write. */
export function toOutdated(path: string, what: "feed" | "ledger"): ReportedMessage {
  return toReason({
    rule: "out-of-date",
    reason: `Expected the ${what} \`${path}\` as a build would write it`,
    hint: "Run `feedwright build`, and commit what it writes",
  });
}

/** Says of an article in a feed that its time has not come. */
export function toLeak(source: string, status: "draft" | "future"): ReportedMessage {
  const what = status === "draft" ? "a draft" : "an article of the future";
  return {
    ...toReason({
      rule: "leak",
      reason: `Expected a published article in the feeds, not ${what}`,
      hint: "Keep `--drafts` and `--future` for previews",
    }),
    file: source,
  };
}

/**
 * Says what subscribers would not forgive: an article that comes again under another id, and one
 * that is taken out of the feed though older ones stay. What several feeds tell is said once.
 */
export function toSubscriberReasons(
  comparisons: readonly NamedComparison[],
): readonly ReportedMessage[] {
  const reasons = new Map<string, ReportedMessage>();
  for (const { comparison } of comparisons) {
    const groups = groupChanges(comparison);
    for (const kind of ["delivered-again", "removed"] as const) {
      for (const change of groups.get(kind) ?? []) {
        const { name, url = "" } = describeChange(change);
        reasons.set(`${kind} ${name} ${url}`, toSubscriberReason(name, change));
      }
    }
  }
  return [...reasons.values()];
}

function toSubscriberReason(name: string, change: Change): ReportedMessage {
  if (change.kind !== "delivered-again") {
    return toReason({
      rule: "vanished",
      reason: `Expected \`${name}\` to stay in the feed as long as older articles do`,
      hint: "Put it back, or let it go on purpose: subscribers keep what they have",
    });
  }
  const { before, item } = change;
  return toReason({
    rule: "delivered-again",
    reason: `Expected \`${name}\` under the id that subscribers know, \`${before.id}\`, not \`${item.id}\`: it would be delivered again`,
    hint: "`feedwright adopt FEED` takes over the ids of a published feed, `feedwright ledger link OLD NEW` that of a renamed file",
  });
}

function toReason(said: Pick<ReportedMessage, "rule" | "reason" | "hint">): ReportedMessage {
  return { file: "", line: null, column: null, severity: "error", ...said };
}
