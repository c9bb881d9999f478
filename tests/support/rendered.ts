import { renderArticle } from "../../src/markdown/render.ts";
import type { Article } from "../../src/model.ts";
import { article } from "./article.ts";

/** What rendering gave; `html` is undefined where the article could not be rendered. */
export interface Rendered {
  readonly html: string | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  /** `line:column rule: reason`, errors with a `!` before them. */
  readonly messages: readonly string[];
}

/** Renders Markdown as the article at `https://example.com/blog/a/`, which has a title. */
export function rendered(body: string, stated: Partial<Article> = {}): Rendered {
  const given = article({ url: "https://example.com/blog/a/", ...stated, body });
  const entry = renderArticle(given);
  return {
    html: entry?.html,
    title: entry?.title,
    summary: entry?.summary,
    messages: given.file.messages.map(({ line, column, ruleId, reason, fatal }) => {
      return `${fatal ? "!" : ""}${line}:${column} ${ruleId}: ${reason}`;
    }),
  };
}

/** The HTML alone. */
export function htmlOf(body: string): string | undefined {
  return rendered(body).html;
}
