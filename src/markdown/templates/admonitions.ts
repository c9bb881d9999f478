import { findCode, isWithin } from "./code-ranges.ts";
import type { ReplaceSyntax } from "./replace-syntax.ts";

const opening =
  /^([ \t]*)(:{3,})[ \t]*([a-z][\w-]*)(?:\[(.*?)\])?[ \t]*([^\n{]*)(?:\{[^}\n]*\})?$/i;
const closing = /^[ \t]*(:{3,})[ \t]*$/;

/**
 * Admonitions (`:::note Title` … `:::`, https://docusaurus.io/docs/markdown-features/admonitions)
 * become block quotes with a bold title.
 */
export const replaceAdmonitions: ReplaceSyntax = (text, context) => {
  const code = findCode(text, context);
  const open: { readonly colons: number; readonly indent: string }[] = [];
  let offset = 0;
  const lines = text.split("\n").map((line, index, all) => {
    const isCode = isWithin(offset, code);
    offset += line.length + 1;
    const start = isCode ? null : opening.exec(line);
    const prefix = toPrefix(open);
    if (start) {
      open.push({ colons: start[2]?.length ?? 3, indent: start[1] ?? "" });
      return `${prefix}${toTitle(start, all[index + 1] ?? "")}`;
    }
    const end = isCode ? null : closing.exec(line);
    if (end && open.at(-1)?.colons === end[1]?.length) {
      open.pop();
      return toPrefix(open).trimEnd();
    }
    return prefix === "" ? line : `${prefix}${line.replace(/^[ \t]{0,3}(?=\S)/, "")}`;
  });
  return lines.join("\n");
};

function toPrefix(open: readonly { readonly indent: string }[]): string {
  return (open[0]?.indent ?? "") + "> ".repeat(open.length);
}

// A line break where the text begins on the next line: one paragraph would run into the other.
function toTitle(
  [, indent = "", , type = "", label, rest = ""]: RegExpExecArray,
  next: string,
): string {
  const title = (label ?? rest).trim() || type.charAt(0).toUpperCase() + type.slice(1);
  return `${indent}> **${title}**${next.trim() === "" ? "" : "\\"}`;
}
