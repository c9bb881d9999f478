import { lstat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { UsageError } from "../../config/errors.ts";
import type { Arguments } from "../arguments.ts";
import type { Io } from "../io.ts";
import { settle } from "../settings.ts";

/** Where a site's ledger and articles lie, absolute. */
export interface Place {
  readonly ledger: string;
  readonly content: string;
  /** Where the command was given. */
  readonly cwd: string;
}

/**
 * Finds the ledger, which lies beside the config file, and the content folder.
 *
 * @throws UsageError, ConfigError
 */
export async function findPlace(args: Arguments, io: Io): Promise<Place> {
  const { config, ledger } = await settle(args, io, standIn);
  if (ledger === undefined) {
    throw new UsageError("Expected a ledger, not `ledger: false` in the config");
  }
  return { ledger, content: config.content.folder, cwd: io.cwd };
}

// No feed will carry it.
const standIn = { site: { url: "https://example.com/", title: "Untitled" } };

/** Whether an article's file is there. */
export async function isThere({ content }: Place, source: string): Promise<boolean> {
  const stats = await lstat(join(content, source)).catch(() => undefined);
  return stats?.isFile() ?? false;
}

/** A path as the shell completes it, from the content folder; undefined where it lies elsewhere. */
export function toSource({ content, cwd }: Place, path: string): string | undefined {
  const source = relative(content, resolve(cwd, path)).replaceAll("\\", "/");
  return source === "" || source === ".." || /^\.\.\/|^\/|^[A-Za-z]:/.test(source)
    ? undefined
    : source;
}
