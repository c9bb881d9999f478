import { join } from "node:path";
import { readKept, writeKept } from "../store/kept-file.ts";
import { isTable } from "../table.ts";
import type { Topic } from "./topic.ts";

/** What each hub was told last: the digest of a topic's file, by hub and by topic. */
export type ToldTopics = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Recalls what hubs were told.
 *
 * @param folder of the site's store, absolute; undefined to do without
 * @throws DamagedError
 */
export function recallTold(folder: string | undefined): ToldTopics {
  const kept = folder === undefined ? undefined : readKept(fileOf(folder), kind);
  if (!isTable(kept)) return new Map();
  return new Map(Object.entries(kept).map(([hub, topics]) => [hub, toDigests(topics)]));
}

/**
 * Remembers what hubs were told.
 *
 * @throws the file system's error
 */
export async function rememberTold(folder: string | undefined, told: ToldTopics): Promise<void> {
  if (folder === undefined) return;
  const table = [...told].map(([hub, topics]) => [hub, Object.fromEntries(topics)]);
  await writeKept(fileOf(folder), kind, Object.fromEntries(table));
}

/** Whether a hub was told of a topic as it is now. */
export function isTold(told: ToldTopics, hub: string, { url, digest }: Topic): boolean {
  return told.get(hub)?.get(url) === digest;
}

const kind = "pings";

function fileOf(folder: string): string {
  return join(folder, "pings");
}

function toDigests(value: unknown): ReadonlyMap<string, string> {
  if (!isTable(value)) return new Map();
  return new Map(Object.entries(value).map(([topic, digest]) => [topic, String(digest)]));
}
