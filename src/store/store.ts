import { rmSync } from "node:fs";
import { join } from "node:path";
import type { FormatName } from "../model.ts";
import { createEntryMemory, type EntryMemory } from "./entry-memory.ts";
import { gather } from "./gather.ts";
import { openPacks } from "./packs.ts";
import { createReadingMemory, type ReadingMemory } from "./reading-memory.ts";
import { createShelf, type Shelf } from "./shelf.ts";
import { type KeptState, readState, writeState } from "./state.ts";

/** What earlier runs worked out, as far as it still holds, and what this one does. */
export interface Store extends ReadingMemory, EntryMemory {
  /** Whether all of so many files will be known again by what the system says of them. */
  readonly covers: (files: number) => boolean;
  /**
   * Keeps all of it for the next run.
   *
   * @throws the file system's error where the folder cannot be written.
   */
  readonly commit: () => Promise<void>;
  /** Lets go of what is kept, since it is damaged. */
  readonly drop: () => void;
  readonly close: () => void;
}

/** Where and for what something is kept. */
export interface StoreOptions {
  /** Its folder, absolute; undefined to keep nothing. */
  readonly folder: string | undefined;
  readonly formats: readonly FormatName[];
  /** Fingerprint of what readings depend on beside the files. */
  readonly readPrint: string;
  /** Fingerprint of what entries depend on beside the articles; undefined where nobody can know. */
  readonly entryPrint: string | undefined;
  /** When the run began, in milliseconds since 1970: times of files that are later are not trusted. */
  readonly start: number;
  /** The most that is kept of entries, in bytes. */
  readonly maxSize: number;
}

/** A store that forgets: for those who want none. */
export function createForgetfulStore(formats: readonly FormatName[]): Store {
  const nothing = { folder: undefined, readPrint: "", entryPrint: undefined, start: 0, maxSize: 0 };
  return createStore({ ...nothing, formats }, undefined);
}

/**
 * Opens the store of a folder.
 *
 * @throws DamagedError where its state cannot be read, or is not what feedwright wrote.
 */
export function openStore(options: StoreOptions): Store {
  const { folder } = options;
  return createStore(options, folder === undefined ? undefined : readState(stateOfFolder(folder)));
}

/** Opens the store of a folder as if nothing were in it. */
export function openFreshStore(options: StoreOptions): Store {
  return createStore(options, undefined);
}

function stateOfFolder(folder: string): string {
  return join(folder, "state");
}

function createStore(options: StoreOptions, state: KeptState | undefined): Store {
  const { folder, readPrint } = options;
  const shelf = createShelf(state);
  const packs = openPacks(folder, packsOf(shelf));
  return {
    ...createReadingMemory(shelf, options, state?.print === readPrint),
    ...createEntryMemory(shelf, packs, options),
    covers: (files) => {
      const rows = [...shelf.rows.values()];
      return rows.filter(({ state, reading }) => state !== "" && reading).length === files;
    },
    commit: async () => {
      if (folder === undefined || !shelf.isChanged()) return;
      const rows = gather(shelf.rows, packs, options.maxSize);
      packs.finish();
      await writeState(stateOfFolder(folder), { print: readPrint, rows }, state);
      packs.tidy(new Set(rows.flatMap(([, { entry }]) => entry?.pack ?? [])));
    },
    drop: () => {
      if (folder !== undefined) rmSync(stateOfFolder(folder), { force: true });
    },
    close: packs.close,
  };
}

function packsOf({ old }: Shelf): Iterable<string> {
  return new Set([...old.values()].flatMap(({ entry }) => entry?.pack ?? []));
}
