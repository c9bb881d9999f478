import type { Io } from "../io.ts";
import type { Outcome } from "../outcome.ts";

/** The whole report as one JSON object on stdout, for programs. */
export function reportJson(outcome: Outcome, io: Io): void {
  io.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
}
