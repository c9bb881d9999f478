import type { Adopted, FilledLedger } from "../../adopt/adopted.ts";
import type { MatchedBy } from "../../adopt/matching.ts";
import type { Arguments } from "../arguments.ts";
import type { Io } from "../io.ts";
import type { AdoptedFeed } from "./match-all.ts";

/** What came of taking feeds over. */
export interface Adoption extends FilledLedger {
  readonly feeds: readonly AdoptedFeed[];
  readonly adopted: readonly Adopted[];
  readonly isWritten: boolean;
  /** Whether every entry has its article. */
  readonly ok: boolean;
}

/** Tells of an adoption. */
export type AdoptionReport = (adoption: Adoption, args: Arguments, io: Io) => void;

/** How many entries were matched in which way, those of no way left out. */
export function countWays({ matches }: AdoptedFeed): readonly (readonly [MatchedBy, number])[] {
  return ways.flatMap((by) => {
    const count = matches.filter((match) => match.by === by).length;
    return count === 0 ? [] : [[by, count] as const];
  });
}

const ways: readonly MatchedBy[] = ["id", "address", "title", "content"];
