import { describe, expect, test } from "vitest";
import { toPlainText } from "../../src/front-matter/plain-text.ts";
import { toLine } from "../../src/xml-text.ts";
import { anyText } from "../support/any-text.ts";
import { assert, property } from "../support/fast-check.ts";

describe("toPlainText", () => {
  test.each([
    ["EPA&#8217;s rule", "EPA’s rule"],
    ["EPA&#x2019;s &amp; more&nbsp;", "EPA’s & more"],
    ["10&nbsp;km", "10\u00A0km"],
    ["&lt;b&gt;bold&lt;/b&gt;", "<b>bold</b>"],
    ["&amp;lt;", "&lt;"],
    ["&#0;&#1;&#xD800;&#xFFFE;a", "\uFFFD\uFFFDa"],
    ["Use `npm ci` now", "Use npm ci now"],
    ["``a ` b`` and `c`", "a ` b and c"],
    ["`&amp;` is `<b>` and `</b>`", "&amp; is <b> and </b>"],
    ["` ` and ` a `", "and a"],
    ["<i>Nature</i> and <B class='x'>Science</B >", "Nature and Science"],
    ["<b><i>both</i></b>", "both"],
    ["<b>one <b>two</b> three</b>", "one two three"],
    ["<b>a<i>b</b>c</i>", "abc"],
    ["<code>Vec<T></code>", "Vec<T>"],
    ['<a href="https://example.com/">link</a>', "link"],
    ["<span\nlang=ko>한국어</span>", "한국어"],
    ["one\ntwo\r\n\tthree", "one two three"],
    ["  a  ", "a"],
    ["", ""],
    ["`", "`"],
    ["<a `b`>c</a> `d`", "<a b>c</a> d"],
  ])("reads %j as %j", (text, plain) => {
    expect(toPlainText(text)).toBe(plain);
  });

  test.each([
    "Vec<T>",
    "Vec<i32> and Option<&str>",
    "AT&T",
    "R&D; Q&A",
    "&copy 2024",
    "&nosuch;",
    "__init__",
    "2 * 3",
    "*a* _b_ [c](d) \\*",
    "a <b and c> d",
    "the <b> tag",
    "the </b> tag",
    "</b>backwards<b>",
    "<b>mixed</i>",
    "<br><hr/>",
    "<table>x</table>",
    "<bold>x</bold>",
    "<script>x</script>",
    "it`s a ``quote",
    "]]> \"quoted\" 'text'",
    "שלום \u202E 👩‍💻",
  ])("leaves %j as it is", (text) => {
    expect(toPlainText(text)).toBe(text);
  });

  // Each of these is quadratic, or worse, for a search that begins anew at every mark.
  test.each([
    { when: "tags that open", text: "<b>".repeat(35_000), plain: "<b>".repeat(35_000) },
    { when: "tags that close", text: "</b>".repeat(35_000), plain: "</b>".repeat(35_000) },
    { when: "tags in tags", text: "<b>".repeat(35_000) + "</b>".repeat(35_000), plain: "" },
    { when: "tags with no end", text: "<a ".repeat(35_000), plain: "<a ".repeat(35_000).trim() },
    { when: "backticks", text: "`".repeat(100_000), plain: "`".repeat(100_000) },
    {
      when: "runs of backticks that no run closes",
      text: Array.from({ length: 450 }, (_, length) => "`".repeat(length)).join("a"),
      plain: Array.from({ length: 450 }, (_, length) => "`".repeat(length)).join("a"),
    },
    { when: "codes", text: "`a` ".repeat(30_000), plain: "a ".repeat(30_000).trim() },
    { when: "references", text: "&amp;".repeat(20_000), plain: "&".repeat(20_000) },
    { when: "half a reference", text: "&#".repeat(50_000), plain: "&#".repeat(50_000) },
    { when: "spaces", text: `a${" ".repeat(100_000)}b`, plain: "a b" },
  ])("reads 100 KB of $when", ({ text, plain }) => {
    expect(toPlainText(text) === plain).toBe(true);
  });

  test("gives a line that every feed can carry", async () => {
    await assert(
      property(anyText("`", "<b>", "</b>", "<a ", ">", "&#0;", "&#1;", "&#10;"), (text) => {
        const plain = toPlainText(text);
        expect(plain).toBe(toLine(plain));
      }),
    );
  });
});
