import { DamagedError } from "../store/damaged-error.ts";
import { openFreshStore, openStore, type Store, type StoreOptions } from "../store/store.ts";
import type { Io } from "./io.ts";

/**
 * Does work with the store. What earlier runs left is checked before it is used: where it is damaged,
 * the work is done again without it.
 */
export async function withStore<Result>(
  options: StoreOptions,
  io: Io,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const attempt = async (store: Store) => await work(store).finally(store.close);
  try {
    return await attempt(openStore(options));
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    warn(io, `Expected a readable cache (${error.message}); the run goes on without it`);
    return await attempt(openFreshStore(options));
  }
}

/** Says on stderr what is not as it should be, though the run goes on. */
export function warn(io: Io, sentence: string): void {
  io.stderr.write(`feedwright: warning: ${sentence}\n`);
}
