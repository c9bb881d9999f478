import { canonicalHtml } from "../published/canonical-html.ts";
import type { PublishedItem } from "../published/published-feed.ts";
import type { Change, Edited, Part } from "./change.ts";
import { countWords } from "./count-words.ts";

/**
 * What became of an entry that both feeds have.
 *
 * @param isSameFormat whether what only one of them says is a change: RSS cannot say all
 */
export function compareItems(
  before: PublishedItem,
  item: PublishedItem,
  isSameFormat: boolean,
): readonly Change[] {
  const parts = findParts(before, item, isSameFormat);
  const words = parts.includes("content") ? countWords(before.html, item.html) : noWords;
  const edits: readonly Edited[] =
    parts.length === 0 ? [] : [{ kind: "edited", item, before, parts, words }];
  const { published: from } = before;
  const { published: to } = item;
  const isMoved = from !== undefined && to !== undefined && !isSameTime(from, to);
  return isMoved ? [...edits, { kind: "moved", item, before, from, to }] : edits;
}

const noWords = { added: 0, removed: 0 };

function findParts(
  before: PublishedItem,
  item: PublishedItem,
  isSameFormat: boolean,
): readonly Part[] {
  const differs = {
    title: (before.title ?? "") !== (item.title ?? ""),
    content: !isSameContent(before.html ?? "", item.html ?? ""),
    address: before.url !== item.url,
    enclosures: !isSameList(before.enclosures, item.enclosures, isSameFormat),
    updated: !isSameUpdate(before.updated, item.updated, isSameFormat),
  };
  const parts = partNames.filter((part) => differs[part]);
  // Beside another change its time tells nothing, and some formats have none.
  return parts.length > 1 ? parts.filter((part) => part !== "updated") : parts;
}

const partNames: readonly Part[] = ["title", "content", "address", "enclosures", "updated"];

function isSameContent(before: string, after: string): boolean {
  return before === after || canonicalHtml(before) === canonicalHtml(after);
}

// RSS has room for one.
function isSameList(
  before: readonly string[],
  after: readonly string[],
  isSameFormat: boolean,
): boolean {
  if (!isSameFormat) return before[0] === after[0] || before.length === 0 || after.length === 0;
  return before.toSorted().join("\n") === after.toSorted().join("\n");
}

function isSameUpdate(
  before: Date | undefined,
  after: Date | undefined,
  isSameFormat: boolean,
): boolean {
  if (before === undefined || after === undefined) return !isSameFormat || before === after;
  return isSameTime(before, after);
}

// RSS has no fractions of a second.
function isSameTime(one: Date, other: Date): boolean {
  return Math.floor(one.getTime() / 1000) === Math.floor(other.getTime() / 1000);
}
