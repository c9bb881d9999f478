import { createHash } from "node:crypto";
import { resolveAddress } from "../address.ts";
import type { Config } from "../config/resolve.ts";
import type { Envelope, FeedEntry, FormatName, OutputFile } from "../model.ts";
import type { FeedPlan } from "../select/choose-feeds.ts";
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
    group: plan.group,
    sources,
    ...compose(entries, envelope, format),
  }));
}

function toEnvelope(
  entries: readonly FeedEntry[],
  { paths, title, language, group }: FeedPlan,
  { site, feed }: Config,
): Envelope {
  const { hubs, ttl, content } = feed;
  return {
    site: { ...site, title, language },
    id: group ? addressOf(paths.atom, site.url) : site.url,
    updated: newestChange(entries),
    urls: {
      rss: addressOf(paths.rss, site.url),
      atom: addressOf(paths.atom, site.url),
      json: addressOf(paths.json, site.url),
    },
    hubs,
    ttl,
    content,
    hasMarkdown: entries.some(({ hasMarkdown }) => hasMarkdown),
    lacksAuthor: entries.length === 0 || entries.some(({ authors }) => authors.length === 0),
  };
}

function addressOf(path: string, siteUrl: string): string {
  return resolveAddress(path.split("/").map(encodeURIComponent).join("/"), siteUrl) ?? siteUrl;
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
