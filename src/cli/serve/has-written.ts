import type { BuildEnd } from "../build/recall-build.ts";

/** Whether a build changed a file. */
export function hasWritten({ outcome }: BuildEnd): boolean {
  return outcome.feeds.some(({ status }) => status === "written" || status === "removed");
}
