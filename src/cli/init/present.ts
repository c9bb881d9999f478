import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { UsageError } from "../../config/errors.ts";
import { configNames, loadOptions } from "../../config/load.ts";
import type { Options } from "../../config/options.ts";

/** A config that is there already: the file's name and what it says. */
export interface Present {
  readonly name: string;
  readonly options: Options;
}

/**
 * Looks for a config in a folder.
 *
 * @throws ConfigError where it is damaged.
 */
export async function findPresent(folder: string): Promise<Present | undefined> {
  const { options, origin } = await loadOptions(folder);
  return origin === undefined ? undefined : { name: origin, options };
}

/**
 * Makes sure that a config says just what is to be written: it is never overwritten unasked.
 *
 * @throws UsageError where it does not.
 */
export function requireSame(present: Present, name: string, options: Options): void {
  const { $schema: _, ...said } = present.options;
  const isTyped = /\.m?ts$/.test(present.name);
  if (isDeepStrictEqual(said, options) && (isTyped || !name.endsWith(".ts"))) return;
  throw new UsageError(
    `Expected no config, but \`${present.name}\` is there already; it stays as it is (\`--force\` writes another)`,
  );
}

/**
 * Makes sure that no file is read instead of the one that is to be written.
 *
 * @throws UsageError
 */
export function requireFirst(folder: string, name: string): void {
  const before = configNames.slice(0, configNames.indexOf(name));
  const first = before.find((one) => existsSync(join(folder, one)));
  if (first === undefined) return;
  throw new UsageError(
    `Expected no \`${first}\`, which is read instead of \`${name}\`; remove it, or give \`--ts\``,
  );
}
