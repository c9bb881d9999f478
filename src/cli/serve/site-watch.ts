import { dirname, resolve } from "node:path";
import type { Settings } from "../settings.ts";
import { toRealPath, type Watch, type WatchListener, watch } from "./watch.ts";
import { toWatchPlan, type WatchPlan } from "./watch-plan.ts";

/** Watches what a site is made of, whatever becomes of its config. */
export interface SiteWatch {
  /** Watches what these settings name; where that is what is watched already, nothing is done. */
  readonly follow: (settings: Settings) => Promise<void>;
  /** Whether a change there may change the settings. */
  readonly isSiteFile: (path: string) => boolean;
  readonly close: () => Promise<void>;
}

/** Makes the watch of a site; it watches nothing yet. */
export function createSiteWatch(cwd: string, listener: WatchListener): SiteWatch {
  let watched = "";
  let plan: WatchPlan | undefined;
  let current: Watch | undefined;
  return {
    follow: async (settings) => {
      const wanted = toWatchable(settings, cwd);
      const key = JSON.stringify({ ...wanted, siteFiles: [...wanted.siteFiles].toSorted() });
      if (key === watched) return;
      const before = current;
      plan = toWatchPlan(wanted);
      current = await watch(plan, listener);
      watched = key;
      await before?.close();
    },
    isSiteFile: (path) => plan?.isSiteFile(path) ?? false,
    close: async () => await current?.close(),
  };
}

function toWatchable({ config, cache, siteFiles, owner }: Settings, cwd: string) {
  const { template } = config.companions;
  const own = template === undefined ? [] : [resolve(template.folder, template.path)];
  const written = [config.out, ...(cache === undefined ? [] : [cache])];
  return {
    content: toRealPath(config.content.folder),
    folder: owner.config === undefined ? cwd : dirname(owner.config),
    siteFiles: new Set([...siteFiles, ...own]),
    written: [...written, ...written.map(toRealPath)],
  };
}
