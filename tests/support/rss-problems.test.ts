import { expect, test } from "vitest";
import { rssProblems } from "./rss-problems.ts";

const minimal = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>A</title><link>https://example.org/</link><description>B</description>
<atom:link rel="self" type="application/rss+xml" href="https://example.org/rss.xml"/>
</channel></rss>`;

const full = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Bread &#x26; Salt</title>
<link>https://example.org/</link>
<description>What we bake</description>
<language>en-gb</language>
<copyright>2024 A</copyright>
<managingEditor>a@example.org (A B)</managingEditor>
<webMaster>a@example.org</webMaster>
<pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate>
<lastBuildDate>Tue, 02 Jan 2024 00:00:00 +0200</lastBuildDate>
<category>food</category>
<generator>feedwright</generator>
<docs>https://www.rssboard.org/rss-specification</docs>
<ttl>60</ttl>
<cloud domain="example.org" port="80" path="/" registerProcedure="" protocol="http-post"/>
<rating>none</rating>
<skipHours><hour>1</hour></skipHours>
<skipDays><day>Sunday</day></skipDays>
<textInput><title>a</title><description>b</description><name>c</name><link>https://example.org/</link></textInput>
<image><url>https://example.org/a.png</url><title>Bread &#x26; Salt</title>
<link>https://example.org/</link><description>B</description><width>144</width><height>400</height></image>
<atom:link rel="self" type="application/rss+xml" href="https://example.org/rss.xml"/>
<atom:link rel="hub" href="https://hub.example.org/"/>
<item>
<title>1 &#x3C; 2</title>
<link>https://example.org/1</link>
<guid>https://example.org/1</guid>
<author>a@example.org (A B)</author>
<dc:creator>A B</dc:creator>
<dc:creator>C D</dc:creator>
<category>x</category>
<category>y</category>
<comments>https://example.org/1#comments</comments>
<pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate>
<source url="https://example.net/rss.xml">Elsewhere</source>
<enclosure url="https://example.org/1.mp3" length="0" type="audio/mpeg"/>
<description>&lt;p&gt;One&lt;/p&gt;</description>
<content:encoded><![CDATA[<p><a href="https://example.org/">One</a></p>]]></content:encoded>
</item>
<item><guid isPermaLink="false">two</guid><description>Two</description></item>
</channel></rss>`;

test.each([
  ["a minimal", minimal],
  ["a full", full],
])("%s feed has no problems", (_, xml) => {
  expect(rssProblems(xml)).toEqual([]);
});

const date = "Mon, 01 Jan 2024 00:00:00 GMT";
const notDate = "is not an RFC 822 date as the profile asks";
const notAddress = "is not an absolute http(s) address in ASCII";
const firstGuid = "<guid>https://example.org/1</guid>";
const mp3 = 'url="https://example.org/1.mp3" length="0" type="audio/mpeg"';

