import { defaultSchema, type Schema } from "hast-util-sanitize";

/**
 * Which HTML survives: GitHub's rules, which `hast-util-sanitize` brings as its default, with the
 * departures that feeds need. What is named nowhere here is left out, its text kept.
 */
export const sanitizeSchema: Schema = {
  ...defaultSchema,
  // Our own ids are those that our links name; a prefix would part them. Readers that need to keep
  // ids from their own page put one on themselves.
  clobber: [],
  clobberPrefix: "",
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    // HTML's grouping and text-level elements that mean the same everywhere.
    "abbr",
    "address",
    "article",
    "aside",
    "bdi",
    "caption",
    "center",
    "cite",
    "col",
    "colgroup",
    "dfn",
    "figcaption",
    "figure",
    "footer",
    "header",
    "hgroup",
    "main",
    "mark",
    "nav",
    "small",
    "time",
    "u",
    "wbr",
    // Media that readers play by themselves; what runs or embeds (script, iframe …) is not here.
    "audio",
    "track",
    "video",
  ],
  // An `<input>` that is no task list's belongs to a form, which does not work in a reader.
  ancestors: {
    ...defaultSchema.ancestors,
    caption: ["table"],
    col: ["table"],
    colgroup: ["table"],
    input: ["li"],
  },
  attributes: {
    ...defaultSchema.attributes,
    "*": [...(defaultSchema.attributes?.["*"] ?? []).filter(isForText), "hidden"],
    audio: ["controls", "loop", "muted", "preload", "src"],
    video: ["controls", "loop", "muted", "playsInline", "poster", "preload", "src"],
    track: ["default", "kind", "src", "srcLang"],
    source: ["media", "sizes", "src", "srcSet", "type"],
    img: [...(defaultSchema.attributes?.["img"] ?? []), "sizes", "srcSet"],
  },
  protocols: {
    ...defaultSchema.protocols,
    href: [...(defaultSchema.protocols?.["href"] ?? []), "tel", "sms", "gemini", "magnet"],
    poster: ["http", "https"],
  },
  // Their text is no text of the article's.
  strip: [
    ...["script", "style", "template", "noscript", "noembed", "noframes", "iframe", "title"],
    ...["button", "datalist", "select", "textarea"],
  ],
};

// Addresses that nothing makes absolute: of a form's target, of a map that is not there.
function isForText(attribute: unknown): boolean {
  return attribute !== "action" && attribute !== "useMap";
}
