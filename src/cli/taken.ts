import type { FilePlan } from "../write/files.ts";
import type { ReportedMessage } from "./outcome.ts";

/** The rule by which somebody else's file stays. */
export const takenRule = "taken";

/** Says of a file beside the feeds that it was not written. */
export function toTaken({ path }: FilePlan): ReportedMessage {
  return {
    file: "",
    line: null,
    column: null,
    severity: "warning",
    rule: takenRule,
    reason: `Expected no file, or one that feedwright wrote, at \`${path}\` in the output folder; it stays as it is`,
    hint: "Name another path in the config (`page`, `feed.style` …), or `false` to do without",
  };
}
