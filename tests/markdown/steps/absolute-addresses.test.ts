import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import { absoluteAddresses } from "../../../src/markdown/steps/absolute-addresses.ts";
import { article } from "../../support/article.ts";
import { site } from "../../support/feed-document.ts";
import { contextOf, htmlOf, rendered, stepped } from "../../support/rendered.ts";

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
  ])("are made absolute: $when", async ({ body, href }) => {
    expect(await htmlOf(body)).toBe(`<p><a href="${href}">x</a></p>`);
  });

  test.each([
    { when: "an image", body: "![x](i.png)" },
    { when: "an image of a definition", body: "![x][i]\n\n[i]: i.png" },
  ])("are made absolute in $when", async ({ body }) => {
    expect(await htmlOf(body)).toBe('<p><img src="https://example.com/blog/a/i.png" alt="x"></p>');
  });
});

describe("addresses in HTML", () => {
  const at = "https://example.com/blog/a/";

  test.each([
    { when: "a link", before: '<a href="b">x</a>', after: `<a href="${at}b">x</a>` },
    {
      when: "a link around an image",
      before: '<a href="b"><img src="c.png"></a>',
      after: `<a href="${at}b"><img src="${at}c.png"></a>`,
    },
    {
      when: "an image",
      before: '<img src="i.png" longdesc="i.txt">',
      after: `<img src="${at}i.png" longdesc="${at}i.txt">`,
    },
    {
      when: "all candidates of a srcset",
      before: '<img srcset="s.png,\n m.png 1.5x,\n\t/l.png 2x, https://b.example/x,y.png 3x">',
      after: `<img srcset="${at}s.png, ${at}m.png 1.5x, https://example.com/l.png 2x, https://b.example/x,y.png 3x">`,
    },
    {
      when: "a srcset with commas alone",
      before: '<img srcset="s.png,m.png, l.png 2x,, xl.png 3x,">',
      after: `<img srcset="${at}s.png,m.png, ${at}l.png 2x, ${at}xl.png 3x">`,
    },
    {
      when: "widths in a srcset",
      before: '<picture><source srcset="s.webp 480w, l.webp 960w"><img src="s.png"></picture>',
      after: `<picture><source srcset="${at}s.webp 480w, ${at}l.webp 960w"><img src="${at}s.png"></picture>`,
    },
    {
      when: "a video with its poster, source and track",
      before: '<video src="v.mp4" poster="p.png"><source src="v.webm"><track src="v.vtt"></video>',
      after: `<video src="${at}v.mp4" poster="${at}p.png"><source src="${at}v.webm"><track src="${at}v.vtt"></video>`,
    },
    {
      when: "an object",
      before: '<object data="/o"></object>',
      after: '<object data="https://example.com/o"></object>',
    },
    {
      when: "an iframe",
      before: '<iframe src="//c.example/d"></iframe>',
      after: '<iframe src="https://c.example/d"></iframe>',
    },
    {
      when: "an audio",
      before: "<audio src=a.mp3 controls></audio>",
      after: `<audio src="${at}a.mp3" controls></audio>`,
    },
    {
      when: "what quotes and edits cite",
      before:
        "<blockquote cite=q><q cite=/w>x</q> <del cite=d>y</del> <ins cite=i>z</ins></blockquote>",
      after: `<blockquote cite="${at}q"><q cite="https://example.com/w">x</q> <del cite="${at}d">y</del> <ins cite="${at}i">z</ins></blockquote>`,
    },
  ])("are made absolute in $when", ({ before, after }) => {
    expect(stepped(absoluteAddresses, before)).toEqual({ html: after, messages: [] });
  });
});

describe("a site below the root of its host", () => {
  const project = site({ url: "https://user.example/project/" });

  test.each([
    { when: "without its path", body: "/a.png" },
    { when: "with its path", body: "/project/a.png" },
    { when: "with its address", body: "https://user.example/project/a.png" },
  ])("has what is meant from the root, written $when", ({ body }) => {
    const context = contextOf({ url: "https://user.example/project/b/" }, { site: project });

    expect(stepped(absoluteAddresses, `<img src="${body}">`, context)).toEqual({
      html: '<img src="https://user.example/project/a.png">',
      messages: [],
    });
  });
});

