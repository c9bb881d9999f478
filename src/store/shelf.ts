import type { KeptState, Row } from "./state.ts";

/** The rows of the last run, and those of this one, by source. */
export interface Shelf {
  readonly old: ReadonlyMap<string, Row>;
  readonly rows: ReadonlyMap<string, Row>;
  /** Takes a row over as it is. */
  readonly take: (source: string, row: Row) => void;
  readonly set: (source: string, row: Row) => void;
  /** Whether there is something to keep that is not kept yet. */
  readonly isChanged: () => boolean;
}

/** Makes the shelf of a run. */
export function createShelf(state: KeptState | undefined): Shelf {
  const old = state?.rows ?? new Map<string, Row>();
  const rows = new Map<string, Row>();
  let isChanged = state === undefined;
  return {
    old,
    rows,
    take: (source, row) => {
      rows.set(source, row);
    },
    set: (source, row) => {
      rows.set(source, row);
      isChanged = true;
    },
    isChanged: () => isChanged || rows.size !== old.size,
  };
}
