import { describe, expect, test } from "vitest";
import { embeds } from "../../../src/markdown/steps/embeds.ts";
import { contextOf, htmlOf, stepped } from "../../support/rendered.ts";

const link = (href: string, text: string) => `<p><a href="${href}">${text}</a></p>`;

describe("an embed becomes a link", () => {
  test.each([
    {
      when: "YouTube, with a picture",
      before:
        '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?start=42" title="A song"></iframe>',
      after:
        '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ&#x26;t=42s"><img src="https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg" alt="A song"></a><br><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ&#x26;t=42s">A song</a></p>',
    },
    {
      when: "YouTube without cookies",
      before: '<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"></iframe>',
      after:
        '<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"><img src="https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg" alt="Video on YouTube"></a><br><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Video on YouTube</a></p>',
    },
    {
      when: "a playlist of YouTube",
      before: '<iframe src="https://www.youtube.com/embed?list=PL1"></iframe>',
      after: link("https://www.youtube.com/playlist?list=PL1", "Video on YouTube"),
    },
    {
      when: "Vimeo",
      before: '<iframe src="https://player.vimeo.com/video/76979871?h=1"></iframe>',
      after: link("https://vimeo.com/76979871", "Video on Vimeo"),
    },
    {
      when: "CodePen",
      before: '<iframe src="https://codepen.io/jo/embed/preview/abc?x=1"></iframe>',
      after: link("https://codepen.io/jo/pen/abc", "Pen on CodePen"),
    },
    {
      when: "Spotify",
      before: '<iframe src="https://open.spotify.com/embed/track/1a?utm=x"></iframe>',
      after: link("https://open.spotify.com/track/1a", "Listen on Spotify"),
    },
    {
      when: "SoundCloud",
      before:
        '<iframe src="https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b"></iframe>',
      after: link("https://soundcloud.com/a/b", "Listen on SoundCloud"),
    },
    {
      when: "a gist",
      before: '<script src="https://gist.github.com/jo/1a2b.js"></script>',
      after: link("https://gist.github.com/jo/1a2b", "Gist on GitHub"),
    },
    {
      when: "asciinema",
      before: '<script src="https://asciinema.org/a/14.js" async></script>',
      after: link("https://asciinema.org/a/14", "Recording on asciinema"),
    },
    {
      when: "a framed tweet",
      before: '<iframe src="https://platform.twitter.com/embed/Tweet.html?id=20"></iframe>',
      after: link("https://x.com/i/status/20", "Post on X"),
    },
    {
      when: "a toot",
      before: '<iframe src="https://social.example/@jo/123/embed"></iframe>',
      after: link("https://social.example/@jo/123", "Embedded content on social.example"),
    },
    {
      when: "OpenStreetMap",
      before:
        '<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=1&amp;marker=1.5%2C2.5"></iframe>',
      after: link("https://www.openstreetmap.org/?mlat=1.5&#x26;mlon=2.5", "Map on OpenStreetMap"),
    },
    {
      when: "Google Maps",
      before: '<iframe src="https://maps.google.com/maps?q=New%20York&amp;output=embed"></iframe>',
      after: link("https://www.google.com/maps?q=New%20York", "Map on Google Maps"),
    },
    {
      when: "another host",
      before: '<iframe src="https://www.b.example/c?d"></iframe>',
      after: link("https://www.b.example/c?d", "Embedded content on b.example"),
    },
    {
      when: "an object",
      before: '<object data="https://b.example/c.pdf" title="A paper"><p>old</p></object>',
      after: link("https://b.example/c.pdf", "A paper"),
    },
    {
      when: "an embed",
      before: '<embed src="https://b.example/c.svg">',
      after: link("https://b.example/c.svg", "Embedded content on b.example"),
    },
    {
      when: "a lazy one",
      before: '<iframe data-src="https://b.example/c"></iframe>',
      after: link("https://b.example/c", "Embedded content on b.example"),
    },
    {
      when: "in running text",
      before: '<p>a <iframe src="https://b.example/c"></iframe></p>',
      after: '<p>a <a href="https://b.example/c">Embedded content on b.example</a></p>',
    },
    {
      when: "in a division",
      before: '<div><iframe src="https://b.example/c"></iframe></div>',
      after: `<div>${link("https://b.example/c", "Embedded content on b.example")}</div>`,
    },
  ])("$when", ({ before, after }) => {
    expect(stepped(embeds, before)).toEqual({ html: after, messages: [] });
  });
});

describe("what cannot be followed is left out", () => {
  const reason = (of: string) =>
    `embed: Expected text, a picture or a link, not ${of}; it is left out`;

  test.each([
    {
      when: "a script",
      before: "a<script>b()</script>",
      after: "a",
      messages: [`1:2 ${reason("`<script>`")}`],
    },
    {
      when: "a script from elsewhere",
      before: '<p>a</p>\n<script src="https://b.example/c.js"></script>',
      after: "<p>a</p>\n",
      messages: [`2:1 ${reason("`<script>` of `https://b.example/c.js`")}`],
    },
    {
      when: "a frame of nothing",
      before: "<iframe></iframe>",
      after: "",
      messages: [`1:1 ${reason("`<iframe>`")}`],
    },
    {
      when: "an object of data, its fallback kept",
      before: '<object data="data:x,y"><p>a</p></object>',
      after: "<p>a</p>",
      messages: [`1:1 ${reason("`<object>` of `data:x,y`")}`],
    },
    {
      when: "a script that dresses up a post, in silence",
      before:
        '<blockquote class="twitter-tweet"><p>a</p></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
      after: '<blockquote class="twitter-tweet"><p>a</p></blockquote>',
      messages: [],
    },
  ])("$when", ({ before, after, messages }) => {
    expect(stepped(embeds, before)).toEqual({ html: after, messages });
  });
});

test("keeps what the user's schema lets through", async () => {
  const sanitize = { tagNames: ["iframe"], attributes: { iframe: ["src"] } };
  const html = '<iframe src="https://b.example/c"></iframe>';

  expect(stepped(embeds, html, contextOf({}, { settings: { sanitize } }))).toEqual({
    html,
    messages: [],
  });
  expect(await htmlOf(html, { settings: { sanitize } })).toBe(html);
});
