import type { Context } from "../context.ts";

/**
 * One kind of template syntax, replaced in a text. The number of lines stays the same, where tags
 * around several lines stand on lines of their own, so that messages name the author's lines.
 */
export type ReplaceSyntax = (text: string, context: Context) => string;
