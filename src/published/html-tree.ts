import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toText } from "hast-util-to-text";

/** The text of HTML as a browser would show it. HTML that is nested too deep is its own text. */
export function textOf(html: string): string {
  if (!/[<&]/.test(html)) return html;
  return unlessTooDeep(html, () => toText(fromHtml(html, { fragment: true })));
}

/** The addresses of the feeds that a page names in its head, as they stand there. */
export function feedLinksOf(page: string): readonly string[] {
  return unlessTooDeep([], () => collect(fromHtml(page)));
}

/** What is made of HTML, or something else where thousands of levels end the stack. */
export function unlessTooDeep<Result>(otherwise: Result, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}

function collect(node: Nodes): readonly string[] {
  if (node.type === "element" && node.tagName === "link") return hrefOf(node);
  return "children" in node ? node.children.flatMap(collect) : [];
}

// https://html.spec.whatwg.org/multipage/links.html#rel-alternate
function hrefOf({ properties: { rel, type, href } }: Element): readonly string[] {
  const isFeed = /^application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)$/i.test(String(type));
  const isAlternate = Array.isArray(rel) && rel.includes("alternate");
  return isFeed && isAlternate && typeof href === "string" ? [href] : [];
}
