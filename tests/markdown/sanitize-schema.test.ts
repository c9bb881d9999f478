import { describe, expect, test } from "vitest";
import { htmlProblems } from "../support/html-problems.ts";
import { htmlOf } from "../support/rendered.ts";

describe("an address that runs or holds a document", () => {
  test.each([
    { when: "a link", body: "[x](javascript:alert(1))" },
    { when: "a link to a document", body: "[x](data:text/html,<script>alert(1)</script>)" },
    { when: "a link to VBScript", body: "[x](vbscript:x)" },
    { when: "a link in another case", body: "[x](JaVaScRiPt:alert(1))" },
    { when: "a link with entities", body: "[x](&#106;avascript&colon;alert(1))" },
    { when: "a definition", body: "[x]\n\n[x]: javascript:alert(1)" },
    { when: "an autolink", body: "<javascript:alert(1)>" },
    { when: "a raw link", body: '<a href="javascript:alert(1)">x</a>' },
    { when: "a raw link with a tab", body: '<a href="java\tscript:alert(1)">x</a>' },
    { when: "a raw link with a tab as an entity", body: '<a href="java&#9;script:alert(1)">x</a>' },
    { when: "a raw link with a line break", body: '<a href="java&NewLine;script:alert(1)">x</a>' },
    { when: "a raw link with a control", body: '<a href="&#1; javascript:alert(1)">x</a>' },
    { when: "a raw link without quotes", body: "<A HREF=VBScript:x>x</A>" },
  ])("goes: $when", async ({ body }) => {
    expect(await htmlOf(body)).toMatch(/^<p>(?:x|javascript:alert\(1\))<\/p>$/);
  });

  test.each([
    {
      when: "a Markdown image",
      body: "![x](data:image/png;base64,AA==)",
      html: "<p>x</p>",
    },
    { when: "a raw image", body: '<img src="data:image/png;base64,AA==">', html: "" },
    {
      when: "some candidates of a srcset",
      body: '<img srcset="data:image/png;base64,AA== 1x, javascript:x 2x, https://b.example/ 3x">',
      html: '<img srcset="https://b.example/ 3x" src="https://b.example/">',
    },
    { when: "all of a srcset", body: '<img srcset="data:image/png;base64,AA==">', html: "" },
    {
      when: "a video's",
      body: '<video src="data:video/mp4,x" poster="javascript:x"></video>',
      html: "",
    },
    { when: "a quotation's", body: '<q cite="javascript:x">x</q>', html: "<p><q>x</q></p>" },
    { when: "a form's, on another element", body: '<p action="javascript:x">x', html: "<p>x</p>" },
    {
      when: "an SVG's",
      body: '<svg><a xlink:href="javascript:x">x</a></svg>',
      html: "<p>x</p>",
    },
  ])("goes: $when", async ({ body, html }) => {
    expect(await htmlOf(body)).toBe(html);
  });
});

describe("what readers must not get", () => {
  test.each([
    { when: "script", body: "a <script>alert(1)</script> b", html: "<p>a  b</p>" },
    { when: "script as a block", body: "<script>\nalert(1)\n</script>\n\na", html: "<p>a</p>" },
    { when: "style", body: "<style>p { color: red }</style>\n\na", html: "<p>a</p>" },
    {
      when: "iframe",
      body: 'a <iframe src="/x">no frames</iframe> b',
      html: '<p>a <a href="https://example.com/x">Embedded content on example.com</a> b</p>',
    },
    { when: "object without an address", body: "<object>text</object>", html: "<p>text</p>" },
    { when: "embed", body: 'a <embed src="data:x"> b', html: "<p>a  b</p>" },
    {
      when: "form",
      body: '<form action="/x"><label>Name</label><input name="q"><textarea>t</textarea><button>Go</button><datalist><option>o</datalist></form>',
      html: "Name",
    },
    {
      when: "event handlers",
      body: '<b onclick="x()" ONMOUSEOVER=x>a</b>',
      html: "<p><b>a</b></p>",
    },
    { when: "style attributes", body: '<b style="color:red">a</b>', html: "<p><b>a</b></p>" },
    {
      when: "base, link and meta",
      body: '<base href="//evil.example"><link rel=x href=x><meta http-equiv=refresh content=0>\n\na',
      html: "<p>a</p>",
    },
    { when: "a template", body: "a <template><b>x</b></template> b", html: "<p>a  b</p>" },
    { when: "comments", body: "a <!-- b --> c", html: "<p>a  c</p>" },
    { when: "processing instructions", body: "a <?php b ?> c", html: "<p>a  c</p>" },
    {
      when: "a document",
      body: "<!DOCTYPE html>\n<html><body onload=x>a</body></html>",
      html: "a",
    },
  ])("is not in the HTML: $when", async ({ body, html }) => {
    expect(await htmlOf(body)).toBe(html);
  });

  test("does not come back when elements around it are taken away", async () => {
    const html = await htmlOf(
      "<scr<script></script>ipt>alert(1)</script>\n\n<<b>script>x</script>",
    );
    expect(htmlProblems(html ?? "")).toEqual([]);
    expect(html).not.toMatch(/<script/i);
  });
});

describe("raw HTML", () => {
  test.each([
    {
      when: "text-level elements",
      body: "<kbd>a</kbd> <mark>b</mark> <abbr title=c>c</abbr> <sub>d</sub>",
    },
    { when: "a figure", body: "<figure><figcaption>a</figcaption></figure>" },
    {
      when: "details",
      body: "<details open><summary><strong>a</strong></summary><p>b</p></details>",
    },
    { when: "a description list", body: "<dl><dt>a</dt><dd>b</dd></dl>" },
    { when: "ruby", body: "<ruby>漢<rp>(</rp><rt>かん</rt></ruby>" },
    {
      when: "a table",
      body: '<table><caption>a</caption><colgroup><col span="2"></colgroup><tbody><tr><td align="left">b</td></tr></tbody></table>',
    },
  ])("survives: $when", async ({ body }) => {
    expect(
      (await htmlOf(body))?.replace(/^<p>(?!a)|(?<!a)<\/p>$/g, "").replaceAll('"c"', "c"),
    ).toBe(body);
  });

  test.each([
    { when: "custom elements", body: "<my-el a=b>x <b>y</b></my-el>", html: "<p>x <b>y</b></p>" },
    {
      when: "SVG",
      body: '<svg viewBox="0 0 1 1"><title>t</title><path d="M0"/></svg> x',
      html: "<p> x</p>",
    },
    { when: "MathML", body: "<math><mi>x</mi></math>", html: "<p>x</p>" },
    { when: "other directions", body: "<bdo dir=rtl>x</bdo>", html: "<p>x</p>" },
  ])("leaves its text: $when", async ({ body, html }) => {
    expect(await htmlOf(body)).toBe(html);
  });

  test("keeps no part of a table outside one", async () => {
    expect(await htmlOf("<caption>a</caption>")).toBe("a");
    expect(await htmlOf("<colgroup><col></colgroup>")).toBe("");
    expect(await htmlOf("<col>")).toBe("");
    expect(await htmlOf("<tr><td>a</td></tr>")).toBe("a");
    expect(await htmlOf("<svg><td>a</td></svg>")).toBe("<p>a</p>");
  });
});