const variations: readonly (readonly [string, string, string])[] = [
  ['<rss version="2.0"', '<rss version="0.92"', 'rss: version is not "2.0"'],
  ["</channel>", "</channel><channel/>", "rss: not exactly one <channel>"],
  ["<title>Bread", "<title><![CDATA[]]>Bread", "channel: <title> holds a CDATA section"],
  [
    "Bread &#x26; Salt</title>\n<link>",
    "Bread &amp; Salt</title>\n<link>",
    "channel: <title> has a reference that is not hexadecimal",
  ],
  ["<link>https://example.org/</link>", "", "channel: <link> is missing"],
  ["<description>What we bake</description>", "", "channel: <description> is missing"],
  ["What we bake", " ", "channel: <description> is empty"],
  ["What we bake", "<b>What</b>", "channel: <description> holds elements"],
  ["en-gb", "english", "channel: <language> is not a language tag"],
  ["2024 A", "", "channel: <copyright> is empty"],
  ["a@example.org (A B)</man", "A B</man", "channel: <managingEditor> has no e-mail address"],
  ["a@example.org</web", "A B</web", "channel: <webMaster> has no e-mail address"],
  [`<pubDate>${date}`, "<pubDate>2024-01-01", `channel: <pubDate> ${notDate}`],
  ["Tue, 02 Jan", "Wed, 02 Jan", `channel: <lastBuildDate> ${notDate}`],
  ["<category>food", "<category>", "channel: <category> is empty"],
  ["<generator>feedwright", "<generator>", "channel: <generator> is empty"],
  ["https://www.rssboard.org/rss-s", "/rss-s", `channel: <docs> ${notAddress}`],
  ["<ttl>60", "<ttl>0", "channel: <ttl> is not a positive integer"],
  ["<ttl>60</ttl>", "<ttl>60</ttl><ttl>60</ttl>", "channel: more than one <ttl>"],
  ["<ttl>", "<colour>red</colour><ttl>", "channel: <colour> is not an element of RSS 2.0"],
  [
    "</item>\n</channel>",
    "</item>\n<x:y xmlns:x='urn:x'/></channel>",
    "channel: <x:y> follows an <item>",
  ],
  ["<url>https://example.org/a.png</url>", "", "image: <url> is missing"],
  ["https://example.org/a.png", "a.png", `image: <url> ${notAddress}`],
  ["a.png", "a.SVG?b", "image: <url> is of an SVG image"],
  [
    "<title>Bread &#x26; Salt</title>\n<link>https://example.org/</link><d",
    "<link>https://example.org/</link><d",
    "image: <title> is missing",
  ],
  [
    "Salt</title>\n<link>https://example.org/</link><d",
    "Oil</title>\n<link>https://example.org/</link><d",
    "image: <title> is not the channel's",
  ],
  [
    "https://example.org/</link><d",
    "https://example.org/b</link><d",
    "image: <link> is not the channel's",
  ],
  ["<link>https://example.org/</link><d", "<d", "image: <link> is missing"],
  ["</url>", "</url><url>https://example.org/b.png</url>", "image: more than one <url>"],
  ["<description>B<", "<description><", "image: <description> is empty"],
  ["<width>144", "<width>145", "image: <width> is not a number from 1 to 144"],
  ["<height>400", "<height>0", "image: <height> is not a number from 1 to 400"],
  [
    "<title>Bread &#x26; Salt</title>\n<link>https://example.org/</link><d",
    "<title>Bread &#38; Salt</title>\n<link>https://example.org/</link><d",
    "image: <title> has a reference that is not hexadecimal",
  ],
  ['rel="self"', 'rel="via"', 'channel: not exactly one <atom:link rel="self">'],
  [
    'rel="hub"',
    'rel="self" type="application/rss+xml"',
    'channel: not exactly one <atom:link rel="self">',
  ],
  ["application/rss+xml", "application/xml", "channel: <atom:link> has the wrong type"],
  ['href="https://example.org/rss', 'href="/rss', `channel: <atom:link> href ${notAddress}`],
  ['href="https://hub.example.org/"', "", "channel: <atom:link> href is missing"],
  ["<description>Two</description>", "", "item 2: neither <title> nor <description>"],
  ["<title>1 &#x3C; 2</title>", "<title/>", "item 1: <title> is empty"],
  ["<title>1 &#x3C; 2", "<title><![CDATA[1 < 2]]>", "item 1: <title> holds a CDATA section"],
  ["1 &#x3C; 2", "1 &lt; 2", "item 1: <title> has a reference that is not hexadecimal"],
  ["1 &#x3C; 2", "1 &#60; 2", "item 1: <title> has a reference that is not hexadecimal"],
  [
    "</title>\n<link>https://example.org/1",
    "</title><title>b</title>\n<link>https://example.org/1",
    "item 1: more than one <title>",
  ],
  ["https://example.org/1</link>", "/1</link>", `item 1: <link> ${notAddress}`],
  ["https://example.org/1</link>", "https://example.org/é</link>", `item 1: <link> ${notAddress}`],
  [
    "<description>&lt;p&gt;One&lt;/p&gt;</description>",
    "",
    "item 1: no <description> before <content:encoded>",
  ],
  [firstGuid, "", "item 1: <guid> is missing"],
  [firstGuid, "<guid/>", "item 1: <guid> is empty"],
  [firstGuid, firstGuid + firstGuid, "item 1: more than one <guid>"],
  [firstGuid, "<guid>one</guid>", "item 1: <guid> is a permalink but not an address"],
  ['isPermaLink="false"', 'isPermaLink="true"', "item 2: <guid> is a permalink but not an address"],
  [
    'isPermaLink="false"',
    'isPermaLink="no"',
    "item 2: <guid> isPermaLink is neither true nor false",
  ],
  [
    firstGuid,
    '<guid isPermaLink="false">two</guid>',
    "channel: more than one <item> has the <guid> two",
  ],
  ["<author>a@example.org (A B)", "<author>A B", "item 1: <author> has no e-mail address"],
  ["<dc:creator>C D", "<dc:creator>", "item 1: <dc:creator> is empty"],
  ["<category>y", "<category>", "item 1: <category> is empty"],
  ["https://example.org/1#c", "#c", `item 1: <comments> ${notAddress}`],
  [`${date}</pubDate>\n<s`, "1 January</pubDate>\n<s", `item 1: <pubDate> ${notDate}`],
  [
    `${date}</pubDate>\n<s`,
    `${date}</pubDate><pubDate>${date}</pubDate>\n<s`,
    "item 1: more than one <pubDate>",
  ],
  ["Elsewhere", "", "item 1: <source> is empty"],
  ['<source url="https://example.net/rss.xml">', "<source>", "item 1: <source> url is missing"],
  [
    `<enclosure ${mp3}/>`,
    `<enclosure ${mp3}/><enclosure ${mp3}/>`,
    "item 1: more than one <enclosure>",
  ],
  ['url="https://example.org/1.mp3" ', "", "item 1: <enclosure> url is missing"],
  ["https://example.org/1.mp3", "1.mp3", `item 1: <enclosure> url ${notAddress}`],
  ['length="0" ', "", "item 1: <enclosure> length is missing"],
  ['length="0"', 'length="-1"', "item 1: <enclosure> length is not a number of bytes"],
  [' type="audio/mpeg"', "", "item 1: <enclosure> type is missing"],
  ["audio/mpeg", "audio", "item 1: <enclosure> type is not a media type"],
  ["&lt;p&gt;One&lt;/p&gt;", "", "item 1: <description> is empty"],
  ["&lt;p&gt;One", "&lt;p onclick=a&gt;One", "item 1: <description>: onclick attribute on <p>"],
  [
    '<a href="https://example.org/">',
    '<a href="/a">',
    "item 1: <content:encoded>: <a href> is not an absolute address: /a",
  ],
  [
    '<![CDATA[<p><a href="https://example.org/">One</a></p>]]>',
    "",
    "item 1: <content:encoded> is empty",
  ],
  [
    "</content:encoded>",
    "</content:encoded><content:encoded>b</content:encoded>",
    "item 1: more than one <content:encoded>",
  ],
  [
    "<description>Two</description>",
    "<content:encoded>b</content:encoded><description>Two</description>",
    "item 2: no <description> before <content:encoded>",
  ],
  ["What we bake", "What\u0001", "not well-formed: 8:18: disallowed character."],
];

test.each(variations)("%s → %s: %s", (from, to, problem) => {
  expect(full).toContain(from);
  expect(rssProblems(full.replace(from, () => to))).toEqual([problem]);
});

test.each([
  ["<rss/>", ['rss: version is not "2.0"', "rss: not exactly one <channel>"]],
  ['<feed version="2.0"/>', ["the root element is not <rss>"]],
  [minimal.replace("<title>A</title>", ""), ["channel: <title> is missing"]],
  [minimal.replace("<title>A</title>", "<title/>"), ["channel: <title> is empty"]],
  [minimal.replace("https://example.org/<", "/<"), [`channel: <link> ${notAddress}`]],
  [
    full.replace(
      "Salt</title>\n<link>https://example.org/</link><d",
      "Salt</title>\n<link>/</link><d",
    ),
    [`image: <link> ${notAddress}`, "image: <link> is not the channel's"],
  ],
  [
    full.replace(
      "Bread &#x26; Salt</title>\n<link>https://example.org/</link><d",
      "</title>\n<link>https://example.org/</link><d",
    ),
    ["image: <title> is empty", "image: <title> is not the channel's"],
  ],
])("%s", (xml, problems) => {
  expect(rssProblems(xml)).toEqual(problems);
});
