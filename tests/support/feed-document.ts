import type { Entry, Envelope, FormatName, Site } from "../../src/model.ts";
import { formats } from "../../src/write/formats.ts";
import { entry } from "./article.ts";

/** A site that states only what a test is about. */
export function site(stated: Partial<Site> = {}): Site {
  return {
    url: "https://example.com/",
    title: "Example",
    timezone: "UTC",
    authors: [],
    authorsByKey: new Map(),
    ...stated,
  };
}

/** A feed, whole: its envelope and its entries. */
export interface FeedDocument extends Envelope {
  readonly entries: readonly Entry[];
}

/** The text of a feed, put together in memory. */
export function composeWhole(format: FormatName, feed: FeedDocument): string {
  const { composeEntries, composeFrame, joints } = formats[format];
  const { head, tail } = composeFrame(feed);
  if (feed.entries.length === 0) return head + tail;
  const entries = composeEntries(feed.entries, feed);
  return [head, joints.first, entries.join(joints.next), joints.last, tail].join("");
}

/** A feed that states only what a test is about; dated by its first entry. */
export function feedDocument(stated: Partial<FeedDocument> = {}): FeedDocument {
  const { entries = [] } = stated;
  const [first] = entries;
  return {
    site: site(),
    id: (stated.site ?? site()).url,
    entries: [],
    updated: first?.updated ?? first?.published,
    urls: {
      rss: "https://example.com/rss.xml",
      atom: "https://example.com/atom.xml",
      json: "https://example.com/feed.json",
    },
    hubs: [],
    content: "full",
    hasMarkdown: entries.some(({ markdown }) => markdown !== undefined),
    lacksAuthor: entries.length === 0 || entries.some(({ authors }) => authors.length === 0),
    ...stated,
  };
}

/** A site that says everything a site can say. */
export const richSite: Site = site({
  url: "https://example.com/sub/",
  title: 'Tables & <chairs> "here"',
  description: "All of <it> & more",
  language: "en",
  authors: [
    { name: "Jo Brandt", email: "jo@example.com", url: "https://example.com/jo/" },
    { name: "Mina", avatar: "https://example.com/mina.png" },
  ],
  image: "https://example.com/logo.png",
  icon: "https://example.com/favicon.ico",
  copyright: "© 2024 Jo & Mina",
});

/** An entry that says everything an entry can say, with all that has to be escaped. */
export const richEntry: Entry = entry({
  id: "post 1 & <more>",
  url: "https://example.com/sub/a/?x=1&y=2",
  title: 'Vec<T> & "AT&T" ]]> </em> &amp; 한국어 👩‍👧',
  published: new Date("2024-01-02T03:04:05.678Z"),
  updated: new Date("2024-02-03T04:05:06Z"),
  summary: "A <b> & ]]> summary",
  language: "ko",
  authors: [
    { name: "A <B> & C", email: "a@example.com", url: "https://example.com/?a&b" },
    { name: "D", avatar: "https://example.com/d.png" },
    { name: "E", email: "e@example.com" },
  ],
  tags: ["c&d", "<e>", '"f"'],
  image: "https://example.com/lead.webp?a&b",
  enclosures: [
    { url: "https://example.com/a.mp3?x=1&y=2", length: 1234, type: "audio/mpeg", duration: 60 },
    { url: "https://example.com/b" },
  ],
  comments: "https://example.com/talk?a&b",
  html: '<p>Text &#x26; "quotes" ]]&#x3E; ]]> &lt;b&gt; <a href="https://b.example/?a&#x26;b">x</a></p>',
});

/** A feed that says everything a feed can say. */
export const richFeed: FeedDocument = feedDocument({
  site: richSite,
  entries: [richEntry],
  hubs: ["https://hub.example/?a&b"],
  ttl: 60,
});

/** An entry that says nothing but what it must. */
export const bareEntry: Entry = entry({
  id: "https://example.com/b/",
  url: "https://example.com/b/",
  title: undefined,
  published: new Date("2024-01-01T00:00:00Z"),
  html: "",
});
