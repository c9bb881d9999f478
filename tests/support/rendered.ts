import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import type { Context } from "../../src/markdown/context.ts";
import { addressesOf } from "../../src/markdown/links.ts";
import { createRender } from "../../src/markdown/render.ts";
import type { MarkdownSettings } from "../../src/markdown/settings.ts";
import type { FinishingStep } from "../../src/markdown/steps/step.ts";
import type { ReplaceSyntax } from "../../src/markdown/templates/replace-syntax.ts";
import type { Article, Site } from "../../src/model.ts";
import { article } from "./article.ts";
import { site } from "./feed-document.ts";

/** Settings of rendering that state only what a test is about. */
export function markdownSettings(stated: Partial<MarkdownSettings> = {}): MarkdownSettings {
  return {
    parser: "remark",
    math: false,
    shortcodes: {},
    sanitize: {},
    remarkPlugins: [],
    rehypePlugins: [],
    source: false,
    excerptMarkers: [],
    ...stated,
  };
}

/** What an article is rendered among. */
export interface Surroundings {
  readonly site?: Site;
  readonly settings?: Partial<MarkdownSettings>;
  /** The articles of the folder. */
  readonly articles?: readonly Article[];
}

/** What rendering gave; `html` is undefined where the article could not be rendered. */
export interface Rendered {
  readonly html: string | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  /** `line:column rule: reason`, errors with a `!` before them. */
  readonly messages: readonly string[];
}

const pageUrl = "https://example.com/blog/a/";
// Most tests need no other: building one takes longer than rendering a line.
const renderPlain = createRender(site(), markdownSettings());

/** Renders Markdown as the article at `https://example.com/blog/a/`, which has a title. */
export async function rendered(
  body: string,
  stated: Partial<Article> = {},
  around?: Surroundings,
): Promise<Rendered> {
  const given = article({ url: pageUrl, ...stated, body });
  const render = around
    ? createRender(around.site ?? site(), markdownSettings(around.settings))
    : renderPlain;
  const entry = await render(given, addressesOf(around?.articles ?? []));
  return {
    html: entry?.html,
    title: entry?.title,
    summary: entry?.summary,
    messages: messagesOf(given),
  };
}

/** The HTML alone. */
export async function htmlOf(body: string, around?: Surroundings): Promise<string | undefined> {
  return (await rendered(body, {}, around)).html;
}

/** What stages know of an article at `https://example.com/blog/a/`. */
export function contextOf(stated: Partial<Article> = {}, around: Surroundings = {}): Context {
  return {
    article: article({ url: pageUrl, ...stated }),
    site: around.site ?? site(),
    settings: markdownSettings(around.settings),
    body: typeof stated.body === "string" ? stated.body : "",
    addresses: addressesOf(around.articles ?? []),
    warnedOf: new Set(),
  };
}

/** HTML after one finishing step, and what the step said. */
export function stepped(step: FinishingStep, html: string, context = contextOf()) {
  const tree = fromHtml(html, { fragment: true });
  step(tree, context);
  return { html: toHtml(tree), messages: messagesOf(context.article) };
}

/** Text after one kind of template syntax is replaced, and what was said of it. */
export function replaced(replace: ReplaceSyntax, text: string, context = contextOf()) {
  return { text: replace(text, context), messages: messagesOf(context.article) };
}

function messagesOf({ file }: Article): readonly string[] {
  return file.messages.map(({ line, column, ruleId, reason, fatal }) => {
    return `${fatal ? "!" : ""}${line}:${column} ${ruleId}: ${reason}`;
  });
}
