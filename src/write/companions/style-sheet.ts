import { directionOf } from "./page/direction.ts";
import { textsIn } from "./page/texts.ts";

/** What a style sheet depends on. */
export interface StyleInput {
  /** What makes it feedwright's own, for a comment. */
  readonly mark: string;
  readonly language: string | undefined;
  /** Whether feeds carry whole articles. */
  readonly content: "full" | "summary";
  /** Address of the page on which people subscribe; undefined where there is none. */
  readonly pageUrl: string | undefined;
}

/**
 * The style sheet with which a browser shows RSS and Atom as a page: titles, dates, summaries and
 * addresses. By CSS alone, since browsers drop XSLT; it names elements of both formats, so that a
 * feed needs none for it. https://www.w3.org/TR/xml-stylesheet/
 */
export function composeStyleSheet({ mark, language, content, pageUrl }: StyleInput): string {
  const texts = textsIn(language);
  const more =
    pageUrl === undefined
      ? ""
      : ` ${texts.feedNoticePage.replace("{address}", () => breakAfterSlashes(pageUrl))}`;
  return [
    '@charset "utf-8";',
    `/* ${mark} */`,
    rules,
    `rss, feed { direction: ${directionOf(language)}; }`,
    // As on the page: Korean breaks between words.
    ...(texts.language === "ko" ? ["rss, feed { word-break: keep-all; }"] : []),
    `rss::before, feed::before { content: ${toCssText(texts.feedNotice + more)}; }`,
    // Where there is no summary the description is the article itself: markup, shown as it stands.
    ...(content === "full"
      ? ["channel > item:not(:has(> encoded)) > description { display: none; }"]
      : []),
    "",
  ].join("\n");
}

// By zero-width spaces, which nobody can copy: a browser lets nobody select what a style sheet says.
function breakAfterSlashes(url: string): string {
  return url.replace(/(?<=[^/]\/)(?=[^/])/g, "\u200b");
}

// https://www.w3.org/TR/css-syntax-3/#consume-string-token
function toCssText(text: string): string {
  return `"${text.replace(/["\\<>\n\u200b]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

const rules = `:root {
  color-scheme: light dark;
  --paper: #fdfcfa; --ink: #22201d; --quiet: #5f5a53; --line: #dcd7cf; --card: #f5f1ea;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #191817; --ink: #ece8e1; --quiet: #aaa398; --line: #3a3733; --card: #232120; }
}
rss, feed {
  display: block; box-sizing: border-box; margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 44rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere;
}
rss::before, feed::before {
  display: block; margin-block-end: 2rem; padding: .75rem 1rem; border-inline-start: 4px solid var(--quiet);
  background: var(--card);
}
channel { display: block; }
channel > *, feed > *, item > *, entry > * { display: none; }
channel > title, feed > title, channel > description, feed > subtitle,
item > title, entry > title, item > description, entry > summary {
  display: block; unicode-bidi: plaintext; text-align: start;
}
channel > title, feed > title { font-size: 1.9rem; font-weight: 700; line-height: 1.25; }
channel > description, feed > subtitle { color: var(--quiet); }
channel > item, feed > entry {
  display: flex; flex-direction: column; gap: .25rem; margin-block-start: 1.5rem; padding-block-start: 1.5rem;
  border-block-start: 1px solid var(--line);
}
item > title, entry > title { order: 1; font-size: 1.15rem; font-weight: 600; line-height: 1.35; }
item > pubDate, entry > published { display: block; order: 2; color: var(--quiet); font-size: .875rem; }
item > description, entry > summary { order: 3; }
item > link, entry > link[rel="alternate"] {
  display: block; order: 4; align-self: flex-start; direction: ltr; color: var(--quiet); font-size: .875rem; unicode-bidi: embed;
}
entry > link[rel="alternate"]::before { content: attr(href); }`;
