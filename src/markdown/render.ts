import type { Root as HastRoot } from "hast";
import type { Root } from "mdast";
import { addMessage } from "../message.ts";
import type { Article, Entry, Site } from "../model.ts";
import { ChangedError, forgetText, readBody } from "../source-file.ts";
import type { Addresses, Context } from "./context.ts";
import { finish, toHtmlTree } from "./finish.ts";
import { toHtmlText } from "./html-text.ts";
import { areLoaded, loadParts, toSource } from "./late-parts.ts";
import { findDeepLine, mostLevels } from "./nesting.ts";
import { type Plugin, PluginError } from "./plugins.ts";
import { createProcessors, type Processors } from "./processor.ts";
import type { MarkdownSettings } from "./settings.ts";
import { summarize } from "./summary.ts";
import { replaceTemplates } from "./templates/replace-templates.ts";
import { TimeLimitError, withinTime } from "./time-limit.ts";
import { findTitle } from "./title.ts";

/** The longest an article may take, in milliseconds; the longest real ones take a second. */
export const renderLimitMs = 20_000;

/**
 * Renders an article: HTML, and what its author left out, a title from the first heading and a
 * summary from the text. What goes wrong is said on its file; undefined where nothing can be made.
 */
export type Render = (article: Article, addresses?: Addresses) => Promise<Entry | undefined>;

/**
 * Makes the renderer of a run. The addresses that it is given are those of the articles that links
 * may lead to.
 */
export function createRender(site: Site, settings: MarkdownSettings): Render {
  const processors = createProcessors(settings);
  return async (article, addresses = new Map()) => {
    if (!areLoaded(settings)) await loadParts(settings);
    try {
      const body =
        typeof article.body === "string" ? article.body : readBody(article.file, article.body);
      const deep = findDeepLine(body);
      if (deep !== undefined) return refuse(article, nestingReason, deep);
      const context = { article, body, site, settings, addresses, warnedOf: new Set<string>() };
      return await renderInTime(context, processors);
    } catch (error) {
      return refuse(article, reasonOf(error));
    } finally {
      if (typeof article.body !== "string") forgetText(article.file);
    }
  };
}

async function renderInTime(context: Context, processors: Processors): Promise<Entry> {
  const { settings, article } = context;
  if (settings.remarkPlugins.length + settings.rehypePlugins.length === 0) {
    return inTime(() =>
      compile(toHtmlTree(parse(context, processors), context), context, processors),
    );
  }
  const parsed = inTime(() => parse(context, processors));
  const mdast = await processors.markdown.run(parsed, article.file);
  const hast = afterPlugins(settings.remarkPlugins, () => {
    return toHtmlTree(requireRoot(mdast, parsed), context);
  });
  const changed = await processors.html.run(hast, article.file);
  return afterPlugins(settings.rehypePlugins, () => {
    return compile(requireRoot(changed, hast), context, processors);
  });
}

// A tree that a plugin left in pieces shows only here; of several plugins any may have done it.
function afterPlugins<Result>(plugins: readonly Plugin[], work: () => Result): Result {
  try {
    return inTime(work);
  } catch (cause) {
    if (!(cause instanceof TypeError) || plugins.length === 0) throw cause;
    const names = plugins.map(({ name }) => `\`${name}\``).join(" and ");
    throw new PluginError(`Expected ${names} to leave a whole tree (${cause.message})`, { cause });
  }
}

function requireRoot<Root extends { readonly type: "root" }>(
  tree: { readonly type: string },
  before: Root,
): Root {
  if (isRoot(tree, before)) return tree;
  throw new PluginError("Expected plugins to leave a tree");
}

function inTime<Result>(work: () => Result): Result {
  return withinTime(renderLimitMs, work);
}

function parse(context: Context, { markdown }: Processors): Root {
  return markdown.parse(replaceTemplates(context.body, context));
}

function compile(tree: HastRoot, context: Context, { markdown, schema }: Processors): Entry {
  const { article, settings, body } = context;
  const toText = (text: string | undefined) =>
    text === undefined ? undefined : toHtmlText(text, body).trim() || undefined;
  const title = article.title ?? toText(findTitle(tree));
  const summary = article.summary ?? toText(summarize(tree));
  const finished = finish(tree, { ...context, article: { ...article, title } }, schema);
  const root: Root = { type: "root", children: [], data: { finished } };
  const html = toHtmlText(markdown.stringify(root), body).trim();
  if (title === undefined) warnOfTitle(article);
  const source = settings.source ? toText(toSource(finished, schema)) : undefined;
  // What is new first: behind a spread it would give every entry a shape of its own.
  return { html, markdown: source, ...article, title, summary };
}

/** unified's types do not say which tree plugins leave; `guard` sees to it that it is a root. */
function isRoot<Root extends { readonly type: "root" }>(
  tree: { readonly type: string },
  _example: Root,
): tree is Root {
  return tree.type === "root";
}

const nestingReason = `Expected Markdown of at most ${mostLevels} levels, not nested more deeply`;
const changeReason = "Expected a file that stays as it is while it is read";
const timeReason = `Expected Markdown that renders within ${renderLimitMs / 1000} seconds`;

function reasonOf(error: unknown): string {
  if (error instanceof TimeLimitError) return timeReason;
  if (error instanceof PluginError) return error.message;
  if (error instanceof ChangedError) return changeReason;
  // Parsers, visitors and serialisers call themselves once a level.
  if (error instanceof RangeError) return nestingReason;
  throw error;
}

const advice: ReadonlyMap<string, readonly [rule: string, hint: string]> = new Map([
  [nestingReason, ["markdown", "Simplify the text"]],
  [timeReason, ["markdown", "Simplify the text"]],
  [changeReason, ["changed", "Run feedwright again when nothing writes the file"]],
]);

function warnOfTitle({ file }: Article): void {
  addMessage(file, {
    severity: "warning",
    rule: "title",
    reason: "Expected a title or a heading",
    hint: "Give a `title` in front matter; readers show the text's first words, or nothing",
    offset: 0,
  });
}

function refuse({ file }: Article, reason: string, line = 1): undefined {
  const [rule, hint] = advice.get(reason) ?? [
    "plugin",
    "Correct the plugin, or leave it out of the config",
  ];
  addMessage(file, {
    severity: "error",
    rule,
    reason,
    hint,
    point: { line, column: 1 },
  });
  return undefined;
}
