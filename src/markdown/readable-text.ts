import type { Element, RootContent } from "hast";
import { toText } from "hast-util-to-text";
import { toLine } from "../xml-text.ts";
import { sanitizeSchema } from "./sanitize-schema.ts";

/**
 * The text of nodes as a browser shows it, on one line, without headings, footnotes and their marks
 * and what sanitising will remove.
 */
export function readableText(nodes: readonly RootContent[]): string {
  const shown = nodes.map(withoutNoise).filter((node) => node !== undefined);
  return toLine(toText({ type: "root", children: shown }));
}

function withoutNoise(node: RootContent): RootContent | undefined {
  if (node.type !== "element") return node;
  if (isNoise(node)) return undefined;
  const children = node.children.flatMap((child) => {
    const kept = withoutNoise(child);
    return kept?.type === "element" || kept?.type === "text" ? [kept] : [];
  });
  return { ...node, children };
}

function isNoise({ tagName, properties }: Element): boolean {
  return (
    /^(?:h[1-6]|audio|video|object)$/.test(tagName) ||
    sanitizeSchema.strip?.includes(tagName) === true ||
    "dataFootnotes" in properties ||
    "dataFootnoteRef" in properties
  );
}
