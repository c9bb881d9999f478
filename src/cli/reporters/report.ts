import type { Io } from "../io.ts";
import type { Outcome } from "../outcome.ts";

/** How much is said, and how. */
export interface Manner {
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
  /** The content folder as it is named from where the command was given. */
  readonly folder: string;
  /** The output folder, named likewise. */
  readonly out: string;
  /** IANA name of the zone in which dates are shown. */
  readonly timezone: string;
  /** What subscribers will see, where the feeds were compared with others. */
  readonly subscribers?: SubscribersView | undefined;
}

/** What subscribers will see. */
export interface SubscribersView {
  /** How many articles they will see for the first time. */
  readonly newItems: number;
  /** All of it for a summary: blocks of GitHub's Markdown, in which texts of articles are escaped. */
  readonly markdown: string;
}

/** Tells a run. Data goes to stdout, everything said to people to stderr. */
export type Report = (outcome: Outcome, io: Io, manner: Manner) => void;
