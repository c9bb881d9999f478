import type { FormatName } from "../../model.ts";
import type { BuildEnd } from "../build/recall-build.ts";

/** What the server serves. */
export interface Served {
  /** The output folder, absolute. */
  readonly out: string;
  /** The files that the last good build wrote or found as they should be, by path below it. */
  readonly files: ReadonlyMap<string, FormatName | null>;
}

/** What is served after a build: where nothing was written, what was served before. */
export function toServed(out: string, { outcome, code }: BuildEnd, before: Served): Served {
  if (code !== 0) return { ...before, out };
  const present = outcome.feeds.filter(({ status }) => status !== "removed");
  return { out, files: new Map(present.map(({ path, format }) => [path, format])) };
}
