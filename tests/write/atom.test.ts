import { describe, expect, test } from "vitest";
import { generator } from "../../src/write/generator.ts";
import { entry } from "../support/article.ts";
import { atomProblems } from "../support/atom-problems.ts";
import { bareEntry, composeWhole, feedDocument, richFeed, site } from "../support/feed-document.ts";

const by = `  <generator uri="https://www.npmjs.com/package/feedwright" version="${generator.version}">feedwright</generator>`;

const richAtom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
  <id>https://example.com/sub/</id>
  <title type="text">Tables &#x26; &#x3C;chairs> "here"</title>
  <subtitle type="text">All of &#x3C;it> &#x26; more</subtitle>
  <updated>2024-02-03T04:05:06.000Z</updated>
  <author>
    <name>Jo Brandt</name>
    <uri>https://example.com/jo/</uri>
    <email>jo@example.com</email>
  </author>
  <author>
    <name>Mina</name>
  </author>
  <link rel="alternate" type="text/html" href="https://example.com/sub/" />
  <link rel="self" type="application/atom+xml" href="https://example.com/atom.xml" />
  <link rel="hub" href="https://hub.example/?a&amp;b" />
  <icon>https://example.com/favicon.ico</icon>
  <logo>https://example.com/logo.png</logo>
  <rights type="text">© 2024 Jo &#x26; Mina</rights>
${by}
  <entry xml:lang="ko">
    <id>tag:example.com,2024:post%201%20&#x26;%20%3Cmore%3E</id>
    <title type="text">Vec&#x3C;T> &#x26; "AT&#x26;T" ]]&#x3E; &#x3C;/em> &#x26;amp; 한국어 👩‍👧</title>
    <updated>2024-02-03T04:05:06.000Z</updated>
    <published>2024-01-02T03:04:05.678Z</published>
    <link rel="alternate" type="text/html" href="https://example.com/sub/a/?x=1&amp;y=2" />
    <author>
      <name>A &#x3C;B> &#x26; C</name>
      <uri>https://example.com/?a&amp;b</uri>
      <email>a@example.com</email>
    </author>
    <author>
      <name>D</name>
    </author>
    <author>
      <name>E</name>
      <email>e@example.com</email>
    </author>
    <category term="c&amp;d" label="c&amp;d" />
    <category term="&lt;e>" label="&lt;e>" />
    <category term="&quot;f&quot;" label="&quot;f&quot;" />
    <link rel="enclosure" href="https://example.com/a.mp3?x=1&amp;y=2" type="audio/mpeg" length="1234" />
    <link rel="enclosure" href="https://example.com/b" type="application/octet-stream" />
    <link rel="replies" type="text/html" href="https://example.com/talk?a&amp;b" />
    <summary type="text">A &#x3C;b> &#x26; ]]&#x3E; summary</summary>
    <content type="html">&#x3C;p>Text &#x26;#x26; "quotes" ]]&#x26;#x3E; ]]&#x3E; &#x26;lt;b&#x26;gt; &#x3C;a href="https://b.example/?a&#x26;#x26;b">x&#x3C;/a>&#x3C;/p></content>
    <media:content url="https://example.com/lead.webp?a&amp;b" medium="image" type="image/webp" />
  </entry>
</feed>
`;

const head = (updated: string) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
  <id>https://example.com/</id>
  <title type="text">Example</title>
  <updated>${updated}</updated>
  <author>
    <name>Example</name>
  </author>
  <link rel="alternate" type="text/html" href="https://example.com/" />
  <link rel="self" type="application/atom+xml" href="https://example.com/atom.xml" />
${by}`;

const bareAtom = `${head("2024-01-01T00:00:00.000Z")}
  <entry>
    <id>https://example.com/b/</id>
    <title type="text">https://example.com/b/</title>
    <updated>2024-01-01T00:00:00.000Z</updated>
    <published>2024-01-01T00:00:00.000Z</published>
    <link rel="alternate" type="text/html" href="https://example.com/b/" />
    <summary type="text">https://example.com/b/</summary>
  </entry>
</feed>
`;

const emptyAtom = `${head("1970-01-01T00:00:00.000Z")}
</feed>
`;

