import type { Redelivered, Removed } from "../../diff/change.ts";
import { describeChange } from "../diff/describe-change.ts";
import type { ReportedMessage } from "../outcome.ts";

/** Says of files that they are not what a build would write. */
export function toOutdated(paths: readonly string[]): ReportedMessage {
  const names = paths.map((path) => `\`${path}\``);
  const [last = "", ...others] = names.toReversed();
  const list = others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
  return toReason({
    rule: "out-of-date",
    reason: `Expected ${list} as a build would write ${others.length === 0 ? "it" : "them"}`,
    hint: "Run `feedwright build`, and commit what is committed",
  });
}

/** Says of an article in a feed that its time has not come. */
export function toLeak(source: string, status: "draft" | "future"): ReportedMessage {
  const what = status === "draft" ? "a draft" : "an article of the future";
  return {
    ...toReason({
      rule: "leak",
      reason: `Expected a published article in the feeds, not ${what}`,
      hint: "Build without `--drafts` and `--future`, which are for previews",
    }),
    file: source,
  };
}

/** Says of an article that subscribers would get it again. */
export function toDeliveredAgain(change: Redelivered): ReportedMessage {
  const { before, item } = change;
  return toReason({
    rule: "delivered-again",
    reason: `Expected \`${describeChange(change).name}\` under the id that subscribers know, \`${before.id}\`, not \`${item.id}\`: it would be delivered again`,
    hint: "`feedwright adopt FEED` takes over the ids of a published feed, `feedwright ledger link OLD NEW` that of a renamed file; do not publish before",
  });
}

/** Says of an article whose file is there that the feeds have lost it. */
export function toVanished(change: Removed): ReportedMessage {
  return toReason({
    rule: "vanished",
    reason: `Expected \`${describeChange(change).name}\` to stay in the feed as long as older articles do`,
    hint: "Look at what keeps its file out; to let it go on purpose say so in its front matter (`unlisted: true`), or delete it; a renamed file is told by `feedwright ledger link OLD NEW`",
  });
}

/** Says of an article that the ledger would give it another id than a commit's has. */
export function toIdChanged(source: string, before: string, now: string): ReportedMessage {
  return {
    ...toReason({
      rule: "id-changed",
      reason: `Expected the id \`${before}\`, which the ledger had, not \`${now}\``,
      hint: "Take its line in the ledger back, unless it was never published under that id",
    }),
    file: source,
  };
}

function toReason(said: Pick<ReportedMessage, "rule" | "reason" | "hint">): ReportedMessage {
  return { file: "", line: null, column: null, severity: "error", ...said };
}
