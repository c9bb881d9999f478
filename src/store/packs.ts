import { randomUUID } from "node:crypto";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DamagedError } from "./damaged-error.ts";
import { beginPack, openPack, type Pack } from "./pack.ts";
import type { Span } from "./span-reader.ts";

/** The packs of a folder: those of earlier runs, and the one that this run begins. */
export interface Packs {
  /** The name of this run's pack, and of the one that goes with it. */
  readonly name: string;
  readonly lentName: string;
  readonly add: (bytes: Uint8Array) => Span;
  /** Adds what this run alone needs. */
  readonly lend: (bytes: Uint8Array) => Span;
  /** @throws DamagedError */
  readonly read: (name: string, span: Span) => Uint8Array;
  /** Whether a pack is there. */
  readonly has: (name: string) => boolean;
  /** Bytes in a pack. */
  readonly sizeOf: (name: string) => number;
  /** Finishes this run's pack. */
  readonly finish: () => void;
  /** Removes the packs that nothing refers to; those of a run beside this one stay. */
  readonly tidy: (wanted: ReadonlySet<string>) => void;
  readonly close: () => void;
}

/**
 * Opens packs.
 *
 * @param folder absolute; undefined to keep nothing
 * @param names those that the state refers to: they are held open, so that no other run takes them
 *   away
 */
export function openPacks(folder: string | undefined, names: Iterable<string>): Packs {
  const name = `${randomUUID()}${ending}`;
  const made = beginPack(folder === undefined ? undefined : join(folder, name));
  const lentName = `${randomUUID()}${ending}`;
  const lent = beginPack(folder === undefined ? undefined : join(folder, lentName));
  const own = new Map<string, Pack>([
    [name, made],
    [lentName, lent],
  ]);
  const old = new Map<string, Pack>();
  for (const one of folder === undefined ? [] : names) {
    const pack = tryToOpen(join(folder ?? "", one));
    if (pack) old.set(one, pack);
  }
  return {
    name,
    lentName,
    add: made.add,
    lend: lent.add,
    read: (one, span) => (own.get(one) ?? requirePack(old, one)).read(span),
    has: (one) => own.has(one) || old.has(one),
    sizeOf: (one) => (own.get(one) ?? old.get(one))?.size() ?? 0,
    finish: made.finish,
    tidy: (wanted) => {
      if (folder !== undefined) removeStale(folder, { wanted, known: old });
    },
    close: () => {
      for (const pack of [...own.values(), ...old.values()]) pack.close();
    },
  };
}

const ending = ".pack";

function tryToOpen(path: string): Pack | undefined {
  try {
    return openPack(path);
  } catch {
    // Another run has taken it away: what was in it is made again.
    return undefined;
  }
}

function requirePack(packs: ReadonlyMap<string, Pack>, name: string): Pack {
  const pack = packs.get(name);
  if (pack) return pack;
  throw new DamagedError(`no pack ${name}`);
}

// What this run does not know may belong to one that is still at work.
const longestRunMs = 24 * 60 * 60 * 1000;

function removeStale(
  folder: string,
  { wanted, known }: { wanted: ReadonlySet<string>; known: ReadonlyMap<string, Pack> },
): void {
  for (const name of readdirSync(folder)) {
    if (wanted.has(name) || !/\.(?:pack|part)$/.test(name)) continue;
    const path = join(folder, name);
    if (known.has(name) || isOld(path)) rmSync(path, { force: true });
  }
}

function isOld(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs > longestRunMs;
}
