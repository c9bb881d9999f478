import { expect, test } from "vitest";
import { atomProblems } from "./atom-problems.ts";

const minimal = `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://example.org/</id>
<title>A</title><updated>2024-01-01T00:00:00Z</updated>
<link rel="self" type="application/atom+xml" href="https://example.org/atom.xml"/></feed>`;

const full = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="https://example.org/">
<id>https://example.org/</id>
<title type="text">Bread &amp; Salt</title>
<subtitle>What we bake</subtitle>
<updated>2024-01-02T00:00:00+02:00</updated>
<link rel="self" type="application/atom+xml" href="https://example.org/atom.xml"/>
<link rel="alternate" type="text/html" href="https://example.org/"/>
<link rel="alternate" type="application/feed+json" href="https://example.org/feed.json"/>
<link rel="alternate" type="text/html" hreflang="de" href="https://example.org/de/"/>
<link rel="hub" href="https://hub.example.org/"/>
<icon>https://example.org/icon.png</icon>
<logo>https://example.org/logo.svg</logo>
<rights>2024 A</rights>
<generator uri="https://example.org/feedwright" version="1">feedwright</generator>
<author><name>A B</name><email>a@example.org</email><uri>https://example.org/a</uri></author>
<entry>
<id>tag:example.org,2024:1</id>
<title>1 &lt; 2</title>
<link href="https://example.org/1"/>
<link rel="enclosure" type="audio/mpeg" length="0" href="https://example.org/1.mp3"/>
<published>2024-01-01T00:00:00Z</published>
<updated>2024-01-02T00:00:00.5Z</updated>
<category term="x" scheme="https://example.org/tags/" label="X"/>
<summary>One &lt;script></summary>
<content type="html">&lt;p&gt;&lt;a href="https://example.org/"&gt;One&lt;/a&gt;&lt;/p&gt;</content>
</entry>
<x:y xmlns:x="urn:x" href="/" length="long"/>
<entry xml:lang="de">
<id>https://example.org/2</id>
<title/>
<updated>2024-01-01T00:00:00Z</updated>
<summary>Two</summary>
<content src="https://example.org/2.pdf" type="application/pdf"/>
</entry>
<entry>
<id>https://example.org/3</id>
<title>3</title>
<updated>2024-01-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Three</p></div></content>
</entry>
</feed>`;

test.each([
  ["a minimal", minimal],
  ["a full", full],
])("%s feed has no problems", (_, xml) => {
  expect(atomProblems(xml)).toEqual([]);
});

const author =
  "<author><name>A B</name><email>a@example.org</email><uri>https://example.org/a</uri></author>";
const self = '<link rel="self" type="application/atom+xml" href="https://example.org/atom.xml"/>';
const notAddress = "is not an absolute address";
const notWebAddress = "is not an absolute http(s) address";

const variations: readonly (readonly [string, string, string])[] = [
  ["<id>https://example.org/</id>", "", "feed: not exactly one <id>"],
  ["<id>https://example.org/</id>", "<id>blog</id>", "feed: <id> is not an absolute IRI"],
  ["<id>https://example.org/</id>", "<id>https://example.org</id>", "feed: <id> has no path"],
  [
    "<id>https://example.org/2",
    "<id>https://Example.org/2",
    "entry 2: <id> has capital letters in its host",
  ],
  [
    "<id>https://example.org/2",
    "<id>tag:example.org,2024:1",
    "feed: more than one <id> is tag:example.org,2024:1",
  ],
  [
    "<id>https://example.org/2",
    "<id>https://example.org/",
    "feed: more than one <id> is https://example.org/",
  ],
  ["<id>tag:example.org,2024:1</id>", "", "entry 1: not exactly one <id>"],
  ["<title/>", "", "entry 2: not exactly one <title>"],
  ["<updated>2024-01-01T00:00:00Z</updated>", "", "entry 2: not exactly one <updated>"],
  ['<title type="text">', '<title type="html">', "feed: <title> is html"],
  ["<title>1", '<title type="html">1', "entry 1: <title> is html"],
  ["2024-01-02T00:00:00+02:00", "2024-01-02T00:00:00", "feed: <updated> is not an RFC 3339 date"],
  [
    "<published>2024-01-01T00:00:00Z",
    "<published>2024-01-01",
    "entry 1: <published> is not an RFC 3339 date",
  ],
  [self, "", 'feed: not exactly one <link rel="self">'],
  [self, self + self, 'feed: not exactly one <link rel="self">'],
  ['"application/atom+xml"', '"application/xml"', 'feed: <link rel="self"> has the wrong type'],
  [' hreflang="de"', "", "feed: two alternate <link>s of one type and language"],
  [
    '<link href="https://example.org/1"/>',
    '<link href="https://example.org/1"/><link rel="alternate" href="https://example.org/b"/>',
    "entry 1: two alternate <link>s of one type and language",
  ],
  ['hreflang="de"', 'hreflang="german"', "feed: <link> hreflang is not a language tag"],
  ['"https://example.org/1"', '"/1"', `entry 1: <link> href ${notAddress}`],
  [' href="https://example.org/1"', "", "entry 1: <link> href is missing"],
  [' type="audio/mpeg"', "", "entry 1: <link> type is missing"],
  ["audio/mpeg", "audio", "entry 1: <link> type is not a media type"],
  ['length="0"', 'length="big"', "entry 1: <link> length is not a number of bytes"],
  ['xml:lang="en-GB"', 'xml:lang="english"', "feed: <feed> xml:lang is not a language tag"],
  ['xml:lang="de"', 'xml:lang=""', "entry 2: <entry> xml:lang is not a language tag"],
  ['xml:base="https://example.org/"', 'xml:base="/"', `feed: <feed> xml:base ${notWebAddress}`],
  ["<icon>https://example.org", "<icon>", `feed: <icon> ${notWebAddress}`],
  ["<logo>https://example.org", "<logo>", `feed: <logo> ${notWebAddress}`],
  ['uri="https://example.org', 'uri="', `feed: <generator> uri ${notWebAddress}`],
  [">feedwright<", "><", "feed: <generator> is empty"],
  ["2024 A", "", "feed: <rights> is empty"],
  ["What we bake", "", "feed: <subtitle> is empty"],
  ["<name>A B", "<name> ", "feed: <name> is empty"],
  ["a@example.org", "A B", "feed: <email> is not an e-mail address"],
  ["<uri>https://example.org", "<uri>", `feed: <uri> ${notAddress}`],
  ['term="x"', 'term=""', "entry 1: <category> term is empty"],
  ['scheme="https://example.org', 'scheme="', `entry 1: <category> scheme ${notAddress}`],
  ["<summary>One &lt;script>", "<summary>", "entry 1: <summary> is empty"],
  ["<summary>Two</summary>", "", "entry 2: <content src> without <summary>"],
  ['src="https://example.org', 'src="', `entry 2: <content> src ${notWebAddress}`],
  [
    '<content src="https://example.org/2.pdf" type="application/pdf"/>',
    "",
    "entry 2: neither <content> nor an alternate <link>",
  ],
  [
    '&lt;p&gt;&lt;a href="https://example.org/"&gt;One&lt;/a&gt;&lt;/p&gt;',
    " ",
    "entry 1: <content> is empty",
  ],
  [
    '&lt;a href="https://example.org/"',
    '&lt;a href="/"',
    "entry 1: <content>: <a href> is not an absolute address: /",
  ],
  ["<summary>One", '<summary type="html">', "entry 1: <summary>: <script> element"],
  ["<subtitle>What", '<subtitle type="html">&lt;script>', "feed: <subtitle>: <script> element"],
  ["<rights>2024", '<rights type="html">&lt;script>', "feed: <rights>: <script> element"],
  ["What we bake", "What\u0001", "not well-formed: 5:15: disallowed character."],
];

test.each(variations)("%s → %s: %s", (from, to, problem) => {
  expect(full).toContain(from);
  expect(atomProblems(full.replace(from, () => to))).toEqual([problem]);
});

test("every entry needs an author where the feed has none", () => {
  const source = `<source>${author}</source>`;
  const without = full.replace(author, "").replace("<title/>", `<title/>${source}`);
  expect(atomProblems(without)).toEqual([
    "entry 1: no <author>, nor has the feed",
    "entry 3: no <author>, nor has the feed",
  ]);
  expect(atomProblems(without.replace(/<title>/g, `${author}<title>`))).toEqual([]);
});

test("an entry needs content or an alternate link, and no summary beside its content", () => {
  const content = /<content type="html">.*<.content>/;
  const link = '<link href="https://example.org/1"/>';
  expect(atomProblems(full.replace(content, ""))).toEqual([]);
  expect(
    atomProblems(full.replace(link, "").replace("<summary>One &lt;script></summary>", "")),
  ).toEqual([]);
  expect(atomProblems(full.replace(content, "").replace(link, ""))).toEqual([
    "entry 1: neither <content> nor an alternate <link>",
  ]);
});

test.each([
  ["<feed/>", ["the root element is not <feed>"]],
  ['<entry xmlns="http://www.w3.org/2005/Atom"/>', ["the root element is not <feed>"]],
])("%s", (xml, problems) => {
  expect(atomProblems(xml)).toEqual(problems);
});
