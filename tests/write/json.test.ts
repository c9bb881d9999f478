import { describe, expect, test } from "vitest";
import { entry } from "../support/article.ts";
import { bareEntry, composeWhole, feedDocument, richFeed, site } from "../support/feed-document.ts";
import { jsonFeedProblems } from "../support/json-feed-problems.ts";

const richJson = `{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Tables & <chairs> \\"here\\"",
  "home_page_url": "https://example.com/sub/",
  "feed_url": "https://example.com/feed.json",
  "description": "All of <it> & more",
  "icon": "https://example.com/logo.png",
  "favicon": "https://example.com/favicon.ico",
  "language": "en",
  "authors": [
    {
      "name": "Jo Brandt",
      "url": "https://example.com/jo/"
    },
    {
      "name": "Mina",
      "avatar": "https://example.com/mina.png"
    }
  ],
  "hubs": [
    {
      "type": "WebSub",
      "url": "https://hub.example/?a&b"
    }
  ],
  "items": [
    {
      "id": "post 1 & <more>",
      "url": "https://example.com/sub/a/?x=1&y=2",
      "title": "Vec<T> & \\"AT&T\\" ]]> </em> &amp; 한국어 👩‍👧",
      "date_modified": "2024-02-03T04:05:06.000Z",
      "date_published": "2024-01-02T03:04:05.678Z",
      "tags": [
        "c&d",
        "<e>",
        "\\"f\\""
      ],
      "content_html": "<p>Text &#x26; \\"quotes\\" ]]&#x3E; ]]> &lt;b&gt; <a href=\\"https://b.example/?a&#x26;b\\">x</a></p>",
      "summary": "A <b> & ]]> summary",
      "image": "https://example.com/lead.webp?a&b",
      "authors": [
        {
          "name": "A <B> & C",
          "url": "https://example.com/?a&b"
        },
        {
          "name": "D",
          "avatar": "https://example.com/d.png"
        },
        {
          "name": "E",
          "url": "mailto:e@example.com"
        }
      ],
      "language": "ko",
      "attachments": [
        {
          "url": "https://example.com/a.mp3?x=1&y=2",
          "mime_type": "audio/mpeg",
          "size_in_bytes": 1234,
          "duration_in_seconds": 60
        },
        {
          "url": "https://example.com/b",
          "mime_type": "application/octet-stream"
        }
      ]
    }
  ]
}
`;

const head = `{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Example",
  "home_page_url": "https://example.com/",
  "feed_url": "https://example.com/feed.json",`;

const bareJson = `${head}
  "items": [
    {
      "id": "https://example.com/b/",
      "url": "https://example.com/b/",
      "date_published": "2024-01-01T00:00:00.000Z",
      "content_text": "https://example.com/b/"
    }
  ]
}
`;

const emptyJson = `${head}
  "items": []
}
`;

describe("composeJson", () => {
  test.each([
    { when: "all that there can be", feed: richFeed, text: richJson },
    {
      when: "all that there must be",
      feed: feedDocument({ entries: [bareEntry] }),
      text: bareJson,
    },
    { when: "no entries", feed: feedDocument(), text: emptyJson },
  ])("writes the whole document with $when", ({ feed, text }) => {
    expect(composeWhole("json", feed)).toBe(text);
    expect(jsonFeedProblems(text)).toEqual([]);
  });

  test.each([
    {
      when: "the whole text",
      content: "full",
      stated: { summary: "s" },
      text: { content_html: "<p>Text</p>", summary: "s" },
    },
    {
      when: "the whole text and its Markdown",
      content: "full",
      stated: { markdown: "*Text*" },
      text: { content_html: "<p>Text</p>", content_text: "*Text*" },
    },
    {
      when: "the summary only, without Markdown",
      content: "summary",
      stated: { markdown: "*Text*", summary: "s" },
      text: { content_text: "s", summary: "s" },
    },
    {
      when: "no text but a summary",
      content: "full",
      stated: { html: "", summary: "s" },
      text: { content_text: "s", summary: "s" },
    },
    {
      when: "no text but a title",
      content: "full",
      stated: { html: "" },
      text: { content_text: "A" },
    },
    {
      when: "the summary only",
      content: "summary",
      stated: { summary: "s" },
      text: { content_text: "s", summary: "s" },
    },
    {
      when: "no summary where only that is wanted",
      content: "summary",
      stated: {},
      text: { content_text: "A" },
    },
  ] as const)("gives an entry its text: $when", ({ content, stated, text }) => {
    const feed = feedDocument({ content, entries: [entry(stated)] });
    expect(JSON.parse(composeWhole("json", feed)).items).toEqual([
      {
        id: "https://example.com/a/",
        url: "https://example.com/a/",
        title: "A",
        date_published: "2024-01-02T03:04:05.000Z",
        ...text,
      },
    ]);
  });

  test.each([
    { when: "of its own", own: "ko", feed: "en", language: "ko" },
    { when: "of its own only", own: "ko", feed: undefined, language: "ko" },
    { when: "of the feed", own: "en", feed: "en", language: undefined },
  ])("says the language of an entry where it differs: $when", ({ own, feed, language }) => {
    const document = feedDocument({
      site: site({ language: feed }),
      entries: [entry({ language: own })],
    });
    expect(JSON.parse(composeWhole("json", document)).items[0].language).toBe(language);
  });
});
