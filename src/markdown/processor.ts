import type { Schema } from "hast-util-sanitize";
import { h } from "hastscript";
import type { Root } from "mdast";
import type { Handler } from "mdast-util-to-hast";
import remarkHtml from "remark-html";
import { type Processor, unified } from "unified";
import { createParser } from "./parser.ts";
import { guard } from "./plugins.ts";
import { sanitizeSchema } from "./sanitize-schema.ts";
import type { MarkdownSettings } from "./settings.ts";

/** The processors of a run, built once. */
export interface Processors {
  /** Markdown with the user's remark plugins → sanitised HTML of the finished tree. */
  readonly markdown: ReturnType<typeof createMarkdown>;
  /** The user's rehype plugins. */
  readonly html: Processor;
  readonly schema: Schema;
}

/**
 * Builds the processors for the settings of a run.
 *
 * @throws UsageError where the parser is not installed.
 */
export function createProcessors(settings: MarkdownSettings): Processors {
  const schema = widen(sanitizeSchema, settings);
  const html = unified();
  for (const plugin of settings.rehypePlugins) html.use(guard(plugin));
  return { markdown: createMarkdown(settings, schema), html: html.freeze(), schema };
}

// `remark-html`'s handler of the root returns the finished tree, so that
// sanitising, which it does next, comes last.
function createMarkdown(settings: MarkdownSettings, schema: Schema) {
  const processor = createParser(settings);
  for (const plugin of settings.remarkPlugins) processor.use(guard(plugin));
  return processor.use(remarkHtml, { handlers: { root: takeFinished }, sanitize: schema }).freeze();
}

const takeFinished: Handler = (_state, root: Root) => {
  const finished = root.data?.finished;
  if (!finished) throw new TypeError("Expected a tree with its finished HTML");
  return finished.children.filter((child) => child.type !== "doctype");
};

/** What the user's config adds to our schema; it takes nothing away. */
function widen(schema: Schema, { sanitize, math }: MarkdownSettings): Schema {
  const withMath = math ? joinSchemas(schema, mathSchema) : schema;
  return joinSchemas(withMath, withProperties(sanitize));
}

function withProperties(sanitize: MarkdownSettings["sanitize"]): MarkdownSettings["sanitize"] {
  const attributes = Object.entries(sanitize.attributes ?? {}).map(([element, list]) => {
    return [element, list.map((one) => (typeof one === "string" ? toProperty(one) : one))] as const;
  });
  return { ...sanitize, attributes: Object.fromEntries(attributes) };
}

// The tree has other names for some than HTML: `className`, `srcSet`.
function toProperty(attribute: string): string {
  const [property = attribute] = Object.keys(h("a", { [attribute]: "" }).properties);
  return property;
}

function joinSchemas(schema: Schema, more: MarkdownSettings["sanitize"]): Schema {
  return {
    ...schema,
    tagNames: [...(schema.tagNames ?? []), ...(more.tagNames ?? [])],
    attributes: joinLists(schema.attributes, more.attributes),
    protocols: joinLists(schema.protocols, more.protocols),
  };
}

type Lists<Item> = Record<string, Item[] | null | undefined> | null | undefined;

function joinLists<Item>(left: Lists<Item>, right: Lists<Item>): Record<string, Item[]> {
  const joined: Record<string, Item[]> = {};
  for (const [key, items] of [...Object.entries(left ?? {}), ...Object.entries(right ?? {})]) {
    joined[key] = [...(joined[key] ?? []), ...(items ?? [])];
  }
  return joined;
}

// https://www.w3.org/TR/mathml-core/: what temml writes, without links, scripts and styles.
const mathSchema: Pick<Schema, "tagNames" | "attributes" | "protocols"> = {
  tagNames: [
    ...[
      "math",
      "mrow",
      "mi",
      "mn",
      "mo",
      "ms",
      "mtext",
      "mspace",
      "mfrac",
      "msqrt",
      "mroot",
      "msub",
    ],
    ...["msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none"],
    ...["mtable", "mtr", "mtd", "mpadded", "mphantom", "menclose", "mstyle", "merror"],
  ],
  attributes: {
    math: ["alttext", "display", "xmlns"],
    mi: ["mathvariant"],
    mo: [
      "fence",
      "form",
      "lspace",
      "rspace",
      "stretchy",
      "symmetric",
      "separator",
      "movablelimits",
      "largeop",
      "accent",
      "minsize",
      "maxsize",
    ],
    mspace: ["width", "height", "depth"],
    mfrac: ["linethickness"],
    mover: ["accent"],
    munder: ["accentunder"],
    mpadded: ["width", "height", "depth", "lspace", "voffset"],
    mstyle: ["displaystyle", "scriptlevel", "mathvariant"],
    mtable: ["columnalign", "rowspacing", "columnspacing", "displaystyle"],
    mtd: ["columnalign", "columnspan", "rowspan"],
    menclose: ["notation"],
  },
};
