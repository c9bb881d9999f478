import { toWriteError } from "./write-error.ts";

/** How a run leaves the feeds that could not write the first of them. */
export const asTheyWere = "the feeds are as they were";

/**
 * What is found of a file; undefined where there is none.
 *
 * @throws UsageError that says what the system would not do.
 */
export async function unlessMissing<Found>(
  path: string,
  find: (path: string) => Promise<Found>,
): Promise<Found | undefined> {
  try {
    return await find(path);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw toWriteError(cause, path, asTheyWere);
  }
}
