import type { VFile } from "vfile";
import { addMessage } from "../message.ts";
import type { Article, Reading, Status } from "../model.ts";

/** What is let in, and when it is. */
export interface Gate {
  readonly drafts: boolean;
  readonly future: boolean;
  /** The moment that decides what lies in the future. */
  readonly now: Date;
}

/** A file and what becomes of it. */
export interface Decision {
  readonly reading: Reading;
  readonly status: Status;
  /** There where the article may stand in a feed. */
  readonly article: Article | undefined;
}

/** Decides which articles may stand in a feed; every file gets a status. */
export function decide(reading: Reading, gate: Gate): Decision {
  const status = statusOf(reading, gate);
  const article = status === "published" ? reading.article : undefined;
  return { reading, status, article: article && withoutFuture(article, gate.now) };
}

function statusOf({ status, article, file }: Reading, gate: Gate): Status {
  if (status === "draft" && gate.drafts) {
    if (article) return isFuture(article, gate) ? "future" : "published";
    addMessage(file, {
      severity: "warning",
      rule: "draft",
      reason: "Expected a draft with a date; it is left out",
      hint: "Give it a `date` to see it in a feed",
      offset: 0,
    });
  }
  if (status !== "published" || !article) return status;
  if (article.until && article.until <= gate.now) return expire(file);
  return isFuture(article, gate) ? "future" : status;
}

function isFuture({ published, from }: Article, { future, now }: Gate): boolean {
  return !future && (published > now || (from !== undefined && from > now));
}

function expire(file: VFile): "unlisted" {
  addMessage(file, {
    severity: "info",
    rule: "expired",
    reason: "Expected an article that has not expired; it is left out",
    offset: 0,
  });
  return "unlisted";
}

// A change that has not happened yet would date the whole feed into the future.
function withoutFuture(article: Article, now: Date): Article {
  if (!article.updated || article.updated <= now || article.published > now) return article;
  addMessage(article.file, {
    severity: "warning",
    rule: "updated",
    reason: "Expected an update that does not lie in the future; it is left out",
    hint: "Correct the date",
  });
  return { ...article, updated: undefined };
}

/** The first moment from now on at which something else may become of an article. */
export function nextMoment(decisions: readonly Decision[], now: Date): Date | undefined {
  let next: Date | undefined;
  for (const { reading } of decisions) {
    const { published, updated, from, until } = reading.outline;
    for (const time of [published, updated, from, until]) {
      if (time && time > now && (!next || time < next)) next = time;
    }
  }
  return next;
}
