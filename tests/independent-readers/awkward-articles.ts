import type { FormatName } from "../../src/model.ts";
import type { Files } from "../support/temporary-folder.ts";

/** An article, and what a person who reads its feed entry should get. */
export interface Case {
  readonly path: string;
  readonly text: string;
  readonly meant: Meant;
}

export interface Meant {
  readonly title: string | undefined;
  readonly id: string;
  readonly link: string;
  /** ISO 8601, in whole seconds: RSS has no smaller unit. */
  readonly published: string;
  readonly authors: readonly string[];
  /** The HTML, or plain text where the article has none. */
  readonly content: string;
  /** What one format must say otherwise. */
  readonly rss?: Partial<Meant>;
  readonly atom?: Partial<Meant>;
  readonly json?: Partial<Meant>;
}

/** The articles, newest first, as feeds have them. */
export const cases: readonly Case[] = [
  {
    path: "angles.md",
    text: `---
title: 'Vec<T> & "AT&T" ]]> 2 * 3 __init__'
date: 2024-03-09T12:00:00+09:00
author: Jo Brandt
---
Text with \`Vec<T>\` & ]]> and <b>bold</b>.

\`\`\`html
<script>alert("&amp;")</script>
\`\`\`
`,
    meant: {
      title: 'Vec<T> & "AT&T" ]]> 2 * 3 __init__',
      id: "https://example.com/angles/",
      link: "https://example.com/angles/",
      published: "2024-03-09T03:00:00.000Z",
      authors: ["Jo Brandt"],
      content: `<p>Text with <code>Vec&#x3C;T></code> &#x26; ]]> and <b>bold</b>.</p>
<pre><code class="language-html">&#x3C;script>alert("&#x26;amp;")&#x3C;/script>
</code></pre>`,
    },
  },
  {
    path: "literal.md",
    text: `---
title: 'A literal \`</em>\` &amp; &amp;amp; &#8217;'
date: 2024-03-08
author: [Jo Brandt, "Mina <mina@example.com>"]
tags: [c&d, <e>]
---
One.
`,
    meant: {
      title: "A literal </em> & &amp; ’",
      id: "https://example.com/literal/",
      link: "https://example.com/literal/",
      published: "2024-03-08T00:00:00.000Z",
      authors: ["Jo Brandt", "Mina"],
      content: "<p>One.</p>",
    },
  },
  {
    path: "한글/글 하나.md",
    text: `---
title: "한국어 👩‍👧 עברית \\u0001\\uD800e\\u0301"
date: 2024-03-07 00:00:01
author: 지은 & <친구>
lang: ko
---
본문 [링크](둘).
`,
    meant: {
      title: "한국어 👩‍👧 עברית e\u0301",
      id: "https://example.com/%ED%95%9C%EA%B8%80/%EA%B8%80%20%ED%95%98%EB%82%98/",
      link: "https://example.com/%ED%95%9C%EA%B8%80/%EA%B8%80%20%ED%95%98%EB%82%98/",
      published: "2024-03-07T00:00:01.000Z",
      authors: ["지은 & <친구>"],
      content:
        '<p>본문 <a href="https://example.com/%ED%95%9C%EA%B8%80/%EA%B8%80%20%ED%95%98%EB%82%98/%EB%91%98">링크</a>.</p>',
    },
  },
  {
    path: "query.md",
    text: `---
title: A query
date: 2024-03-06
updated: 2024-03-10
id: post 1 & <more> ]]>
permalink: https://example.com/?p=1&q="2"
author: {name: Ann, email: ann@example.com, url: /ann/?a&b}
---
Text.
`,
    meant: {
      title: "A query",
      id: "post 1 & <more> ]]>",
      link: "https://example.com/?p=1&q=%222%22",
      published: "2024-03-06T00:00:00.000Z",
      authors: ["Ann"],
      content: "<p>Text.</p>",
      atom: { id: "tag:example.com,2024:post%201%20&%20%3Cmore%3E%20%5D%5D%3E" },
    },
  },
  {
    path: "untitled.md",
    text: "---\ndate: 2024-03-05\nauthor: Jo Brandt\n---\nNo title & <i>no</i> heading.\n",
    meant: {
      title: undefined,
      id: "https://example.com/untitled/",
      link: "https://example.com/untitled/",
      published: "2024-03-05T00:00:00.000Z",
      authors: ["Jo Brandt"],
      content: "<p>No title &#x26; <i>no</i> heading.</p>",
      // RFC 4287 §4.2.14 requires one: the text's first words.
      atom: { title: "No title & no heading." },
    },
  },
  {
    path: "empty.md",
    text: "---\ntitle: Nothing else\ndate: 2024-03-04\nauthor: Jo Brandt\n---\n",
    meant: {
      title: "Nothing else",
      id: "https://example.com/empty/",
      link: "https://example.com/empty/",
      published: "2024-03-04T00:00:00.000Z",
      authors: ["Jo Brandt"],
      content: "Nothing else",
    },
  },
  {
    path: "anonymous.md",
    text: "---\ntitle: Nobody's\ndate: 2024-03-03\n---\n![](x.png?a&b)\n",
    meant: {
      title: "Nobody's",
      id: "https://example.com/anonymous/",
      link: "https://example.com/anonymous/",
      published: "2024-03-03T00:00:00.000Z",
      authors: [],
      content: '<p><img src="https://example.com/anonymous/x.png?a&#x26;b" alt=""></p>',
    },
  },
];

/** The articles as files. */
export const articles: Files = Object.fromEntries(cases.map(({ path, text }) => [path, text]));

/** What is meant in one format. */
export function meantIn({ meant }: Case, format: FormatName): Meant {
  const { rss: _, atom: __, json: ___, ...common } = meant;
  return { ...common, ...meant[format] };
}
