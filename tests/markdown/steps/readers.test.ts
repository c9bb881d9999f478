import { describe, expect, test } from "vitest";
import {
  headingAnchors,
  headingIds,
  leadingHeading,
} from "../../../src/markdown/steps/headings.ts";
import { captions, images, lazyImages } from "../../../src/markdown/steps/images.ts";
import { media } from "../../../src/markdown/steps/media.ts";
import { alerts, details, hidden, taskLists } from "../../../src/markdown/steps/plain-forms.ts";
import { contextOf, stepped } from "../../support/rendered.ts";

const same = (html: string) => ({ html, to: html });

describe("headings", () => {
  test.each([
    { html: '<h2>A <a class="anchor" href="#a">#</a></h2>', to: "<h2>A </h2>" },
    { html: '<h2><a class="hash-link" href="#a">¶</a>A</h2>', to: "<h2>A</h2>" },
    { html: '<h2><a id="old"></a>A</h2>', to: '<h2 id="old">A</h2>' },
    { html: '<h2 id="own"><a name="old"></a>A</h2>', to: '<h2 id="own">A</h2>' },
    same('<h2><a href="/a">A link</a></h2>'),
    same('<h2><a href="/a"><img src="/b.png"></a></h2>'),
    same('<p><a class="anchor" href="#a">#</a></p>'),
  ])("loses anchors: $html", ({ html, to }) => {
    expect(stepped(headingAnchors, html).html).toBe(to);
  });

  test.each([
    { html: '<a href="#a-b">x</a><h2>A b</h2>', to: '<a href="#a-b">x</a><h2 id="a-b">A b</h2>' },
    {
      html: '<a href="#a_b">x</a><h2>A.b</h2><h2>A b</h2>',
      to: '<a href="#a_b">x</a><h2 id="a_b">A.b</h2><h2>A b</h2>',
    },
    {
      html: '<a href="#%EA%B0%80">x</a><h2>가</h2>',
      to: '<a href="#%EA%B0%80">x</a><h2 id="가">가</h2>',
    },
    same('<a href="#a">x</a><p id="a"></p><h2>A</h2>'),
    same('<a href="#b">x</a><h2>A</h2>'),
    same("<h2>A</h2>"),
  ])("gets the ids that are linked to: $html", ({ html, to }) => {
    expect(stepped(headingIds, html).html).toBe(to);
  });

  test.each([
    { html: "<h1>The <em>title</em>!</h1>\n<p>a</p>", to: "\n<p>a</p>" },
    { html: "<h2>the  title</h2><h1>The title</h1><p>a</p>", to: "<p>a</p>" },
    same("<p>a</p><h1>The title</h1>"),
    same("<h1>Another title</h1>"),
    same("<p>The title</p>"),
  ])("is left out where it only repeats the title: $html", ({ html, to }) => {
    expect(stepped(leadingHeading, html, contextOf({ title: "The title" })).html).toBe(to);
  });
});

describe("images", () => {
  test.each([
    { html: '<img src="x.gif" data-src="a.png">', to: '<img src="a.png" data-src="a.png">' },
    { html: '<img data-original="a.png">', to: '<img data-original="a.png" src="a.png">' },
    same('<picture><source srcset="a.png"><img src="b.png" alt="c"></picture>'),
  ])("are no longer lazy: $html", ({ html, to }) => {
    expect(stepped(lazyImages, html).html).toBe(to);
  });

  test.each([
    { html: '<p>a <img alt="b"> c</p>', to: "<p>a b c</p>" },
    { html: '<img src="javascript:x()" alt="b">', to: "b" },
    { html: '<noscript><img src="https://a.example/b.png"></noscript>', to: "" },
    {
      html: '<img srcset="https://a.example/b.png 1x, https://a.example/c.png 2x">',
      to: '<img srcset="https://a.example/b.png 1x, https://a.example/c.png 2x" src="https://a.example/b.png">',
    },
    {
      html: '<picture><source srcset="https://a.example/b.png 2x"></picture>',
      to: '<picture><source srcset="https://a.example/b.png 2x"><img src="https://a.example/b.png" alt=""></picture>',
    },
    same('<img src="https://a.example/b.png">'),
  ])("without an address leave their text: $html", ({ html, to }) => {
    expect(stepped(images, html)).toEqual({ html: to, messages: [] });
  });

  test("that are data are left out with a warning", () => {
    expect(stepped(images, '<p>a\n<img src="data:image/png;base64,AAAA" alt="b"></p>')).toEqual({
      html: "<p>a\nb</p>",
      messages: [
        "2:1 image: Expected an image with an address, not 26 characters of data; it is left out",
      ],
    });
  });

  test.each([
    {
      html: '<p><img src="a" title="T"></p>',
      to: '<figure><img src="a"><figcaption>T</figcaption></figure>',
    },
    {
      html: '<p>\n<a href="b"><img src="a" title="T"></a></p>',
      to: '<figure><a href="b"><img src="a"></a><figcaption>T</figcaption></figure>',
    },
    same('<p>text <img src="a" title="T"></p>'),
    same('<p><img src="a"></p>'),
    same('<p><img src="a" title="T"><img src="b" title="U"></p>'),
  ])("that stand alone have their title as caption: $html", ({ html, to }) => {
    expect(stepped(captions, html).html).toBe(to);
  });
});

