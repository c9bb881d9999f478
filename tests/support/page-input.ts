import type { LatestArticle, OfferedFeed } from "../../src/write/companions/companion.ts";
import type { PageInput } from "../../src/write/companions/page/page-input.ts";
import { textsIn } from "../../src/write/companions/page/texts.ts";

/** The three formats of a feed. */
export function offered(
  title: string,
  group: string | null = null,
  folder = "",
): readonly OfferedFeed[] {
  return (["rss", "atom", "json"] as const).map((format) => {
    const path = `${folder}${format === "json" ? "feed.json" : `${format}.xml`}`;
    return { title, url: `https://example.com/${encodeURI(path)}`, format, path, group };
  });
}

/** An article that states only what a test is about. */
export function latest(stated: Partial<LatestArticle> = {}): LatestArticle {
  return { title: "A", url: "https://example.com/a/", date: "2024-07-31", ...stated };
}

/** What a page is made of that states only what a test is about. */
export function pageInput(stated: Partial<PageInput> = {}): PageInput {
  const { site = { title: "Example", url: "https://example.com/" } } = stated;
  return {
    site,
    feeds: offered(site.title),
    articles: [latest()],
    texts: textsIn(site.language),
    url: "https://example.com/subscribe.html",
    ...stated,
  };
}
