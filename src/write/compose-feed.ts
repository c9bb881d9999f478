import { createHash } from "node:crypto";
import type { FeedPaths } from "../config/feed-paths.ts";
import type { Config } from "../config/resolve.ts";
import type { Envelope, FeedEntry, FeedUrls, FormatName, History, OutputFile } from "../model.ts";
import type { FeedPlan } from "../select/choose-feeds.ts";
import { addressOf } from "./file-address.ts";
import { formats } from "./formats.ts";

/** A feed, and what it carries. */
export interface ChosenFeed {
  readonly plan: FeedPlan;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/**
 * Composes the documents of one feed, one for each format asked for: a frame around entries that are
 * composed already. Nothing is put together before it is read, and then piece by piece.
 */
export function composeFeed({ plan, entries }: ChosenFeed, config: Config): readonly OutputFile[] {
  const envelope = toEnvelope(entries, plan, config);
  const sources = entries.map(({ source }) => source);
  return config.feed.formats.map((format) => ({
    path: plan.paths[format],
    format,
    url: envelope.urls[format],
    title: plan.title,
    language: plan.language,
    group: plan.group,
    sources,
    ...compose(entries, envelope, format),
  }));
}

function toEnvelope(
  entries: readonly FeedEntry[],
  { paths, title, language, group, history }: FeedPlan,
  { site, feed, companions, podcast }: Config,
): Envelope {
  const { hubs, ttl, content } = feed;
  return {
    site: { ...site, title, language },
    // RFC 5005 §4: an archive is a part of the feed whose history it is.
    id: group && history?.kind !== "archive" ? addressOf(paths.atom, site.url) : site.url,
    updated: newestChange(entries),
    urls: urlsOf(paths, site.url),
    history: history && withUrls(history, site.url),
    hubs,
    style: companions.style === undefined ? undefined : addressOf(companions.style, site.url),
    ttl,
    content,
    // A guid that is stated is the podcast's, and a group's feed is none of its own.
    podcast:
      podcast && group && history?.kind !== "archive" ? { ...podcast, guid: undefined } : podcast,
    hasMarkdown: entries.some(({ hasMarkdown }) => hasMarkdown),
    lacksAuthor: entries.length === 0 || entries.some(({ authors }) => authors.length === 0),
  };
}

function urlsOf(paths: FeedPaths, siteUrl: string): FeedUrls {
  return {
    rss: addressOf(paths.rss, siteUrl),
    atom: addressOf(paths.atom, siteUrl),
    json: addressOf(paths.json, siteUrl),
  };
}

function withUrls(history: History<FeedPaths>, siteUrl: string): History {
  const toUrls = (paths: FeedPaths | undefined) => paths && urlsOf(paths, siteUrl);
  if (history.kind === "complete") return history;
  const previous = toUrls(history.previous);
  if (history.kind === "current") return { ...history, previous };
  return {
    ...history,
    current: urlsOf(history.current, siteUrl),
    previous,
    next: toUrls(history.next),
  };
}

// The date of a feed is that of its data: a build that changes nothing must not change a byte.
function newestChange(entries: readonly FeedEntry[]): Date | undefined {
  const times = entries.map(({ updated, published }) => (updated ?? published).getTime());
  return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.max(a, b)));
}

function compose(
  entries: readonly FeedEntry[],
  envelope: Envelope,
  format: FormatName,
): Pick<OutputFile, "digest" | "bytes" | "read"> {
  const { joints, composeFrame } = formats[format];
  const { head, tail } = composeFrame(envelope);
  const start = Buffer.from(entries.length === 0 ? head : head + joints.first);
  const joint = Buffer.from(joints.next);
  const end = Buffer.from(entries.length === 0 ? tail : joints.last + tail);
  const sizes = entries.map(({ sizeIn }) => sizeIn(format) + joint.length);
  const between = entries.length === 0 ? 0 : sizes.reduce((a, b) => a + b) - joint.length;
  return {
    digest: digestOf([head, tail, ...entries.map(({ digest }) => digest)]),
    bytes: start.length + between + end.length,
    read: function* read() {
      yield start;
      for (const [index, { readText }] of entries.entries()) {
        if (index > 0 && joint.length > 0) yield joint;
        yield readText(format);
      }
      yield end;
    },
  };
}

function digestOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
