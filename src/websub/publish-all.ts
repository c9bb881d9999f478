import type { Limits } from "./limits.ts";
import { type Notice, type Published, publish } from "./publish.ts";

/** Tells hubs of topics, some at a time; the answers are in the order of the notices. */
export async function publishAll(
  notices: readonly Notice[],
  limits: Limits,
): Promise<readonly Published[]> {
  const signal = AbortSignal.timeout(limits.total);
  const done: Published[] = [];
  const waiting = notices.entries();
  const workOff = async () => {
    // All take from the same list.
    for (const [index, notice] of waiting) done[index] = await publish(notice, limits, signal);
  };
  await Promise.all(Array.from({ length: limits.jobs }, workOff));
  return done;
}