describe("films and sounds", () => {
  const film = "https://a.example/f.mp4";

  test.each([
    {
      html: `<video src="${film}"></video>`,
      to: `<video src="${film}" controls><a href="${film}">Watch the video</a></video>`,
    },
    {
      html: `<audio title="T"><source src="${film}"></audio>`,
      to: `<audio title="T" controls><source src="${film}"><a href="${film}">T</a></audio>`,
    },
    {
      html: `<video src="${film}"><a href="b">Own</a></video>`,
      to: `<video src="${film}" controls><a href="b">Own</a></video>`,
    },
    { html: "<audio>Nothing to <b>hear</b>.</audio>", to: "Nothing to <b>hear</b>." },
    { html: '<video src="javascript:x()"></video>', to: "" },
    { html: "<video>a<audio>b</audio></video>", to: "ab" },
  ])("have controls and a link: $html", ({ html, to }) => {
    expect(stepped(media, html).html).toBe(to);
  });
});

describe("what readers drop", () => {
  test.each([
    { html: '<li><input type="checkbox" checked> a</li>', to: "<li>☑ a</li>" },
    { html: '<li><input type="checkbox"> a</li>', to: "<li>☐ a</li>" },
    { html: 'a<input type="text">b', to: "ab" },
  ])("becomes a ballot box: $html", ({ html, to }) => {
    expect(stepped(taskLists, html).html).toBe(to);
  });

  test.each([
    {
      html: "<details><summary>A</summary>b <i>c</i><p>d</p></details>",
      to: "<details><summary><strong>A</strong></summary><p>b <i>c</i></p><p>d</p></details>",
    },
    same("<details><summary><strong>A</strong></summary><p>b</p></details>"),
    same("<details><summary><h3>A</h3></summary>\n<p>b</p>\n</details>"),
  ])("keeps its order: $html", ({ html, to }) => {
    expect(stepped(details, html).html).toBe(to);
  });

  test.each([
    {
      html: '<p hidden>a</p><p class="sr-only">b</p><p style="color: red; display:none">c</p>d',
      to: "d",
    },
    { html: '<h2 class="visually-hidden">a</h2><b style="visibility: hidden">c</b>d', to: "d" },
    same('<p class="note" style="color: red">a</p>'),
  ])("stays hidden: $html", ({ html, to }) => {
    expect(stepped(hidden, html).html).toBe(to);
  });

  test.each([
    {
      html: "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>",
      to: "<blockquote>\n<p><strong>Note</strong></p>\n<p>a</p>\n</blockquote>",
    },
    {
      html: "<blockquote><p>[!Tip]</p><p>a</p></blockquote>",
      to: "<blockquote><p><strong>Tip</strong></p>\n<p>a</p></blockquote>",
    },
    same("<blockquote><p>[!OTHER] a</p></blockquote>"),
    same("<p>[!NOTE] a</p>"),
  ])("says what kind of alert it is: $html", ({ html, to }) => {
    expect(stepped(alerts, html).html).toBe(to);
  });
});
