import { expect, test } from "vitest";
import { UsageError } from "../../src/config/errors.ts";
import { parseFeed } from "../../src/published/parse-feed.ts";
import { rssItem, rssText } from "../support/published.ts";

const atom = (inner: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>T</title><updated>2024-01-01T00:00:00Z</updated>${inner}</feed>`;
const json = (item: object, feed: object = {}) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "T",
    items: [item],
    ...feed,
  });

test.each([
  {
    what: "an RSS item",
    text: rssText(
      `<item><title>AT&amp;T</title><link>https://a.example/1</link><guid isPermaLink="false">one</guid><pubDate>Mon, 01 Jan 2024 10:00:00 +0100</pubDate><description>short</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>long</p>]]></content:encoded><enclosure url="https://a.example/1.mp3" length="1" type="audio/mpeg"/></item>`,
    ),
    expected: {
      id: "one",
      url: "https://a.example/1",
      title: "AT&T",
      published: new Date("2024-01-01T09:00:00Z"),
      html: "<p>long</p>",
      enclosures: ["https://a.example/1.mp3"],
    },
  },
  {
    what: "an RSS guid that is the address",
    text: rssText("<item><guid>https://a.example/1</guid></item>"),
    expected: { id: "https://a.example/1", url: "https://a.example/1" },
  },
  {
    what: "an RSS item without guid",
    text: rssText("<item><link>/1</link><description>d</description></item>"),
    expected: { id: "https://base.example/1", url: "https://base.example/1", html: "d" },
  },
  {
    what: "an RSS date without a zone, on any machine",
    text: rssText(
      "<item><guid>1</guid><title>t</title><pubDate>Mon, 01 Jan 2024 10:00:00</pubDate></item>",
    ),
    expected: { published: new Date("2024-01-01T10:00:00Z") },
  },
  {
    what: "an RSS 1.0 item",
    text: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>t</title></channel><item rdf:about="https://a.example/about"><title>i</title><link>https://a.example/1</link><dc:date>2024-01-01T00:00:00Z</dc:date></item></rdf:RDF>`,
    expected: {
      id: "https://a.example/about",
      url: "https://a.example/1",
      published: new Date("2024-01-01T00:00:00Z"),
    },
  },
  {
    what: "an Atom entry",
    text: atom(
      `<entry><id>tag:a.example,2024:1</id><title type="html">A &amp;amp; &lt;em&gt;B&lt;/em&gt;</title><link rel="alternate" type="application/json" href="/1.json"/><link href="/1"/><link rel="enclosure" href="/1.mp3"/><published>2024-01-01T00:00:00Z</published><updated>2024-01-02T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div></content></entry>`,
    ),
    expected: {
      id: "tag:a.example,2024:1",
      url: "https://base.example/1",
      title: "A & B",
      published: new Date("2024-01-01T00:00:00Z"),
      updated: new Date("2024-01-02T00:00:00Z"),
      html: "<p>x</p>",
      enclosures: ["https://base.example/1.mp3"],
    },
  },
  {
    what: "plain text in Atom",
    text: atom(
      "<entry><id>1</id><title>The &lt;b&gt; tag</title><summary>a &lt; b</summary></entry>",
    ),
    expected: { title: "The <b> tag", html: "a &lt; b" },
  },
  {
    what: "an Atom entry with a base of its own",
    text: atom(`<entry xml:base="https://own.example/x/"><id>1</id><link href="y"/></entry>`),
    expected: { url: "https://own.example/x/y" },
  },
  {
    what: "a JSON Feed item",
    text: json({
      id: 7,
      url: "https://a.example/7",
      title: "T",
      content_text: "a < b",
      date_published: "2024-01-01T00:00:00Z",
      attachments: [{ url: "https://a.example/7.mp3", mime_type: "audio/mpeg" }],
    }),
    expected: {
      id: "7",
      url: "https://a.example/7",
      html: "a &lt; b",
      published: new Date("2024-01-01T00:00:00Z"),
      enclosures: ["https://a.example/7.mp3"],
    },
  },
])("reads $what", async ({ text, expected }) => {
  const { items } = await parseFeed(text, "feed", "https://base.example/feed");
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject(expected);
});

test.each([
  { what: "RSS", text: rssText("", `<atom:link rel="next" href="2.xml"/>`) },
  { what: "Atom", text: atom(`<link rel="next" href="2.xml"/>`) },
  {
    what: "Atom, before the archive",
    text: atom(`<link rel="prev-archive" href="1.xml"/><link rel="next" href="2.xml"/>`),
  },
  { what: "Atom's archive", text: atom(`<link rel="prev-archive" href="2.xml"/>`) },
  { what: "JSON Feed", text: json({ id: "1" }, { next_url: "2.xml" }) },
])("finds the next page in $what", async ({ text }) => {
  const { next } = await parseFeed(text, "feed", "https://base.example/a/feed");
  expect(next).toBe("https://base.example/a/2.xml");
});

test("reads a feed without items, and HTML's own references, which many feeds have", async () => {
  const feed = await parseFeed(rssText("", "<description>a&nbsp;b & c</description>"), "feed");
  expect(feed).toMatchObject({ format: "rss", title: "T", items: [] });
});

test.each([
  {
    what: "a broken RSS feed",
    text: rssText(rssItem("one")).slice(0, -25),
    message: "Expected a whole feed, not a broken one (guid is not closed): `feed`",
  },
  {
    what: "broken JSON",
    text: json({ id: "1" }).slice(0, -2),
    message: /^Expected a whole feed, not a broken one \(.*JSON.*\): `feed`$/,
  },
  {
    what: "other JSON",
    text: "{}",
    message: "Expected an RSS, Atom or JSON feed, not something else: `feed`",
  },
  {
    what: "other XML",
    text: "<a/>",
    message: "Expected an RSS, Atom or JSON feed, not something else: `feed`",
  },
  {
    what: "text",
    text: "Hello",
    message: "Expected an RSS, Atom or JSON feed, not something else: `feed`",
  },
  {
    what: "a web page",
    text: `<!-- x --><!DOCTYPE html><html><head><link rel="alternate" type="application/atom+xml" href="/atom.xml"><link rel=alternate type=application/rss+xml href="rss"><link rel="alternate" type="application/json" href="/wp-json"><link rel="stylesheet" href="x.css"></head>`,
    message:
      "Expected a feed, not a web page: `feed`; its feeds are `https://base.example/atom.xml`, `https://base.example/rss`",
  },
  {
    what: "XHTML without a feed",
    text: `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>`,
    message: "Expected a feed, not a web page: `feed`; it names no feed",
  },
])("refuses $what", async ({ text, message }) => {
  const reading = parseFeed(text, "feed", "https://base.example/blog");
  await expect(reading).rejects.toThrow(UsageError);
  const whole = typeof message === "string" ? new UsageError(message) : message;
  await expect(reading).rejects.toThrow(whole);
});