describe("a link to an article's file", () => {
  const articles = [
    article({ source: "posts/b c.md", url: "https://example.com/b/" }),
    article({ source: "notes/2024-01-02-d.md", url: "https://example.com/d/" }),
    article({ source: "e/index.md", url: "https://example.com/e/" }),
  ];
  const context = () => contextOf({ source: "posts/a.md" }, { articles });

  test.each([
    { when: "beside it", href: "b%20c.md", to: "https://example.com/b/" },
    { when: "with a dot", href: "./b c.md#part", to: "https://example.com/b/#part" },
    { when: "above it", href: "../notes/2024-01-02-d.md?x=y", to: "https://example.com/d/?x=y" },
    {
      when: "from the content folder",
      href: "/notes/2024-01-02-d.md",
      to: "https://example.com/d/",
    },
    { when: "of a folder", href: "../e/index.md", to: "https://example.com/e/" },
  ])("leads to its address: $when", ({ href, to }) => {
    expect(stepped(absoluteAddresses, `<a href="${href}">x</a>`, context())).toEqual({
      html: `<a href="${to}">x</a>`,
      messages: [],
    });
  });

  test("is a warning where there is none", () => {
    expect(stepped(absoluteAddresses, 'y <a href="gone.md">x</a>', context())).toEqual({
      html: 'y <a href="https://example.com/blog/a/gone.md">x</a>',
      messages: ["1:3 address: Expected a link to an article of the folder, not `gone.md`"],
    });
  });

  test("is another site's file where it is absolute", () => {
    expect(stepped(absoluteAddresses, '<a href="https://b.example/b.md">x</a>', context())).toEqual(
      {
        html: '<a href="https://b.example/b.md">x</a>',
        messages: [],
      },
    );
  });
});

describe("an address that is none", () => {
  const article = "---\ntitle: A\n---\n\nText and [link](http://[) here.\n";
  const file = new VFile({ path: "a.md", value: article });
  const body = "\n\n\n\nText and [link](http://[) here.\n";

  test("is left out with a warning at its line and column in the file", async () => {
    expect(await rendered(body, { file })).toEqual({
      html: "<p>Text and link here.</p>",
      title: "A",
      summary: "Text and link here.",
      messages: ["5:10 address: Expected an address, not `http://%5B`; it is left out"],
    });
  });

  test.each([
    { when: "a host", address: 'http://b"c.example/' },
    { when: "another scheme", address: "tel:{1}" },
  ])("is one that no URI can be: $when", async ({ address }) => {
    expect(await rendered(`<a href='${address}'>x</a>`)).toMatchObject({
      html: "<p>x</p>",
      messages: [`1:1 address: Expected an address, not \`${address}\`; it is left out`],
    });
  });

  test.each([
    {
      when: "an image",
      body: "x\n\n![i](http://)",
      html: "<p>x</p>\n<p>i</p>",
      place: "3:1",
    },
    {
      when: "a link beside raw HTML",
      body: "<b>x</b>\n\n> y [l](http://)",
      html: "<p><b>x</b></p>\n<blockquote>\n<p>y l</p>\n</blockquote>",
      place: "3:5",
    },
    {
      when: "a raw link",
      body: 'x\n\ny <a href="http://">l</a>',
      html: "<p>x</p>\n<p>y l</p>",
      place: "3:3",
    },
    {
      when: "a candidate of a srcset",
      body: 'x\n\n<img srcset="http:// 1x, /b 2x">',
      html: '<p>x</p>\n<img srcset="https://example.com/b 2x" src="https://example.com/b">',
      place: "3:1",
    },
  ])("is left out with a warning: $when", async ({ body: given, html, place }) => {
    const { html: found, messages } = await rendered(given);
    expect({ found, messages }).toEqual({
      found: html,
      messages: [`${place} address: Expected an address, not \`http://\`; it is left out`],
    });
  });
});
