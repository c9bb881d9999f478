import { describe, expect, test } from "vitest";
import { generator } from "../../src/write/generator.ts";
import { entry } from "../support/article.ts";
import { bareEntry, composeWhole, feedDocument, richFeed, site } from "../support/feed-document.ts";
import { rssProblems } from "../support/rss-problems.ts";

const head = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>`;

const by = `    <generator>feedwright ${generator.version} (https://www.npmjs.com/package/feedwright)</generator>
    <docs>https://www.rssboard.org/rss-specification</docs>`;

const richRss = `${head}
    <title>Tables &#x26; &#x3C;chairs> "here"</title>
    <link>https://example.com/sub/</link>
    <description>All of &#x3C;it> &#x26; more</description>
    <language>en</language>
    <copyright>© 2024 Jo &#x26; Mina</copyright>
    <managingEditor>jo@example.com (Jo Brandt)</managingEditor>
    <lastBuildDate>Sat, 03 Feb 2024 04:05:06 GMT</lastBuildDate>
${by}
    <ttl>60</ttl>
    <image>
      <url>https://example.com/logo.png</url>
      <title>Tables &#x26; &#x3C;chairs> "here"</title>
      <link>https://example.com/sub/</link>
    </image>
    <atom:link href="https://example.com/rss.xml" rel="self" type="application/rss+xml" />
    <atom:link href="https://hub.example/?a&amp;b" rel="hub" />
    <item>
      <title>Vec&#x3C;T> &#x26; "AT&#x26;T" ]]&#x3E; &#x3C;/em> &#x26;amp; 한국어 👩‍👧</title>
      <link>https://example.com/sub/a/?x=1&amp;y=2</link>
      <guid isPermaLink="false">post 1 &#x26; &#x3C;more></guid>
      <pubDate>Tue, 02 Jan 2024 03:04:05 GMT</pubDate>
      <description>A &#x26;lt;b> &#x26;amp; ]]&#x3E; summary</description>
      <content:encoded>&#x3C;p>Text &#x26;#x26; "quotes" ]]&#x26;#x3E; ]]&#x3E; &#x26;lt;b&#x26;gt; &#x3C;a href="https://b.example/?a&#x26;#x26;b">x&#x3C;/a>&#x3C;/p></content:encoded>
      <dc:creator>A &#x3C;B> &#x26; C</dc:creator>
      <dc:creator>D</dc:creator>
      <dc:creator>E</dc:creator>
      <category>c&#x26;d</category>
      <category>&#x3C;e></category>
      <category>"f"</category>
      <enclosure url="https://example.com/a.mp3?x=1&amp;y=2" length="1234" type="audio/mpeg" />
      <media:content url="https://example.com/lead.webp?a&amp;b" medium="image" type="image/webp" />
      <comments>https://example.com/talk?a&amp;b</comments>
      <dc:language>ko</dc:language>
    </item>
  </channel>
</rss>
`;

const bareRss = `${head}
    <title>Example</title>
    <link>https://example.com/</link>
    <description>Example</description>
    <lastBuildDate>Mon, 01 Jan 2024 00:00:00 GMT</lastBuildDate>
${by}
    <atom:link href="https://example.com/rss.xml" rel="self" type="application/rss+xml" />
    <item>
      <link>https://example.com/b/</link>
      <guid isPermaLink="true">https://example.com/b/</guid>
      <pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate>
      <description>https://example.com/b/</description>
    </item>
  </channel>
</rss>
`;

const emptyRss = `${head}
    <title>Example</title>
    <link>https://example.com/</link>
    <description>Example</description>
${by}
    <atom:link href="https://example.com/rss.xml" rel="self" type="application/rss+xml" />
  </channel>
</rss>
`;

describe("composeRss", () => {
  test.each([
    { when: "all that there can be", feed: richFeed, text: richRss },
    { when: "all that there must be", feed: feedDocument({ entries: [bareEntry] }), text: bareRss },
    { when: "no entries, and so no date", feed: feedDocument(), text: emptyRss },
  ])("writes the whole document with $when", ({ feed, text }) => {
    expect(composeWhole("rss", feed)).toBe(text);
    expect(rssProblems(text)).toEqual([]);
  });

  test("writes entries in the order given, the summary or the text first", () => {
    const entries = [
      entry({ title: "Text only", html: "<p>x &#x26; y</p>" }),
      entry({ title: "Summary only", summary: "Vec<T>", html: "" }),
      entry({ title: "Both", summary: "s", html: "<p>t</p>" }),
      entry({ title: "Neither, & <b>", html: "" }),
    ];
    expect(textsOf(composeWhole("rss", feedDocument({ entries })))).toEqual([
      "<title>Text only</title>",
      "<description>&#x3C;p>x &#x26;#x26; y&#x3C;/p></description>",
      "<title>Summary only</title>",
      "<description>Vec&#x26;lt;T></description>",
      "<title>Both</title>",
      "<description>s</description>",
      "<content:encoded>&#x3C;p>t&#x3C;/p></content:encoded>",
      "<title>Neither, &#x26; &#x3C;b></title>",
      "<description>Neither, &#x26;amp; &#x26;lt;b></description>",
    ]);
  });

  test("writes summaries only, where only these are wanted", () => {
    const entries = [
      entry({ title: "Summary", summary: "s" }),
      entry({ title: "No summary" }),
      entry({ title: undefined, url: "https://example.com/c/" }),
    ];
    expect(textsOf(composeWhole("rss", feedDocument({ entries, content: "summary" })))).toEqual([
      "<title>Summary</title>",
      "<description>s</description>",
      "<title>No summary</title>",
      "<description>No summary</description>",
      "<description>https://example.com/c/</description>",
    ]);
  });

  test("carries the Markdown after the content, and declares its namespace", () => {
    const markdown = "# A & <b>\n\n[x](https://example.com/) ]]>\n";
    const summarized = entry({ summary: "s", markdown, authors: [{ name: "Jo" }] });
    const rss = composeWhole("rss", feedDocument({ entries: [summarized, entry()] }));
    expect(rss.slice(0, rss.indexOf("<channel>")).trim()).toBe(
      head
        .replace("<channel>", "")
        .replace(
          /" xmlns:media="[^"]*/,
          (media) => `${media}" xmlns:source="http://source.scripting.com/`,
        )
        .trim(),
    );
    expect(rss.slice(rss.indexOf("<description>s"))).toBe(`<description>s</description>
      <content:encoded>&#x3C;p>Text&#x3C;/p></content:encoded>
      <source:markdown># A &#x26; &#x3C;b>

[x](https://example.com/) ]]&#x3E;
</source:markdown>
      <dc:creator>Jo</dc:creator>
    </item>
    <item>
      <title>A</title>
      <link>https://example.com/a/</link>
      <guid isPermaLink="true">https://example.com/a/</guid>
      <pubDate>Tue, 02 Jan 2024 03:04:05 GMT</pubDate>
      <description>&#x3C;p>Text&#x3C;/p></description>
    </item>
  </channel>
</rss>
`);
  });

  test("carries no Markdown, and no namespace for it, where summaries only are wanted", () => {
    const entries = [entry({ markdown: "Text" })];
    const rss = composeWhole("rss", feedDocument({ entries, content: "summary" }));
    expect(rss).toBe(composeWhole("rss", feedDocument({ entries: [entry()], content: "summary" })));
    expect(rss.startsWith(head)).toBe(true);
  });

  test.each([
    { when: "its address", id: "https://example.com/a/", isLink: true },
    { when: "another address", id: "https://example.com/old/", isLink: false },
    { when: "a tag", id: "tag:example.com,2024:a", isLink: false },
    { when: "text", id: "12", isLink: false },
  ])("calls the id a link only where it is the entry's: $when", ({ id, isLink }) => {
    expect(composeWhole("rss", feedDocument({ entries: [entry({ id })] }))).toContain(
      `<guid isPermaLink="${isLink}">${id}</guid>`,
    );
  });

  test.each([
    { when: "of its own", own: "ko", feed: "en", text: "<dc:language>ko</dc:language>" },
    { when: "of its own only", own: "ko", feed: undefined, text: "<dc:language>ko</dc:language>" },
    { when: "of the feed", own: "en", feed: "en", text: "" },
    { when: "unknown", own: undefined, feed: "en", text: "" },
  ])("says the language of an entry where it differs: $when", ({ own, feed, text }) => {
    const document = feedDocument({
      site: site({ language: feed }),
      entries: [entry({ language: own })],
    });
    expect(/<dc:language>.*/.exec(composeWhole("rss", document))?.[0] ?? "").toBe(text);
  });

  test.each([
    {
      when: "no length or type",
      enclosure: {},
      text: 'length="0" type="application/octet-stream"',
    },
    {
      when: "a length of nothing",
      enclosure: { length: 0, type: "audio/wav" },
      text: 'length="0" type="audio/wav"',
    },
    {
      when: "a great length",
      enclosure: { length: 999_999_999_999_999, type: "video/mp4" },
      text: 'length="999999999999999" type="video/mp4"',
    },
  ])("writes an enclosure with $when", ({ enclosure, text }) => {
    const url = "https://example.com/m";
    const entries = [entry({ enclosures: [{ url, ...enclosure }] })];
    expect(composeWhole("rss", feedDocument({ entries }))).toContain(
      `<enclosure url="${url}" ${text} />`,
    );
  });

  test.each([
    { when: "PNG", image: "https://example.com/a.png", isThere: true },
    { when: "SVG, which RSS does not know", image: "https://example.com/a.SVG?x", isThere: false },
  ])("writes the site's image: $when", ({ image, isThere }) => {
    expect(composeWhole("rss", feedDocument({ site: site({ image }) })).includes("<image>")).toBe(
      isThere,
    );
  });

  test.each([
    { when: "brackets", name: "Jo (the) B :)", text: "jo@example.com (Jo the B :)" },
    { when: "a comma", name: "Jo, PhD", text: "jo@example.com (Jo PhD)" },
    { when: "a backslash", name: "J\\o", text: "jo@example.com (Jo)" },
  ])("writes an editor whose name has $when", ({ name, text }) => {
    const authors = [{ name: "No mail" }, { name, email: "jo@example.com" }];
    expect(composeWhole("rss", feedDocument({ site: site({ authors }) }))).toContain(
      `<managingEditor>${text}</managingEditor>`,
    );
  });
});

function textsOf(rss: string): readonly string[] {
  const items = rss.slice(rss.indexOf("<item>"));
  return [...items.matchAll(/<(title|description|content:encoded)>.*<\/\1>/g)].map(
    ([text]) => text,
  );
}
