import type { Element } from "hast";
import { h } from "hastscript";
import type { LatestArticle } from "../companion.ts";
import type { PageInput } from "./page-input.ts";
import { takeWithin } from "./within.ts";

/** The newest articles with titles, dates and summaries, as many as there is room for. */
export function composeArticleList({ articles, site }: PageInput): readonly Element[] {
  const items = articles
    .slice(0, mostArticles)
    .map((article) => composeItem(article, article.language ?? site.language));
  return [h("ol", { className: ["articles"] }, ...takeWithin(items, articleBytes))];
}

const mostArticles = 10;
const articleBytes = 10_000;
const mostSummary = 240;

function composeItem(article: LatestArticle, language: string | undefined): Element {
  const { title, url, date, summary } = article;
  return h("li", { lang: language }, [
    h("a", { href: url, dir: "auto" }, title),
    " ",
    h("time", { dateTime: date }, date),
    ...(summary === undefined ? [] : [h("p", { dir: "auto" }, shorten(summary))]),
  ]);
}

// Between characters, and without what would stand before the ellipsis.
function shorten(summary: string): string {
  if (summary.length <= mostSummary) return summary;
  return `${summary.slice(0, mostSummary).replace(/[\uD800-\uDBFF\s\p{P}]+$/u, "")}…`;
}
