import { addMessage } from "../message.ts";
import type { Article, Entry } from "../model.ts";
import type { Context } from "./context.ts";
import { toHtmlText } from "./html-text.ts";
import { findDeepLine, mostLevels } from "./nesting.ts";
import { processor } from "./processor.ts";
import { TimeLimitError, withinTime } from "./time-limit.ts";

/** The longest an article may take, in milliseconds; the longest real ones take a second. */
const renderLimitMs = 20_000;

/**
 * Renders an article: HTML, and what its author left out, a title from the first heading and a
 * summary from the text. What goes wrong is said on its file.
 *
 * @param limitMs the longest it may take, in milliseconds
 * @returns undefined where the article cannot be rendered.
 */
export function renderArticle(
  article: Article,
  limitMs: number = renderLimitMs,
): Entry | undefined {
  const deep = findDeepLine(article.body);
  if (deep !== undefined) return refuse(article, nestingReason, deep);
  try {
    return withinTime(limitMs, () => toEntry(article));
  } catch (error) {
    if (error instanceof TimeLimitError) return refuse(article, timeReason(limitMs));
    // Parsers, visitors and serialisers call themselves once a level.
    if (error instanceof RangeError) return refuse(article, nestingReason);
    throw error;
  }
}

const nestingReason = `Expected Markdown of at most ${mostLevels} levels, not nested more deeply`;
const timeReason = (limitMs: number) =>
  `Expected Markdown that renders within ${limitMs / 1000} seconds`;

function toEntry(article: Article): Entry {
  const context: Context = { article, title: undefined, summary: undefined };
  const tree = processor.parse(article.body);
  tree.data = { ...tree.data, context };
  const html = toHtmlText(processor.stringify(tree), article.body);
  const title = article.title ?? toFoundText(context.title, article);
  const summary = article.summary ?? toFoundText(context.summary, article);
  if (title === undefined) warnOfTitle(article);
  return { ...article, title, summary, html: html.trim() };
}

function toFoundText(text: string | undefined, { body }: Article): string | undefined {
  return text === undefined ? undefined : toHtmlText(text, body).trim() || undefined;
}

function warnOfTitle({ file }: Article): void {
  addMessage(file, {
    severity: "warning",
    rule: "title",
    reason: "Expected a title or a heading",
    hint: "Give a `title` in front matter; readers show the text's first words, or nothing",
    offset: 0,
  });
}

function refuse({ file, body }: Article, reason: string, line?: number): undefined {
  const offset = line === undefined ? 0 : offsetOfLine(String(file.value ?? body), line);
  addMessage(file, {
    severity: "error",
    rule: "markdown",
    reason,
    hint: "Simplify the text",
    offset,
  });
  return undefined;
}

function offsetOfLine(text: string, line: number): number {
  return text.split("\n", line - 1).reduce((sum, one) => sum + one.length + 1, 0);
}
