import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { htmlOf, rendered } from "../support/rendered.ts";

describe("addresses in Markdown", () => {
  test.each([
    { when: "beside the article", body: "[x](b.html)", href: "https://example.com/blog/a/b.html" },
    { when: "above it", body: "[x](../b/)", href: "https://example.com/blog/b/" },
    { when: "from the root", body: "[x](/c)", href: "https://example.com/c" },
    { when: "of another host", body: "[x](//host.example/d)", href: "https://host.example/d" },
    { when: "a query", body: "[x](?page=2)", href: "https://example.com/blog/a/?page=2" },
    { when: "a fragment", body: "[x](#part)", href: "https://example.com/blog/a/#part" },
    { when: "empty", body: "[x]()", href: "https://example.com/blog/a/" },
    { when: "absolute", body: "[x](http://b.example/?q=1#f)", href: "http://b.example/?q=1#f" },
    { when: "written oddly", body: "[x](HTTP://B.Example:80/x/../y)", href: "http://b.example/y" },
    { when: "mail", body: "[x](mailto:jo@b.example)", href: "mailto:jo@b.example" },
    {
      when: "with spaces",
      body: "[x](</my file.html>)",
      href: "https://example.com/my%20file.html",
    },
    {
      when: "in other letters",
      body: "[x](/한글?값=ü#é)",
      href: "https://example.com/%ED%95%9C%EA%B8%80?%EA%B0%92=%C3%BC#%C3%A9",
    },
    {
      when: "of a host in other letters",
      body: "[x](https://한국.example/)",
      href: "https://xn--3e0b707e.example/",
    },
    {
      when: "encoded already",
      body: "[x](/%ED%95%9C%20b)",
      href: "https://example.com/%ED%95%9C%20b",
    },
    { when: "a definition's", body: "[x]\n\n[x]: /def", href: "https://example.com/def" },
  ])("are made absolute: $when", ({ body, href }) => {
    expect(htmlOf(body)).toBe(`<p><a href="${href}">x</a></p>`);
  });

  test.each([
    { when: "an image", body: "![x](i.png)" },
    { when: "an image of a definition", body: "![x][i]\n\n[i]: i.png" },
  ])("are made absolute in $when", ({ body }) => {
    expect(htmlOf(body)).toBe('<p><img src="https://example.com/blog/a/i.png" alt="x"></p>');
  });
});

describe("addresses in raw HTML", () => {
  const at = "https://example.com/blog/a/";

  test.each([
    { when: "a link", body: '<a href="b">x</a>', html: `<p><a href="${at}b">x</a></p>` },
    {
      when: "an image",
      body: '<img src="i.png" longdesc="i.txt">',
      html: `<img src="${at}i.png" longdesc="${at}i.txt">`,
    },
    {
      when: "all candidates of a srcset",
      body: '<img srcset="s.png,\n m.png 1.5x,\n\t/l.png 2x, https://b.example/x,y.png 3x">',
      html: `<p><img srcset="${at}s.png, ${at}m.png 1.5x, https://example.com/l.png 2x, https://b.example/x,y.png 3x"></p>`,
    },
    {
      when: "a srcset with commas alone",
      body: '<img srcset="s.png,m.png, l.png 2x,, xl.png 3x,">',
      html: `<img srcset="${at}s.png,m.png, ${at}l.png 2x, ${at}xl.png 3x">`,
    },
    {
      when: "widths in a srcset",
      body: '<picture><source srcset="s.webp 480w, l.webp 960w"><img src="s.png"></picture>',
      html: `<p><picture><source srcset="${at}s.webp 480w, ${at}l.webp 960w"><img src="${at}s.png"></picture></p>`,
    },
    {
      when: "a video with its poster, source and track",
      body: '<video src="v.mp4" poster="p.png"><source src="v.webm"><track src="v.vtt"></video>',
      html: `<p><video src="${at}v.mp4" poster="${at}p.png"><source src="${at}v.webm"><track src="${at}v.vtt"></video></p>`,
    },
    {
      when: "an audio",
      body: "<audio src=a.mp3 controls></audio>",
      html: `<p><audio src="${at}a.mp3" controls></audio></p>`,
    },
    {
      when: "what quotes and edits cite",
      body: "<blockquote cite=q><q cite=/w>x</q> <del cite=d>y</del> <ins cite=i>z</ins></blockquote>",
      html: `<blockquote cite="${at}q"><q cite="https://example.com/w">x</q> <del cite="${at}d">y</del> <ins cite="${at}i">z</ins></blockquote>`,
    },
  ])("are made absolute in $when", ({ body, html }) => {
    expect(htmlOf(body)).toBe(html);
  });
});

describe("an address that is none", () => {
  const article = "---\ntitle: A\n---\n\nText and [link](http://[) here.\n";
  const file = new VFile({ path: "a.md", value: article });
  const body = "\n\n\n\nText and [link](http://[) here.\n";

  test("is left out with a warning at its line and column in the file", () => {
    expect(rendered(body, { file })).toEqual({
      html: "<p>Text and <a>link</a> here.</p>",
      title: "A",
      summary: "Text and link here.",
      messages: ["5:10 address: Expected an address, not `http://%5B`; it is left out"],
    });
  });

  test.each([
    { when: "a host", address: 'http://b"c.example/' },
    { when: "another scheme", address: "tel:{1}" },
  ])("is one that no URI can be: $when", ({ address }) => {
    expect(rendered(`<a href='${address}'>x</a>`)).toMatchObject({
      html: "<p><a>x</a></p>",
      messages: [`1:1 address: Expected an address, not \`${address}\`; it is left out`],
    });
  });

  test.each([
    {
      when: "an image",
      body: "x\n\n![i](http://)",
      html: '<p>x</p>\n<p><img alt="i"></p>',
      place: "3:1",
    },
    {
      when: "a link beside raw HTML",
      body: "<b>x</b>\n\n> y [l](http://)",
      html: "<p><b>x</b></p>\n<blockquote>\n<p>y <a>l</a></p>\n</blockquote>",
      place: "3:5",
    },
    {
      when: "a raw link",
      body: 'x\n\ny <a href="http://">l</a>',
      html: "<p>x</p>\n<p>y <a>l</a></p>",
      place: "3:3",
    },
    {
      when: "a candidate of a srcset",
      body: 'x\n\n<img srcset="http:// 1x, /b 2x">',
      html: '<p>x</p>\n<img srcset="https://example.com/b 2x">',
      place: "3:1",
    },
  ])("is left out with a warning: $when", ({ body: given, html, place }) => {
    const { html: found, messages } = rendered(given);
    expect({ found, messages }).toEqual({
      found: html,
      messages: [`${place} address: Expected an address, not \`http://\`; it is left out`],
    });
  });
});
