import type { Root } from "hast";
import type { Schema } from "hast-util-sanitize";
import { sanitize } from "hast-util-sanitize";
import { toMdast } from "hast-util-to-mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", emphasis: "_", fences: true, rule: "-" })
  .freeze();

/**
 * The article as Markdown for `source:markdown` (http://source.scripting.com/): made from the
 * finished HTML, so that its addresses are absolute, no template syntax is in it and nothing is
 * missing. NetNewsWire shows it instead of the HTML.
 */
export function toSourceMarkdown(finished: Root, schema: Schema): string {
  const clean = sanitize(finished, schema);
  const tree = toMdast(clean.type === "root" ? clean : { type: "root", children: [] });
  return tree.type === "root" ? writer.stringify(tree) : "";
}
