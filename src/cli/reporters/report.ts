import type { Io } from "../io.ts";
import type { Outcome } from "../outcome.ts";

/** How much is said, and how. */
export interface Manner {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
  /** The content folder as it is named from where the command was given. */
  readonly folder: string;
  /** IANA name of the zone in which dates are shown. */
  readonly timezone: string;
}

/** Tells a run. Data goes to stdout, everything said to people to stderr. */
export type Report = (outcome: Outcome, io: Io, manner: Manner) => void;
