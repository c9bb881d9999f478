import { UsageError } from "../config/errors.ts";
import { readDate } from "../front-matter/date.ts";
import { fromAtom } from "./from-atom.ts";
import { fromJson } from "./from-json.ts";
import { fromRss } from "./from-rss.ts";
import type { PublishedFeed } from "./published-feed.ts";
import { describeWebPage, isWebPage } from "./web-page.ts";

/**
 * Reads the text of a feed: RSS 0.9x to 2.0, Atom, JSON Feed.
 *
 * @param place what the feed is called in messages
 * @param base the document's own address, where it has one
 * @throws UsageError where it is no feed, or broken.
 */
export async function parseFeed(
  text: string,
  place: string,
  base?: string,
): Promise<PublishedFeed> {
  if (isWebPage(text)) throw new UsageError(describeWebPage(text, place, base));
  // Most runs read no feed.
  const { parseFeed: parse } = await import("feedsmith");
  const parsed = attempt(place, () => parse(requireJson(text), { parseDateFn: toDate }));
  if (parsed.format === "atom") return fromAtom(parsed.feed, base);
  return parsed.format === "json" ? fromJson(parsed.feed, base) : fromRss(parsed.feed, base);
}

// A date without a zone is the same moment on every machine.
function toDate(text: string): Date | undefined {
  return readDate(text, "UTC");
}

// The parser does not say what is wrong with JSON.
function requireJson(text: string): string {
  if (/^\s*[{[]/.test(text)) JSON.parse(text);
  return text;
}

function attempt<Result>(place: string, parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(`${describe(error)}: \`${place}\``, { cause: error });
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return "Expected a feed that can be read";
  if (error.name === "DetectError") return "Expected an RSS, Atom or JSON feed, not something else";
  const { message } = error.cause instanceof Error ? error.cause : error;
  // The parser goes on with a piece of the feed.
  return `Expected a whole feed, not a broken one (${/^[^.\n]*/.exec(message)?.[0]})`;
}
