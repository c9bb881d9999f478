import { realpathSync } from "node:fs";
import { FSWatcher } from "chokidar";
import type { WatchPlan } from "./watch-plan.ts";

/** Hears of changes. */
export interface WatchListener {
  readonly onChange: (path: string) => void;
  readonly onError: (error: unknown) => void;
}

/** Something that watches. */
export interface Watch {
  readonly close: () => Promise<void>;
}

/** Begins to watch; from when this is done, no change goes by unheard. */
export async function watch(plan: WatchPlan, { onChange, onError }: WatchListener): Promise<Watch> {
  const watcher = new FSWatcher({
    ignoreInitial: true,
    followSymlinks: false,
    // What is replaced is told at once, not after it has been missing for a while.
    atomic: false,
    ignored: (path) => !plan.isWatched(path),
  });
  watcher.on("all", (_, path) => onChange(path)).on("error", onError);
  const ready = new Promise<void>((resolve) => watcher.once("ready", resolve));
  watcher.add([...plan.roots]);
  await ready;
  return watcher;
}

/** A path as the system names it, wherever links lead; as it is where there is nothing. */
export function toRealPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
