import { open, realpath } from "node:fs/promises";
import { resolve, sep } from "node:path";
import type { Template } from "../../config/companions.ts";
import { UsageError } from "../../config/errors.ts";

/**
 * Reads the user's template.
 *
 * @throws UsageError where it is no readable file of at most a megabyte in the folder of the config.
 */
export async function readTemplate({ path, folder }: Template): Promise<string> {
  const place = await realpath(resolve(folder, path)).catch(() => undefined);
  if (place === undefined) throw refuse("a template that is there", path);
  // Whoever sends a config must not have other files published.
  if (!place.startsWith(`${await realpath(folder)}${sep}`)) {
    throw refuse("a template in the folder of the config", path);
  }
  const file = await open(place).catch((cause: unknown) => {
    throw refuse("a template that can be read", path, cause);
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw refuse("a template that is a file", path);
    if (stats.size > mostBytes) throw refuse("a template of at most 1 MB", path);
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}

const mostBytes = 1_000_000;

function refuse(what: string, path: string, cause?: unknown): UsageError {
  return new UsageError(`Expected ${what}, not \`${path}\` for \`page.template\``, { cause });
}
