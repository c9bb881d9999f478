import { addressKey, pathKey } from "../published/address-key.ts";
import { pairUp, type Round } from "../published/pair-up.ts";
import type { PublishedItem } from "../published/published-feed.ts";
import { contentKey, dayKeys, titleKey } from "../published/text-keys.ts";
import type { Redelivered } from "./change.ts";

/**
 * Finds the articles that come under another id: their old entry is gone, or stands beside the new
 * one.
 *
 * @param survivors old entries that are still there
 */
export function findRedelivered(
  gone: readonly PublishedItem[],
  come: readonly PublishedItem[],
  survivors: readonly PublishedItem[],
): readonly Redelivered[] {
  const replaced = pairUp(come, gone, rounds);
  const doubled = pairUp(replaced.left, survivors, twinRounds);
  return [...replaced.pairs, ...doubled.pairs].map(({ left, right, by }) => {
    return { kind: "delivered-again", item: left, before: right, by };
  });
}

type By = Redelivered["by"];

type Key = (item: PublishedItem) => string | undefined;

const rounds: readonly Round<PublishedItem, PublishedItem, By>[] = [
  roundOf("address", ({ url = "" }) => addressKey(url)),
  roundOf("address", ({ url = "" }) => pathKey(url)),
  roundOf("title", (item) => join(titleKey(item.title), dateOf(item)?.toISOString())),
  {
    by: "title",
    leftKeys: (item) => dayKeys(dateOf(item), 0).map((day) => join(titleKey(item.title), day)),
    rightKeys: (item) => dayKeys(dateOf(item), 1).map((day) => join(titleKey(item.title), day)),
  },
  roundOf("content", ({ html }) => contentKey(html)),
];

// Articles on one thing may share its address, and those of a series their title.
const twinRounds: readonly Round<PublishedItem, PublishedItem, By>[] = [
  roundOf("address", ({ url = "", title }) => join(addressKey(url), titleKey(title))),
  roundOf("content", ({ html, title }) => join(contentKey(html), titleKey(title))),
];

function roundOf(by: By, key: Key): Round<PublishedItem, PublishedItem, By> {
  return { by, leftKeys: (item) => [key(item)], rightKeys: (item) => [key(item)] };
}

function dateOf({ published, updated }: PublishedItem): Date | undefined {
  return published ?? updated;
}

function join(first: string | undefined, second: string | undefined): string | undefined {
  return first === undefined || second === undefined ? undefined : `${first}\n${second}`;
}
