import type { Context } from "../context.ts";
import { findCode, isWithin } from "./code-ranges.ts";
import { fillTemplate, translateTag } from "./known-tags.ts";
import type { ReplaceSyntax } from "./replace-syntax.ts";
import { findTags, readParameters, type Tag } from "./tag.ts";
import { warnOfTemplate } from "./warn-of-template.ts";

/**
 * Replaces the tags outside code: those that the user mapped or that are known by their
 * translation, all others by nothing, the text between a pair being kept.
 */
export const replaceTags: ReplaceSyntax = (text, context) => {
  const tags = findTags(text).filter(({ start }) => !isWithin(start, findCode(text, context)));
  return replaceAll(text, tags, context);
};

function replaceAll(text: string, tags: readonly Tag[], context: Context): string {
  let [result, end] = ["", 0];
  for (const tag of tags) {
    if (tag.start < end) continue;
    const replacement = replaceTag(text, { tag, tags }, context);
    result += text.slice(end, tag.start) + replacement.text;
    end = replacement.end;
  }
  return result + text.slice(end);
}

interface Place {
  readonly tag: Tag;
  readonly tags: readonly Tag[];
}

function replaceTag(text: string, place: Place, context: Context): { text: string; end: number } {
  const { tag } = place;
  const lines = "\n".repeat(text.slice(tag.start, tag.end).split("\n").length - 1);
  if (tag.isEnd) return { text: lines, end: tag.end };
  const pair = replacePair(text, place, context);
  if (pair) return pair;
  const translation = translateTag(tag, context);
  if (translation !== undefined) {
    return { text: inLine(translation, text, tag) + lines, end: tag.end };
  }
  warnOfTemplate(text, { name: tag.name || tag.rest, offset: tag.start }, context);
  return { text: lines, end: tag.end };
}

// A line that begins with an element of a block is HTML to its end (CommonMark §4.6), and Markdown
// beside it would stay raw; within a span it is not.
function inLine(translation: string, text: string, { start, end }: Tag): string {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const after = /^[^\n]*/.exec(text.slice(end))?.[0] ?? "";
  const isAlone = `${before}${after}`.trim() === "";
  return isAlone || !/^<(?:iframe|figure|script)/.test(translation)
    ? translation
    : `<span>${translation}</span>`;
}

// Only a template of the user's can need the inside of a pair.
function replacePair(
  text: string,
  { tag, tags }: Place,
  context: Context,
): { text: string; end: number } | undefined {
  const template = context.settings.shortcodes[tag.name];
  if (!template?.includes("{inner}")) return undefined;
  const isClose = (one: Tag) =>
    one.isEnd && one.start >= tag.end && [tag.name, ""].includes(one.name);
  const close = tags.find(isClose);
  if (!close) return undefined;
  const within = tags
    .filter(({ start, end }) => start >= tag.end && end <= close.start)
    .map((one) => ({ ...one, start: one.start - tag.end, end: one.end - tag.end }));
  const inner = replaceAll(text.slice(tag.end, close.start), within, context);
  return { text: fillTemplate(template, readParameters(tag.rest), inner), end: close.end };
}
