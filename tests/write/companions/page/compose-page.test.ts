import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";
import { describe, expect, test } from "vitest";
import { composePage } from "../../../../src/write/companions/page/compose-page.ts";
import { fc } from "../../../support/fast-check.ts";
import { latest, offered, pageInput } from "../../../support/page-input.ts";
import { pageProblems } from "../../../support/page-problems.ts";

function textOfPage(html: string): string {
  return toText(fromHtml(html));
}

function countElements(html: string, name: string): number {
  const count = (node: Nodes): number => {
    const below = "children" in node ? node.children.map(count).reduce((a, b) => a + b, 0) : 0;
    return below + (node.type === "element" && node.tagName === name ? 1 : 0);
  };
  return count(fromHtml(html));
}

const awkward = `</script><script>alert(1)</script>"'<b>&amp; ]]> {site} $& 写真`;

describe("composePage", () => {
  test("names the feeds in the head, the preferred format first", () => {
    const links = composePage(pageInput()).match(/<link rel="alternate"[^>]*>/g);
    expect(links).toEqual([
      '<link rel="alternate" type="application/rss+xml" title="Example (RSS)" href="https://example.com/rss.xml">',
      '<link rel="alternate" type="application/atom+xml" title="Example (Atom)" href="https://example.com/atom.xml">',
      '<link rel="alternate" type="application/feed+json" title="Example (JSON Feed)" href="https://example.com/feed.json">',
    ]);
  });

  test("lets an address break after its slashes, and is copied without the breaks", () => {
    const html = composePage(pageInput());
    expect(html).toContain('<code dir="ltr">https://<wbr>example.com/<wbr>rss.xml</code>');
    expect(textOfPage(html)).toContain("https://example.com/rss.xml");
  });

  test("shows titles, dates and summaries of the newest articles", () => {
    const articles = Array.from({ length: 30 }, (_, index) => {
      return latest({ title: `Article ${index}`, summary: `Summary ${index}` });
    });
    const text = textOfPage(composePage(pageInput({ articles })));
    expect(text).toContain("Article 0 2024-07-31\n\nSummary 0");
    expect(text).toContain("Article 9");
    expect(text).not.toContain("Article 10");
  });

  test("cuts a long summary between characters", () => {
    const summary = `${"a".repeat(237)}, 😀${"b".repeat(100)}`;
    const text = textOfPage(composePage(pageInput({ articles: [latest({ summary })] })));
    expect(text).toContain(`${"a".repeat(237)}…`);
    expect(text).not.toContain("b…");
  });

  test("is valid where no text is harmless, and shows it as it is", () => {
    const html = composePage(
      pageInput({
        site: { title: awkward, url: "https://example.com/", description: awkward, language: "en" },
        articles: [latest({ title: awkward, summary: awkward, language: "ja" })],
      }),
    );
    expect(pageProblems(html)).toEqual([]);
    expect(countElements(html, "script")).toBe(1);
    expect(textOfPage(html).split(awkward)).toHaveLength(6);
    expect(html).toContain("<title>Subscribe to ");
    expect(html).toContain('<li lang="ja">');
  });

  test("is valid whatever the texts are", () => {
    const text = fc.string({ unit: "binary", minLength: 1 }).filter((one) => !/[\p{C}]/u.test(one));
    fc.assert(
      fc.property(text, text, (title, summary) => {
        const html = composePage(pageInput({ articles: [latest({ title, summary })] }));
        expect(pageProblems(html)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["en", "en", "ltr", "Subscribe to Example"],
    ["ko", "ko", "ltr", "Example 구독하기"],
    ["pt-BR", "en", "ltr", "Subscribe to Example"],
    ["ar-EG", "ar", "rtl", "اشترك في Example"],
    ["he", "en", "rtl", "Subscribe to Example"],
  ])("of a site in %s speaks %s, %s", (language, lang, dir, heading) => {
    const site = { title: "Example", url: "https://example.com/", language, description: "D" };
    const html = composePage(pageInput({ site }));
    expect(html).toContain(`<html lang="${lang}" dir="${dir}">`);
    expect(html).toContain(heading);
    expect(html).toContain(`<p lang="${language}" dir="auto">D</p>`);
    expect(pageProblems(html)).toEqual([]);
  });

  test("stays under 30 KB, and names the list of those it has no room for", () => {
    const tags = Array.from({ length: 300 }, (_, index) => {
      return offered(`Example – ${"写".repeat(60)} ${index}`, "tag", `tag/${index}/`);
    });
    const articles = Array.from({ length: 50 }, () => {
      return latest({
        title: "写".repeat(200),
        summary: "真".repeat(1000),
        url: `https://example.com/${"%E5%86%99".repeat(200)}`,
      });
    });
    const feeds = [...offered("Example"), ...tags.flat()];
    const listUrl = "https://example.com/feeds.opml";
    const html = composePage(pageInput({ feeds, articles, listUrl }));
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
    expect(html).toContain("https://example.com/tag/0/atom.xml");
    expect(html).toContain('<a href="https://example.com/feeds.opml">All feeds (OPML)</a>');
    expect(html.match(/data-copy=/g)).toHaveLength(3);
    expect(pageProblems(html)).toEqual([]);
  });
});
