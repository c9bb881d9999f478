import type { Root } from "hast";
import type { Schema } from "hast-util-sanitize";
import { isMathLoaded, loadMath } from "./math.ts";
import type { MarkdownSettings } from "./settings.ts";

/** Whether all is there that rendering by these settings needs. */
export function areLoaded(settings: MarkdownSettings): boolean {
  return (!mayHaveMath(settings) || isMathLoaded()) && (!settings.source || source !== undefined);
}

/** Loads what only some settings ask for: it takes its time. Whoever renders cannot wait for it. */
export async function loadParts(settings: MarkdownSettings): Promise<void> {
  if (mayHaveMath(settings)) await loadMath();
  if (settings.source) source = await import("./source-markdown.ts");
}

/** Finished HTML as Markdown, once the part for it is loaded. */
export function toSource(finished: Root, schema: Schema): string {
  if (!source) throw new TypeError("Expected the writer of Markdown to be loaded");
  return source.toSourceMarkdown(finished, schema);
}

let source: typeof import("./source-markdown.ts") | undefined;

// A plugin may bring some too.
function mayHaveMath({ math, remarkPlugins }: MarkdownSettings): boolean {
  return math || remarkPlugins.length > 0;
}
