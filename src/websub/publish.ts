import { setTimeout as wait } from "node:timers/promises";
import type { Limits } from "./limits.ts";
import { type Reply, requestPublish } from "./request-publish.ts";

/** A topic that a hub is to hear of; both are addresses. */
export interface Notice {
  readonly hub: string;
  readonly topic: string;
}

/** What became of a notice. */
export interface Published extends Notice {
  readonly isTold: boolean;
  /** Requests that were made. */
  readonly tries: number;
  /** Why the hub could not be told. */
  readonly reason: string | undefined;
}

/**
 * Tells a hub that a topic has changed (https://www.w3.org/TR/websub/#publishing), and tries again
 * where it could not answer; a hub's refusal is final.
 *
 * @param signal ends it before its time
 */
export async function publish(
  notice: Notice,
  limits: Limits,
  signal: AbortSignal,
): Promise<Published> {
  for (let tries = 1; ; tries += 1) {
    const reply = await requestPublish(notice, limits.request, signal);
    if (reply.kind === "told") return { ...notice, isTold: true, tries, reason: undefined };
    const failed = { ...notice, isTold: false, tries, reason: reply.reason };
    if (reply.kind === "refused" || tries >= limits.tries) return failed;
    if (!(await pause(toPause(reply, tries, limits), signal))) return failed;
  }
}

function toPause({ retryAfter = 0 }: Reply, tries: number, limits: Limits): number {
  return Math.min(Math.max(limits.pause * 2 ** (tries - 1), retryAfter), limits.longestPause);
}

/** Waits; false where the time is over before. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return await wait(milliseconds, true, { signal }).catch(() => false);
}
