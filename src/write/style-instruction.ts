import type { Instruction } from "xast";

/**
 * Names the style sheet of a document (https://www.w3.org/TR/xml-stylesheet/), from the document on:
 * the same bytes are right wherever the site is served.
 *
 * @param document address of the document, absolute
 * @param style address of the style sheet on the same site; undefined for none
 */
export function styleInstruction(
  document: string,
  style: string | undefined,
): Instruction | undefined {
  if (style === undefined) return undefined;
  const href = relativeTo(document, style);
  return { type: "instruction", name: "xml-stylesheet", value: `type="text/css" href="${href}"` };
}

// Their paths are encoded: no quote, `<` or `&` is left in what a config names.
function relativeTo(document: string, style: string): string {
  const from = new URL(document).pathname.split("/").slice(0, -1);
  const to = new URL(style).pathname.split("/");
  const common = from.findIndex((segment, index) => segment !== to[index]);
  const depth = common === -1 ? from.length : common;
  return [...from.slice(depth).map(() => ".."), ...to.slice(depth)].join("/");
}
