import type { Config } from "../../config/resolve.ts";
import type { FormatName } from "../../model.ts";
import type { BuildEnd } from "../build/recall-build.ts";

/** What the server serves. */
export interface Served {
  /** The output folder, absolute. */
  readonly out: string;
  /** The files that the last good build wrote or found as they should be, by path below it. */
  readonly files: ReadonlyMap<string, FormatName | null>;
  /** Whether the feeds among them name a style sheet. */
  readonly hasStyle: boolean;
}

/** What is served after a build: where nothing was written, what was served before. */
export function toServed(
  { out, companions }: Pick<Config, "out" | "companions">,
  { outcome, code }: BuildEnd,
  before: Served,
): Served {
  if (code !== 0) return { ...before, out };
  const present = outcome.feeds.filter(({ status }) => status !== "removed");
  const files = new Map(present.map(({ path, format }) => [path, format]));
  return { out, files, hasStyle: companions.style !== undefined };
}
