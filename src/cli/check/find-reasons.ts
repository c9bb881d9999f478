import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Redelivered, Removed } from "../../diff/change.ts";
import type { Result } from "../../generate.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { ledgerName } from "../../ledger/ledger-name.ts";
import type { Status } from "../../model.ts";
import type { FilePlan } from "../../write/files.ts";
import { isKept } from "../build/ledger-plan.ts";
import type { NamedComparison } from "../diff/describe-change.ts";
import type { ReportedMessage } from "../outcome.ts";
import type { Settings } from "../settings.ts";
import { toDeliveredAgain, toIdChanged, toLeak, toOutdated, toVanished } from "./reasons.ts";

/** A build in memory, and what it was compared with. */
export interface Checked {
  readonly settings: Settings;
  readonly result: Result;
  /** The ledger as it is on the disk. */
  readonly ledger: Ledger | undefined;
  /** The ledger of the commit that the feeds are compared with; empty where there is none. */
  readonly before: Ledger;
  readonly plans: readonly FilePlan[];
  readonly comparisons: readonly NamedComparison[];
}

/**
 * Everything for which a site should not be published as it is, beside the articles' mistakes. That
 * something is out of date is told only where nothing is worse: who built would make that final.
 */
export function findReasons(checked: Checked): readonly ReportedMessage[] {
  const worse = [
    ...findSubscriberReasons(checked),
    ...findChangedIds(checked),
    ...findLeaks(checked),
  ];
  return worse.length > 0 ? worse : findOutdated(checked);
}

// Many sites commit no feeds, and some no ledger: where none is there none is missed.
function findOutdated({ settings, result, ledger, plans }: Checked): readonly ReportedMessage[] {
  const { out } = settings.config;
  const isThere = plans.some(({ path, isTaken }) => !isTaken && existsSync(join(out, path)));
  const feeds = plans.filter(({ change }) => isThere && change !== "none");
  const isBehind = isKept(ledger) && result.ledger !== ledger;
  const paths = [
    ...feeds.map(({ path }) => path),
    ...(isBehind ? [basename(settings.ledger ?? ledgerName)] : []),
  ];
  return paths.length === 0 ? [] : [toOutdated(paths)];
}

// What several feeds tell is said once.
function findSubscriberReasons(checked: Checked): readonly ReportedMessage[] {
  const again = new Map<string, Redelivered>();
  const removed = new Map<string, Removed>();
  for (const { comparison, isOfGroup } of checked.comparisons) {
    for (const change of comparison.changes) {
      const { url, id } = "before" in change ? change.before : change.item;
      const key = url ?? id;
      if (change.kind === "delivered-again" && !again.has(key)) again.set(key, change);
      // An article may leave a group: its tags are others now.
      if (change.kind === "removed" && !isOfGroup && !removed.has(key)) removed.set(key, change);
    }
  }
  const isMeant = createIsMeant(checked);
  return [
    ...[...again.values()].map(toDeliveredAgain),
    ...[...removed.values()].filter((change) => !isMeant(change)).map(toVanished),
  ];
}

// Whose file is gone, or says that it is not for feeds, goes on purpose.
function createIsMeant({ settings, result, ledger }: Checked): (change: Removed) => boolean {
  const sources = new Map<string, string>();
  for (const { reading } of result.decisions) {
    const { id, url } = reading.outline;
    for (const name of [id, url]) if (name !== undefined) sources.set(name, reading.source);
  }
  for (const { id, atomId = id, url, source } of ledger?.entries.values() ?? []) {
    for (const name of [id, atomId, url]) sources.set(name, source);
  }
  const statuses = new Map(result.decisions.map(({ reading, status }) => [reading.source, status]));
  return ({ before: { id, url = "" } }) => {
    const source = sources.get(id) ?? sources.get(url);
    if (source === undefined) return true;
    const status = statuses.get(source);
    if (status !== undefined) return hidden.has(status);
    return !existsSync(join(settings.config.content.folder, source));
  };
}

const hidden: ReadonlySet<Status> = new Set(["unlisted", "draft", "future"]);

// An id that the ledger still has is that of an article that moved, or gave its file to another.
function findChangedIds({ result, before }: Checked): readonly ReportedMessage[] {
  const lines = [...(result.ledger?.entries.values() ?? [])];
  const ids = new Set(lines.map(({ id }) => id));
  return lines.flatMap(({ source, id }) => {
    const known = before.entries.get(source);
    return known && !ids.has(known.id) ? [toIdChanged(source, known.id, id)] : [];
  });
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
