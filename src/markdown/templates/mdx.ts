import type { Context } from "../context.ts";
import { findCode, isWithin } from "./code-ranges.ts";
import { fillTemplate } from "./known-tags.ts";
import type { ReplaceSyntax } from "./replace-syntax.ts";
import { readParameters } from "./tag.ts";
import { warnOfTemplate } from "./warn-of-template.ts";

// `import … from "…"` or `import "…"`: prose does not end in a quoted module.
const importing = /^import\s+(?:[\w*{][^\n;]*?\sfrom\s+)?["'][^"'\n]+["'];?[ \t]*$/m;

/**
 * Takes MDX's programs out of a text that imports modules: imports, exports, comments and
 * expressions go, components lose their tags and keep their children.
 * https://mdxjs.com/docs/what-is-mdx/
 */
export const removeModules: ReplaceSyntax = (text, context) => {
  const match = importing.exec(text);
  if (!match || isWithin(match.index, findCode(text, context))) return text;
  return removals.reduce((rest, remove) => remove(rest, context), text);
};

const removals: readonly ReplaceSyntax[] = [
  removeStatements,
  removeComments,
  removeComponents,
  removeExpressions,
];

// A statement ends with an empty line.
function removeStatements(text: string, context: Context): string {
  return blank(
    { text, context },
    /^(?:import\s|export\s+(?:const|let|default|function|async|\{|\*))[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*/gm,
  );
}

function removeComments(text: string, context: Context): string {
  return blank({ text, context }, /\{\/\*(?!\s*truncate)[\s\S]*?\*\/\}/g);
}

function removeComponents(text: string, context: Context): string {
  const tag =
    /<\/?([A-Z][\w.]*)(?:\s(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)?\/?>/g;
  return blank({ text, context }, tag, (match, offset) => {
    const name = `<${/[A-Z][\w.]*/.exec(match)?.[0] ?? ""}>`;
    return translate(
      text,
      { name, offset, isEnd: match.startsWith("</"), rest: match.replace(/^<[\w.]+|\/?>$/g, "") },
      context,
    );
  });
}

function removeExpressions(text: string, context: Context): string {
  return blank({ text, context }, /(?<!\\)\{[^{}\n]*\}/g, (match, offset) => {
    const name = match.slice(1, -1).trim();
    return translate(text, { name, offset, isEnd: false, rest: "" }, context);
  });
}

interface Piece {
  readonly name: string;
  readonly offset: number;
  readonly isEnd: boolean;
  readonly rest: string;
}

/** What stands for a piece: the user's template, at its beginning, or nothing, with a warning. */
function translate(text: string, { name, offset, isEnd, rest }: Piece, context: Context): string {
  const template = context.settings.shortcodes[name];
  if (template !== undefined) return isEnd ? "" : fillTemplate(template, readParameters(rest), "");
  warnOfTemplate(text, { name, offset }, context);
  return "";
}

/** Replaces matches outside code, by nothing where nothing is given, keeping the number of lines. */
function blank(
  { text, context }: { readonly text: string; readonly context: Context },
  pattern: RegExp,
  replace: (match: string, offset: number) => string = () => "",
): string {
  return text.replace(pattern, (match: string, ...groups: readonly unknown[]) => {
    const offset = groups.find((group) => typeof group === "number") ?? 0;
    if (isWithin(offset, findCode(text, context)) || /truncate/.test(match)) return match;
    return replace(match, offset) + "\n".repeat(match.split("\n").length - 1);
  });
}
