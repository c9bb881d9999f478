import { fc } from "../support/fast-check.ts";
import type { Files } from "../support/temporary-folder.ts";

/** An article of an arbitrary folder: what is stated, and how the file states it. */
export interface ArbitraryArticle {
  readonly path: string;
  readonly text: string;
  readonly stated: Stated;
}

interface Stated {
  /** In whole seconds: RSS has no smaller unit. */
  readonly published: Date;
  readonly title: string | undefined;
  readonly id: string | undefined;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly summary: string | undefined;
}

const spite = [
  ..."<>&\"'`*_[]()#:;,{}|\\/%@!?-+= \t\n\r",
  ...["]]>", "<![CDATA[", "</em>", "<b>", "</b>", "<!--", "-->", "&amp;", "&lt;", "&#1;", "&#x41;"],
  ...["\0", "\u0001", "\u000B", "\u001B", "\u007F", "\u0085", "\u00A0", "\u2028", "\uFEFF"],
  ...[
    "\uFFFD",
    "\uFFFE",
    "\uFFFF",
    "\uD800",
    "\uDC00",
    "\u202E",
    "\u200D",
    "e\u0301",
    "👩‍👩‍👧",
    "한글",
  ],
];

const unit = fc.oneof(
  fc.constantFrom(...spite),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);

/** Any text, unpaired surrogates and controls included. */
const anyText: fc.Arbitrary<string> = fc.string({ unit, maxLength: 12 });

const snippets = [
  ..."\n\n\n*_`#>-+|~![](){}<>&\\:\t ",
  ...["\n\n", "\n> ", "\n- ", "\n1. ", "\n    ", "\n```\n", "\n| a | b |\n|---|---|\n| c | d |\n"],
  ...["[a](", "![a](", "](b)", "[^1]", "\n[^1]: note\n", "\n[r]: /x\n", "[r]", "~~a~~", "- [ ] "],
  ...["<div>", "</div>", "<p>", "<b>", "</b>", "<a href=x>", "<table><td>", "<svg>", "<script>"],
  ...[
    "</script>",
    "<style>",
    "<iframe src=x>",
    "<template>",
    "<!-- more -->",
    "<!--",
    "-->",
    "<?x",
  ],
  ...["<img src='i.png' srcset='a.png 1x, //b 2x' onerror=x style=y>", "<form action=x><input>"],
  ...["javascript:x", "data:text/html,x", "http://[", "https://b.example/?a&b", "www.b.example"],
];

/** Any Markdown. A file with a NUL is no text, and is refused. */
const anyMarkdown: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...snippets), anyText), { maxLength: 25 })
  .map((parts) => parts.join("").replaceAll("\0", ""));

const seconds = fc.integer({ min: 631_152_000, max: 1_767_000_000 });

const anyStated: fc.Arbitrary<Stated> = fc.record({
  published: seconds.map((second) => new Date(second * 1000)),
  title: fc.option(anyText, { nil: undefined }),
  id: fc.option(anyText, { nil: undefined }),
  tags: fc.array(anyText, { maxLength: 3 }),
  authors: fc.array(anyText, { maxLength: 3 }),
  summary: fc.option(anyText, { nil: undefined }),
});

/** A few articles, each of another path and id. */
export const anyArticles: fc.Arbitrary<readonly ArbitraryArticle[]> = fc
  .array(fc.tuple(anyStated, anyMarkdown, fc.boolean()), { minLength: 1, maxLength: 4 })
  .map((articles) =>
    articles.map(([given, body, isJson], index) => {
      const id = given.id === undefined ? undefined : `${given.id}${index}`;
      const stated = { ...given, id };
      return { path: `a${index}.md`, text: toSource(stated, body, isJson), stated };
    }),
  );

/** The articles as files, in their order or another. */
export function toFiles(articles: readonly ArbitraryArticle[]): Files {
  return Object.fromEntries(articles.map(({ path, text }) => [path, text]));
}

function toSource(stated: Stated, body: string, isJson: boolean): string {
  const { published, title, id, tags, authors, summary } = stated;
  const fields = { date: published.toISOString(), title, id, tags, authors, description: summary };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (isJson) return `${toAscii(Object.fromEntries(given))}\n\n${body}`;
  const lines = given.map(([key, value]) => `${key}: ${toAscii(value)}\n`);
  return `---\n${lines.join("")}---\n${body}`;
}

// JSON's strings are YAML's too; escaped, all characters can stand in both.
function toAscii(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
