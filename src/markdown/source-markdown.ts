import type { Root } from "hast";
import type { Schema } from "hast-util-sanitize";
import { sanitize } from "hast-util-sanitize";
import { type Handle, toMdast } from "hast-util-to-mdast";
import { toString as textOfNode } from "hast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const writer = unified()
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkStringify, { bullet: "-", emphasis: "_", fences: true, rule: "-" })
  .freeze();

/**
 * The article as Markdown for `source:markdown` (http://source.scripting.com/): made from the
 * finished HTML, so that its addresses are absolute, no template syntax is in it and nothing is
 * missing. NetNewsWire shows it instead of the HTML.
 */
export function toSourceMarkdown(finished: Root, schema: Schema): string {
  const clean = sanitize(finished, schema);
  const tree = toMdast(clean.type === "root" ? clean : { type: "root", children: [] }, {
    handlers: { math: toTex },
  });
  return tree.type === "root" ? writer.stringify(tree) : "";
}

// Math as the TeX that it was made of; of MathML that the author wrote, its text.
const toTex: Handle = (_state, element) => {
  const { alttext } = element.properties;
  if (typeof alttext !== "string") return { type: "text", value: textOfNode(element) };
  return { type: "inlineMath", value: alttext };
};
