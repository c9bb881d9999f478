import type { Schema } from "hast-util-sanitize";

/**
 * Which HTML survives. `hast-util-sanitize` brings GitHub's rules as its default; these are our own,
 * because a feed is read elsewhere:
 *
 * - no class but a code block's language, no style: readers drop both, so that nothing may carry its
 *   meaning there;
 * - ids stay as they are: our links name them, and readers that need to keep them from their own
 *   page put a prefix on;
 * - figures, marks, ruby and media are let through, which readers know;
 * - inputs, forms and whatever runs or frames are not: nothing works there;
 * - attributes are listed where they mean something, not for all elements.
 *
 * What is named nowhere is left out, its text kept, but for `strip`.
 */
export const sanitizeSchema: Schema = {
  tagNames: [
    ...["a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "blockquote", "br"],
    ...["caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl"],
    ...["dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header"],
    ...[
      "hgroup",
      "hr",
      "i",
      "img",
      "ins",
      "kbd",
      "li",
      "main",
      "mark",
      "nav",
      "ol",
      "p",
      "picture",
    ],
    ...[
      "pre",
      "q",
      "rp",
      "rt",
      "ruby",
      "s",
      "samp",
      "section",
      "small",
      "source",
      "span",
      "strike",
    ],
    ...["strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time"],
    ...["tr", "track", "tt", "u", "ul", "var", "video", "wbr"],
  ],
  attributes: {
    "*": ["dir", "id", "lang", "title"],
    a: ["href", "hrefLang", "name", "rel"],
    audio: ["controls", "loop", "muted", "preload", "src"],
    blockquote: ["cite"],
    code: [["className", /^language-./]],
    col: ["span"],
    colgroup: ["span"],
    del: ["cite", "dateTime"],
    details: ["open"],
    img: ["alt", "height", "sizes", "src", "srcSet", "width"],
    ins: ["cite", "dateTime"],
    li: ["value"],
    ol: ["reversed", "start", "type"],
    q: ["cite"],
    source: ["height", "media", "sizes", "src", "srcSet", "type", "width"],
    td: ["align", "colSpan", "headers", "rowSpan"],
    th: ["abbr", "align", "colSpan", "headers", "rowSpan", "scope"],
    time: ["dateTime"],
    track: ["default", "kind", "label", "src", "srcLang"],
    video: [
      "controls",
      "height",
      "loop",
      "muted",
      "playsInline",
      "poster",
      "preload",
      "src",
      "width",
    ],
  },
  protocols: {
    cite: ["http", "https"],
    href: ["http", "https", "mailto", "tel", "sms", "xmpp", "irc", "ircs", "gemini", "magnet"],
    poster: ["http", "https"],
    src: ["http", "https"],
  },
  ancestors: {
    caption: ["table"],
    col: ["table"],
    colgroup: ["table"],
    tbody: ["table"],
    td: ["table"],
    tfoot: ["table"],
    th: ["table"],
    thead: ["table"],
    tr: ["table"],
  },
  // Their text is no text of the article's.
  strip: [
    ...["script", "style", "template", "noscript", "noembed", "noframes", "iframe", "title"],
    ...["button", "datalist", "select", "textarea"],
  ],
  clobber: [],
  clobberPrefix: "",
};
