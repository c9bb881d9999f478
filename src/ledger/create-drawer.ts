import type { Config } from "../config/resolve.ts";
import type { Noticed } from "../noticed.ts";
import type { Ledger } from "./ledger.ts";
import { sketchOf } from "./sketch.ts";

/** The most articles that feeds may carry: groups and archives may carry any. */
export function mostCarried({ limit, groups, archives }: Config["feed"]): number {
  return groups.length > 0 || archives ? Number.POSITIVE_INFINITY : limit;
}

/**
 * Makes what draws sketches while texts are read, where feeds carry every article: to read each again
 * for it takes longer. Of an article whose line has a sketch of the same text none is drawn.
 */
export function createDrawer(feed: Config["feed"], { entries }: Ledger) {
  if (mostCarried(feed) !== Number.POSITIVE_INFINITY) return undefined;
  return (source: string, digest: string, noticed: Noticed): string | undefined => {
    const line = entries.get(source);
    return line?.digest === digest && line.sketch !== "" ? undefined : sketchOf(noticed);
  };
}
