import type { Result } from "../../generate.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { isFile } from "../../published/read-file.ts";
import type { FilePlan } from "../../write/files.ts";
import { isKept } from "../build/ledger-plan.ts";
import type { NamedComparison } from "../diff/describe-change.ts";
import type { ReportedMessage } from "../outcome.ts";
import type { Settings } from "../settings.ts";
import { toLeak, toOutdated, toSubscriberReasons } from "./reasons.ts";

/** A build in memory, and what it was compared with. */
export interface Checked {
  readonly settings: Settings;
  readonly result: Result;
  /** The ledger as it is on the disk. */
  readonly ledger: Ledger | undefined;
  readonly plans: readonly FilePlan[];
  readonly comparisons: readonly NamedComparison[];
}

/** Everything for which a site should not be published as it is, beside the articles' mistakes. */
export async function findReasons(checked: Checked): Promise<readonly ReportedMessage[]> {
  return [
    ...(await findOutdated(checked)),
    ...toSubscriberReasons(checked.comparisons),
    ...findLeaks(checked),
  ];
}

// Many sites commit no feeds, and some no ledger: what is not there is not missed.
async function findOutdated({
  settings: { config },
  result,
  ledger,
  plans,
}: Checked): Promise<readonly ReportedMessage[]> {
  const reasons: ReportedMessage[] = [];
  for (const { path, change } of plans) {
    if (change === "write" && (await isFile(path, config.out))) {
      reasons.push(toOutdated(path, "feed"));
    }
  }
  const isOutdated = isKept(ledger) && result.ledger !== ledger;
  return isOutdated ? [...reasons, toOutdated("feeds.lock.json", "ledger")] : reasons;
}

function findLeaks({ settings, result }: Checked): readonly ReportedMessage[] {
  const { now } = settings.run;
  const drafts = new Set(
    result.decisions.flatMap(({ reading: { status, source } }) => {
      return status === "draft" ? [source] : [];
    }),
  );
  return result.entries.flatMap(({ source, published }) => {
    if (drafts.has(source)) return [toLeak(source, "draft")];
    return published > now ? [toLeak(source, "future")] : [];
  });
}
