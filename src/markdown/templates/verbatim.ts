import type { Context } from "../context.ts";
import { findCode, isWithin } from "./code-ranges.ts";
import type { ReplaceSyntax } from "./replace-syntax.ts";
import { findTag, readParameters, type Tag } from "./tag.ts";

/**
 * Replaces pairs whose inside is no Markdown: `highlight` becomes a fenced code block, `raw` loses
 * its tags and keeps its text, `comment` goes. `raw` is replaced in code too, where Jekyll's authors
 * need it to show templates.
 */
export const replaceVerbatim: ReplaceSyntax = (text, context) => {
  const pairs = findPairs(text);
  if (pairs.length === 0) return text;
  // What stands in a pair could look like the begin or the end of code.
  const code = findCode(
    rewrite(text, pairs, (_, { open, close }) => mask(text.slice(open.start, close.end))),
    context,
  );
  const isSample = ({ kind, open }: Pair) => kind !== "raw" && isWithin(open.start, code);
  return rewrite(
    text,
    pairs.filter((pair) => !isSample(pair)),
    (inner, { kind, open }) => {
      return replacements[kind](inner, { open, text, isCode: isWithin(open.start, code), context });
    },
  );
};

// Letters in its place: no mark of Markdown, and every offset and line as it was.
function mask(text: string): string {
  return text.replace(/[^\n]/g, "x");
}

interface Pair {
  readonly kind: VerbatimKind;
  readonly open: Tag;
  readonly close: Pick<Tag, "start" | "end">;
}

// What is in a pair is no template, so that the search goes on behind it.
function findPairs(text: string): readonly Pair[] {
  const pairs: Pair[] = [];
  let open = findTag(text, 0);
  while (open) {
    const kind = open.isEnd ? undefined : kindOf(open.name);
    const close = kind && findClose(text, open);
    if (kind && close) pairs.push({ kind, open, close });
    open = findTag(text, close ? close.end : open.end);
  }
  return pairs;
}

function findClose(text: string, open: Tag): Pick<Tag, "start" | "end"> | undefined {
  const name = open.name.replace(/[^\w]/g, "\\$&");
  const close = new RegExp(
    `\\{%-?\\s*end${name}\\s*-?%\\}|\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`,
    "g",
  );
  close.lastIndex = open.end;
  const match = close.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

type RewritePair = (inner: string, pair: Pair) => string;

function rewrite(text: string, pairs: readonly Pair[], replace: RewritePair): string {
  let [result, end] = ["", 0];
  for (const pair of pairs) {
    const inner = text.slice(pair.open.end, pair.close.start);
    result += text.slice(end, pair.open.start) + replace(inner, pair);
    end = pair.close.end;
  }
  return result + text.slice(end);
}

interface Place {
  readonly open: Tag;
  readonly text: string;
  readonly isCode: boolean;
  readonly context: Context;
}

const replacements = {
  code: toFence,
  comment: keepLines,
  raw: keepText,
} as const satisfies Record<string, (inner: string, place: Place) => string>;

type VerbatimKind = keyof typeof replacements;

/** What kind of pair a name opens: Jekyll's, Hugo's and Octopress' tags, and what themes call theirs. */
function kindOf(name: string): VerbatimKind | undefined {
  if (name === "raw" || name === "comment") return name;
  return /^(?:high|highlight|code|codeblock|sourcecode|prism|code-\w+)$/.test(name)
    ? "code"
    : undefined;
}

/** A fence longer than any in the code, so that nothing in it ends it. */
function toFence(inner: string, { open, text }: Place): string {
  const { list, named } = readParameters(open.rest);
  const language = /^code-(\w+)$/.exec(open.name)?.[1] ?? named.get("lang") ?? list[0] ?? "";
  const runs = [...inner.matchAll(/`{3,}/g)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(2, ...runs) + 1);
  const lineStart = text.lastIndexOf("\n", open.start - 1) + 1;
  const indent = /^[ \t]*$/.exec(text.slice(lineStart, open.start))?.[0];
  // Within a line there is no block: a span.
  if (indent === undefined || !inner.includes("\n")) return `\`\` ${inner.trim()} \`\``;
  const code = /\n[ \t]*$/.test(inner) ? inner.replace(/[ \t]*$/, indent) : `${inner}\n${indent}`;
  return `${fence}${language}${code.startsWith("\n") ? "" : `\n${indent}`}${code}${fence}`;
}

function keepLines(inner: string): string {
  return "\n".repeat(inner.split("\n").length - 1);
}

// Braces as references: they are text to Markdown, and no tag to the next replacement. In code a
// reference would show; there tags are not looked for.
function keepText(inner: string, { isCode, context }: Place): string {
  if (isCode) return inner;
  const code = findCode(inner, context);
  return inner.replace(/\{(?=[{%:])/g, (brace, offset: number) => {
    return isWithin(offset, code) ? brace : "&#123;";
  });
}