describe("composeAtom", () => {
  test.each([
    { when: "all that there can be", feed: richFeed, text: richAtom },
    {
      when: "all that there must be",
      feed: feedDocument({ entries: [bareEntry] }),
      text: bareAtom,
    },
    { when: "no entries, dated by the epoch", feed: feedDocument(), text: emptyAtom },
  ])("writes the whole document with $when", ({ feed, text }) => {
    expect(composeWhole("atom", feed)).toBe(text);
    expect(atomProblems(text)).toEqual([]);
  });

  test("writes entries in the order given, each with a text", () => {
    const entries = [
      entry({ id: "urn:x-a:1", title: "Text only" }),
      entry({ id: "urn:x-a:2", title: "Summary only", summary: "Vec<T>", html: "" }),
      entry({ id: "urn:x-a:3", title: "Neither", html: "" }),
    ];
    expect(textsOf(composeWhole("atom", feedDocument({ entries })))).toEqual([
      '<title type="text">Text only</title>',
      '<content type="html">&#x3C;p>Text&#x3C;/p></content>',
      '<title type="text">Summary only</title>',
      '<summary type="text">Vec&#x3C;T></summary>',
      '<title type="text">Neither</title>',
      '<summary type="text">Neither</summary>',
    ]);
  });

  test("writes summaries only, where only these are wanted", () => {
    const entries = [
      entry({ id: "urn:x-a:1", title: "Summary", summary: "s" }),
      entry({ id: "urn:x-a:2", title: "No summary" }),
    ];
    expect(textsOf(composeWhole("atom", feedDocument({ entries, content: "summary" })))).toEqual([
      '<title type="text">Summary</title>',
      '<summary type="text">s</summary>',
      '<title type="text">No summary</title>',
      '<summary type="text">No summary</summary>',
    ]);
  });

  const family = "👩‍👩‍👧‍👦";

  test.each([
    { when: "a short summary", summary: "One two.", title: "One two." },
    { when: "eight words", summary: "1 2 3 4 5 6 7 8", title: "1 2 3 4 5 6 7 8" },
    { when: "nine words", summary: "1 2 3 4 5 6 7 8 9", title: "1 2 3 4 5 6 7 8…" },
    { when: "a summary that was cut", summary: "1 2 3 4 5 6 7 8… 9", title: "1 2 3 4 5 6 7 8…" },
    { when: "no spaces", summary: "語".repeat(90), title: `${"語".repeat(80)}…` },
    { when: "80 characters", summary: "語".repeat(80), title: "語".repeat(80) },
    {
      when: "an emoji at the end",
      summary: `${"語".repeat(78)}${family}語`,
      title: `${"語".repeat(78)}…`,
    },
    { when: "no summary", summary: undefined, title: "https://example.com/a/" },
  ])("makes a title where there is none: of $when", ({ summary, title }) => {
    const entries = [entry({ title: undefined, summary })];
    expect(composeWhole("atom", feedDocument({ entries }))).toContain(
      `    <title type="text">${title}</title>`,
    );
  });

  const jo = { name: "Jo" };

  test.each([
    { when: "the site's", site: [jo], entries: [[{ name: "Mina" }]], names: ["Jo", "Mina"] },
    {
      when: "none of the feed's where each entry has one",
      site: [],
      entries: [[jo]],
      names: ["Jo"],
    },
    {
      when: "the site itself where an entry has none",
      site: [],
      entries: [[jo], []],
      names: ["Example", "Jo"],
    },
    {
      when: "the site itself where there are no entries",
      site: [],
      entries: [],
      names: ["Example"],
    },
  ])("names authors: $when", (row) => {
    const entries = row.entries.map((authors, index) => entry({ id: `urn:x-a:${index}`, authors }));
    const text = composeWhole("atom", feedDocument({ site: site({ authors: row.site }), entries }));
    expect([...text.matchAll(/<name>(.*)<\/name>/g)].map(([, name]) => name)).toEqual(row.names);
  });

  test.each([
    { when: "of its own", own: "ko", feed: "en", tag: '<entry xml:lang="ko">' },
    { when: "of its own only", own: "ko", feed: undefined, tag: '<entry xml:lang="ko">' },
    { when: "of the feed", own: "en", feed: "en", tag: "<entry>" },
    { when: "unknown", own: undefined, feed: "en", tag: "<entry>" },
  ])("says the language of an entry where it differs: $when", ({ own, feed, tag }) => {
    const document = feedDocument({
      site: site({ language: feed }),
      entries: [entry({ language: own })],
    });
    expect(/<entry.*>/.exec(composeWhole("atom", document))?.[0]).toBe(tag);
  });
});

function textsOf(atom: string): readonly string[] {
  const entries = atom.slice(atom.indexOf("<entry>"));
  return [...entries.matchAll(/<(title|summary|content) .*<\/\1>/g)].map(([text]) => text);
}
